package simwright.acceptance.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.Rig;
import simwright.acceptance.RunTools;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.PlannedStep;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.time.HandTime;

/// An OK is no proof: what was set is asked for until it is so, and what is not told stays open.
class ReadBackTest {
  private final HandTime clock = new HandTime();

  @AutoClose private final Rig rig;

  ReadBackTest(@TempDir(factory = Rig.Folders.class) Path folder) {
    rig = new Rig(folder);
  }

  @Test
  void whatIsToldDecides() {
    assertEquals(Outcome.PASS, ReadBack.judged("level 4", 4, Optional.of(4), Map.of()).ended());
    assertEquals(Outcome.FAIL, ReadBack.judged("level 4", 4, Optional.of(1), Map.of()).ended());
    var open = ReadBack.judged("level 4", 4, Optional.empty(), Map.of());
    assertEquals(Outcome.INCONCLUSIVE, open.ended());
    assertEquals(AcceptanceCodes.NOT_READ_BACK, open.code().orElseThrow());
  }

  /// `-` is an answer that tells nothing.
  @ParameterizedTest
  @CsvSource({"4, 4", "1 1 4, 4", "- - 4, 4", "1 1 -, -", "-, -", "1, 1"})
  void aModemIsGivenTimeToTellWhatWasSet(String answers, String told) {
    Deque<String> said = new ArrayDeque<>(Arrays.asList(answers.split(" ")));
    Optional<Integer> now =
        ReadBack.of(
            context(), 4, () -> number(said.size() > 1 ? said.removeFirst() : said.getFirst()));
    assertEquals(number(told), now);
  }

  private static Optional<Integer> number(String text) {
    return text.equals("-") ? Optional.empty() : Optional.of(Integer.valueOf(text));
  }

  private StepContext context() {
    PlannedStep planned =
        Rig.plan("- {kind: functionality, title: F, with: {level: 4}}\n", "")
            .main()
            .parts()
            .getFirst()
            .each()
            .findFirst()
            .orElseThrow();
    return new StepContext(
        rig.device(""),
        planned,
        clock.deadline(planned.within()),
        planned.within(),
        new Cancel(),
        clock,
        Attendant.absent(),
        RunTools.none(),
        java.util.List.of(),
        clock.nanos());
  }
}
