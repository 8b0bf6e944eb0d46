package simwright.at.command;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import simwright.at.DangerousCommands;
import simwright.at.FinalResult;
import simwright.at.sms.PrintedText;
import simwright.at.sms.Tpdu;

/// Hostile lines: first the command, then its answer. The corpus runs with the tests, new lines are
/// looked for under -Pfuzz.
@Tag("fuzz")
class ParserFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void anyLinesEndAsAValueOrUnparsed(byte[] bytes) {
    List<String> all = new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
    if (all.isEmpty()) {
      return;
    }
    List<String> lines = all.subList(1, all.size());
    Optional<?> read = Commands.any(all.getFirst()).parse(lines);
    for (String line : lines) {
      read = Unsolicited.of(line);
      read = FinalResult.of(line, true);
      read = Tpdu.read(line);
      read = Optional.of(PrintedText.of(line, OptionalInt.of(line.length())));
    }
    DangerousCommands guard = new DangerousCommands(List.of(), List.of());
    if (read.isPresent()
        && guard.check("AT+QFASTBOOT;" + all.getFirst(), "") != DangerousCommands.Rule.NEVER) {
      throw new AssertionError(all.getFirst());
    }
  }
}
