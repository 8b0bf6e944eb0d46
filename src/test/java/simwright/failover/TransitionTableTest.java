package simwright.failover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import simwright.failover.Decision.Effect;

/// The machine told everything in every standing it can come to: what it does is the table beside
/// this test, and what must never happen does not.
class TransitionTableTest {
  private static final Path TABLE =
      Path.of("src/test/resources/simwright/failover/transitions.txt");

  @Test
  void theTableIsWhatTheMachineDoes() throws IOException {
    Exploration exploration = new Exploration();
    exploration.run(TransitionTableTest::holds);
    System.out.println(
        exploration.standings().size()
            + " standings, "
            + exploration.table().size()
            + " transitions");
    Files.write(Path.of("target/transitions-of-failover.txt"), exploration.table());
    assertEquals(
        Files.readString(TABLE), String.join("\n", exploration.table()) + "\n", "see target/");
    assertEquals(
        EnumSet.allOf(State.class),
        exploration.standings().stream()
            .map(each -> each.standing().state())
            .collect(Collectors.toSet()));
    assertEquals(Set.of(), exploration.without(State.STEADY), "no standing is a trap");
  }

  /// What the screen draws.
  @Test
  void eachStateKnowsTheWaysOutOfItThatTheMachineTakes() throws IOException {
    Map<State, Set<State>> taken = new EnumMap<>(State.class);
    for (String line : Files.readAllLines(TABLE)) {
      State before = State.of(line.substring(0, line.indexOf('|')).strip()).orElseThrow();
      State after = State.of(line.split("->")[1].split("\\|")[0].strip()).orElseThrow();
      Set<State> ways = taken.computeIfAbsent(before, _ -> EnumSet.noneOf(State.class));
      if (after != before) {
        ways.add(after);
      }
    }
    Map<State, Set<State>> told = new EnumMap<>(State.class);
    EnumSet.allOf(State.class).forEach(each -> told.put(each, each.ways()));
    assertEquals(taken, told);
  }

  private static void holds(String news, Decision decision) {
    assertFalse(decision.words().isBlank(), "each decision says why");
    assertFalse(decision.rule().isBlank(), "each decision names its rule");
    boolean acts = decision.effect() instanceof Effect.Switch;
    State after = decision.after().state();
    assertEquals(
        acts,
        (after == State.DECIDED || after == State.FAILING_BACK)
            && decision.before().state() != after,
        "a switch is decided where the state says so");
    if (decision.effect() instanceof Effect.Switch(Candidate to, Decision.Consent consent)) {
      assertFalse(to.enabled(), "what is in use is not switched to");
      assertTrue(to.installed(), "what is not on the card is not switched to");
      assertFalse(news.contains("limit reached"), "the card's limit is kept");
      assertTrue(decision.before().lastDay(decision.at()) < 2, "the day's limit is kept");
      assertEquals(
          to.coverage() == simwright.catalog.Coverage.LOCAL,
          consent == Decision.Consent.NOT_NEEDED,
          "nothing roams without consent");
      assertTrue(
          decision.rule().equals("wish")
              || decision.before().avoids(to.iccid(), decision.at()).isEmpty(),
          "what failed is not tried again too early");
      assertEquals(2, decision.passed().size(), "each other is told");
    }
  }
}
