package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Plan;
import simwright.acceptance.plan.Plans;
import simwright.acceptance.step.Steps;
import simwright.ask.Attendant;
import simwright.ask.Question;
import simwright.device.Device;
import simwright.fault.FaultCode;
import simwright.lab.Disturbance;

/// Each claim of a plan about a card can fail, and fails where the card does otherwise; what proves
/// nothing is inconclusive.
class CardVerdictTest {
  private static final String FILL =
      """
      - repeat:
          times: 6
          steps:
            - {id: fill, kind: profile-download, title: Fill, with: {expect: full, most: 5}, measure: [{name: refused, unit: downloads}]}
      """;

  private final FakeCard card = new FakeCard();
  @AutoClose private final Rig rig;
  private Device device;

  CardVerdictTest(@TempDir(factory = Rig.Folders.class) Path folder) {
    rig = new Rig(folder);
  }

  @BeforeEach
  void serve() {
    device = rig.device("");
  }

  @Test
  void aCardIsFullOnlyWhenItHasRefused() {
    card.room = 3;
    Run full = run(FILL, 5);
    assertEquals(Outcome.PASS, full.outcome(), full.toString());
    assertEquals(
        List.of(Outcome.PASS, Outcome.PASS, Outcome.PASS, Outcome.SKIPPED),
        full.steps().stream().skip(1).limit(4).map(StepRecord::outcome).toList());
    assertEquals(3, card.profiles.size());
  }

  @Test
  void ordersThatAreUsedUpBeforeProveNothingAndNeitherDoesTheCapOfThePlan() {
    Run few = run(FILL, 2);
    assertEquals(Outcome.INCONCLUSIVE, few.outcome());
    assertEquals(
        "Fill 3/6: the card took 2 more profiles and has not refused one: it needs more test orders"
            + " than 2 [acceptance/no-order]",
        few.reason());
    Run cap = run(FILL, 9);
    assertEquals(Outcome.INCONCLUSIVE, cap.outcome());
    assertTrue(cap.reason().contains("the cap of the plan is 5"), cap.reason());
  }

  @Test
  void aCardThatRefusesForAnotherReasonOrLosesWhatItTookFails() {
    card.room = 2;
    card.refusal = new FaultCode("es10", "load-package.9");
    Run other = run(FILL, 5);
    assertEquals(Outcome.FAIL, other.outcome());
    assertTrue(other.reason().endsWith("[es10/load-package.9]"), other.reason());
    card.room = 9;
    card.forgets = true;
    Run lost = run(FILL, 5);
    assertEquals(Outcome.FAIL, lost.outcome());
    assertTrue(lost.reason().contains("the card holds 2 profiles afterwards, not 3"));
  }

  @Test
  void whatCameAndWentIsCountedAgainstAnEarlierReading() {
    String list =
        """
        - {id: home, kind: card, title: Home}
        - {id: new, kind: profile-download, title: New}
        - {id: held, kind: profile-list, title: Held, with: {since: home}, measure: [{name: came, unit: profiles}, {name: went, unit: profiles}]}
        """;
    String limits =
        """
        - {of: held, measurement: came, unit: profiles, least: 1, most: 1}
        - {of: held, measurement: went, unit: profiles, most: 0}
        """;
    assertEquals(Outcome.PASS, run(judged(list, limits), 1).outcome());
    card.loading = () -> card.profiles.remove(FakeCard.HOME);
    Run gone = run(judged(list, limits), 1);
    assertEquals(Outcome.FAIL, gone.outcome());
    assertTrue(gone.reason().contains("went 1 profiles"), gone.reason());
    card.loading = () -> {};
    card.forgets = true;
    assertTrue(run(judged(list, limits), 1).reason().contains("came 0 profiles"));
  }

  @Test
  void aDiscoveryThatForgetsAnEventFailsAndOneThatFindsANewOneProvesNothing() {
    String twice =
        """
        - {id: first, kind: discovery, title: First}
        - {id: again, kind: discovery, title: Again, with: {same_as: first}}
        """;
    Collections.addAll(card.events, Set.of("a", "b"), Set.of("b", "a"));
    assertEquals(Outcome.PASS, run(twice, 0).outcome());
    Collections.addAll(card.events, Set.of("a", "b"), Set.of("b", "c"));
    Run missing = run(twice, 0);
    assertEquals(Outcome.FAIL, missing.outcome());
    assertTrue(missing.reason().contains("1 that waited before are missing"), missing.reason());
    Collections.addAll(card.events, Set.of(), Set.of("c"));
    assertEquals(Outcome.INCONCLUSIVE, run(twice, 0).outcome());
  }

  @Test
  void aSwapUnderLoadFailsWherePingsStayAwayTooLongAndWithoutPingsBeforeNothingIsProven() {
    String swap =
        """
        - {id: new, kind: profile-download, title: New}
        - {id: there, kind: profile-enable-loaded, title: There, within_s: 6, with: {profile: new}, measure: [{name: outage, unit: s}, {name: pings, unit: pings}, {name: loss, unit: "%"}]}
        """;
    String limits = "- {of: there, measurement: outage, unit: s, most: 5}\n";
    Run good = run(judged(swap, limits), 1);
    assertEquals(Outcome.PASS, good.outcome(), good.reason());
    card.enabling = () -> rig.bench.disturb("ec25", new Disturbance.Faults("no-ping"));
    Run silent = run(judged(swap, limits), 1);
    assertEquals(Outcome.FAIL, silent.outcome());
    assertTrue(silent.reason().contains("no ping came back over the new"), silent.reason());
    Run unloaded = run(judged(swap, limits), 1);
    assertEquals(Outcome.INCONCLUSIVE, unloaded.outcome());
    assertTrue(unloaded.reason().contains("there was no load"), unloaded.reason());
  }

  /// A person is asked to cut the supply, and says that it is done when all is over.
  @Test
  void aCutByHandThatCameAfterTheEndProvesNothing() {
    CountDownLatch installed = new CountDownLatch(1);
    Plan cut =
        plan(
            "- {kind: download-cut, title: Cut, within_s: 20, with: {at: loading}}\n",
            "wear: {orders: 1, test_orders: the bench's}\n");
    Attendant slow =
        new Attendant() {
          @Override
          @SuppressWarnings("unchecked")
          public <A> Optional<A> ask(Question<A> question) {
            try {
              assertTrue(installed.await(20, TimeUnit.SECONDS));
              rig.time.sleep(Duration.ofMillis(50));
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
            return Optional.of((A) "Done");
          }
        };
    card.loading = installed::countDown;
    Run late = rig.run(cut, device, RunTools.of(card, orders(1)), slow);
    assertEquals(Outcome.INCONCLUSIVE, late.outcome());
    assertTrue(late.reason().contains("the cut came after the end"), late.reason());
  }

  private Run run(String main, int orders) {
    return run(plan(main, "wear: {orders: 9, test_orders: the bench's}\n"), orders);
  }

  private Run run(Plan plan, int orders) {
    return rig.run(plan, device, RunTools.of(card, orders(orders)), Attendant.absent());
  }

  private static List<TestOrder> orders(int count) {
    return Collections.nCopies(count, new TestOrder("LPA:1$a.test$B", ""));
  }

  private static Plan judged(String main, String limits) {
    return Plans.read(
        Rig.begun(main)
            + "limits: quick\nwear: {orders: 1, switches: 1, test_orders: the bench's}\n",
        "name: quick\nversion: '1'\nlimits:\n" + limits.indent(2),
        "quick.yaml",
        Steps.all());
  }

  private static Plan plan(String main, String rest) {
    return Plans.read(Rig.begun(main) + rest, "quick.yaml", Steps.all());
  }
}
