package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Plan;
import simwright.acceptance.plan.Plans;
import simwright.acceptance.step.Steps;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.device.Device;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.identity.Iccid;
import simwright.lab.Disturbance;
import simwright.time.Deadline;

/// Steps that a technician believes: each fails where the card, the server or the modem has not
/// done what a pass would say.
class WrongPassTest {
  private static final String DOWNLOAD = "- {id: new, kind: profile-download, title: New}\n";
  private static final FaultCode REFUSED = new FaultCode("lpa", "policy");

  private final FakeCard card = new FakeCard();
  private final FakeServer server = new FakeServer();
  @AutoClose private final Rig rig;
  private Device device;

  WrongPassTest(@TempDir(factory = Rig.Folders.class) Path folder) {
    rig = new Rig(folder);
  }

  @BeforeEach
  void serve() {
    device = rig.device("");
  }

  @Test
  void aCardThatIsNotAsItWasFails() {
    String before = "{kind: card, title: L, with: {as_before: home}}";
    card("", before, Outcome.PASS, "1 profiles, one in use");
    card.loading = () -> card.profiles.remove(FakeCard.HOME);
    card(DOWNLOAD, before, Outcome.FAIL, "1 that were not there before, 1 that were are missing");
    card.profiles.add(FakeCard.HOME);
    card.loading = () -> card.defaultServer = "other.test";
    card.forgets = true;
    card(DOWNLOAD, before, Outcome.FAIL, "its default server is another than before");
    card("", "{kind: card, title: L, with: {in_use: \"no\"}}", Outcome.FAIL, "one in use");
    card.inUse = Optional.empty();
    card("", "{kind: card, title: L, with: {in_use: \"yes\"}}", Outcome.FAIL, "none in use");
  }

  @Test
  void aProfileThatIsNotInUseOrDoesNotComeUpFails() {
    card(
        DOWNLOAD,
        "{kind: profile-in-use, title: L, with: {profile: new}}",
        Outcome.FAIL,
        "another is in use");
    String enable = "{kind: profile-enable, title: L, with: {profile: new}}";
    card(DOWNLOAD, enable, Outcome.PASS, "in use");
    card.proves = false;
    card(DOWNLOAD, enable, Outcome.FAIL, "it did not come up: no registration");
  }

  @Test
  void aRefusalThatDoesNotComeIsAnotherOrChangesSomethingFails() {
    String refused =
        "{kind: profile-refused, title: L, with: {act: delete, profile: new, codes:"
            + " [lpa/policy]}}";
    card(DOWNLOAD, refused, Outcome.FAIL, "it was carried out, and had to be refused");
    card.deleting = () -> refuse(REFUSED);
    card(DOWNLOAD, refused, Outcome.PASS, "refused as expected");
    card.deleting = () -> refuse(new FaultCode("es10", "delete-profile.2"));
    card(DOWNLOAD, refused, Outcome.FAIL, "refused while deleting");
    // as many as before, but not the same
    card.deleting =
        () -> {
          card.profiles.set(0, FakeCard.profile(77));
          refuse(REFUSED);
        };
    card(DOWNLOAD, refused, Outcome.FAIL, "it was refused, and the card is not as it was");
  }

  private static void refuse(FaultCode code) {
    throw new Fault(code, "deleting a profile", "card");
  }

  @Test
  void aCardThatKeepsWhatIsDeletedHasNoRootOrNothingToResetDoesNotPass() {
    card.deleting = () -> refuse(new FaultCode("lpa", "not-switched"));
    card(
        DOWNLOAD,
        "{kind: profile-delete, title: L, with: {profile: new}}",
        Outcome.FAIL,
        "refused while deleting");
    card.roots = 0;
    card("", "{kind: euicc-info, title: L}", Outcome.FAIL, "no root to verify servers with");
    card(
        "",
        "{kind: memory-reset, title: L, with: {what: address}}",
        Outcome.INCONCLUSIVE,
        "there was nothing to reset");
    card.waiting = 1;
    card("", "{kind: notifications-told, title: L}", Outcome.FAIL, "1 of 2 wait");
  }

  /// A name of a step that is not there would be taken for a step that found nothing.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{kind: card, title: L, with: {as_before: hme}}",
        "{kind: default-server, title: L, with: {as_before: hme}}",
        "{kind: profile-list, title: L, with: {since: hme}}",
        "{kind: counters, title: L, with: {since: hme}}",
        "{kind: discovery, title: L, with: {same_as: hme}}",
        "{kind: order-ended, title: L, with: {ordered: hme}}",
        "{kind: server-progress, title: L, with: {ordered: hme}}",
        "{kind: back-off, title: L, with: {told: hme, back_off_s: 9}}"
      })
  void aStepThatNamesNoEarlierOneIsRefused(String step) {
    Fault broken = assertThrows(Fault.class, () -> plan("", step, ""));
    assertTrue(
        broken.evidence().orElse("").endsWith("no step before this one has the id 'hme'"),
        broken.toString());
  }

  @Test
  void whatTheServerTellsDecides() {
    server.stand = new OrderWork.Stand("installed", Instant.EPOCH, "");
    assertEquals(Outcome.PASS, ordered().outcome());
    server.stand = new OrderWork.Stand("downloaded", Instant.EPOCH, "es9+/8.1-4.8");
    StepRecord failed = ordered();
    assertEquals(Outcome.FAIL, failed.outcome(), failed.toString());
    assertEquals("es9+/8.1-4.8", failed.code().orElseThrow().toString());
    server.stand = new OrderWork.Stand("downloaded", Instant.EPOCH, "");
    assertEquals(AcceptanceCodes.NOT_TOLD, ordered().code().orElseThrow());
  }

  /// The server does not cancel the order, so that anybody with its code may fetch it.
  @Test
  void anOrderThatCannotBeEndedIsUnsafe() {
    server.stand = new OrderWork.Stand("released", Instant.EPOCH, "");
    Run run = run(order());
    assertEquals(Safety.State.UNSAFE, run.safety().state(), run.toString());
    assertTrue(run.safety().failed().contains("es2+/9"), run.safety().failed());
  }

  private StepRecord ordered() {
    return run(order()).steps().stream()
        .filter(each -> each.kind().equals("server-progress"))
        .findFirst()
        .orElseThrow();
  }

  private static Plan order() {
    String ended = "{kind: order-ended, title: E, with: {ordered: home}}\n";
    return read(
        """
        setup:
          - {kind: connect, title: C}
        main:
          - {id: home, kind: profile-order, title: O, with: {type: T}}
          - {kind: server-progress, title: P, within_s: 1, with: {ordered: home}}
        teardown:
          - %ssafe_state:
          title: S
          by_hand: B
          steps:
            - %s\
        """
            .formatted(ended, ended));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no-sim     | sim, within_s: 1
          deny:11    | context, within_s: 1
          no-address | address, within_s: 1
          no-ping    | ping, within_s: 40
          """)
  void whatTheModemLacksFails(String faults, String kind) {
    rig.bench.disturb("ec25", new Disturbance.Faults(faults));
    Run run =
        run(
            read(
                "setup:\n  - {kind: connect, title: C}\nmain:\n  - {title: L, kind: "
                    + kind
                    + "}"));
    assertEquals(Outcome.FAIL, run.steps().getLast().outcome(), run.toString());
  }

  @Test
  void aServiceThatIsStillThereIsNotLost() {
    Run run =
        run(
            read(
                """
                setup:
                  - {kind: connect, title: C}
                main:
                  - {kind: registered, title: R, within_s: 30}
                  - {kind: service-lost, title: L, within_s: 1}
                """));
    assertEquals(Outcome.TIMEOUT, run.steps().getLast().outcome(), run.toString());
  }

  @Test
  void aContextThatIsNotActivatedFailsWithTheModemsCode() {
    Run run =
        rig.run(
            Rig.plan(
                "- {kind: functionality, title: Off, with: {level: 4}}\n"
                    + "- {id: on, kind: context-activate, title: On, within_s: 5}\n",
                ""),
            device);
    StepRecord on = run.steps().get(2);
    assertEquals(Outcome.FAIL, on.outcome(), run.toString());
    assertTrue(on.code().isPresent(), on.toString());
  }

  @Test
  void aModemThatDoesNotComeBackFromItsRestartIsOutOfTime() {
    Run run =
        rig.run(
            Rig.plan("- {kind: reboot, title: Again, within_s: 3, with: {settle_s: 0.5}}\n", ""),
            device,
            new Cancel(),
            view -> {
              if (view.step().equals("Again")) {
                var unused =
                    rig.time.after(
                        Duration.ofMillis(200),
                        "pull",
                        () -> rig.bench.disturb("ec25", new Disturbance.Unplug()));
              }
            });
    assertEquals(Outcome.TIMEOUT, run.steps().getLast().outcome(), run.toString());
  }

  /// What comes of a step after the card was read as `home`, and `first` was done.
  private void card(String first, String step, Outcome outcome, String words) {
    StepRecord last = run(plan(first, step, "")).steps().getLast();
    assertEquals(outcome, last.outcome(), last.toString());
    assertTrue(last.words().contains(words), last.words());
  }

  private static Plan plan(String first, String step, String rest) {
    return read(
        "setup:\n  - {kind: connect, title: C}\n  - {id: home, kind: card, title: H}\nmain:\n"
            + (first + "- " + step + "\n").indent(2)
            + """
            safe_state:
              title: S
              by_hand: B
              steps:
                - {kind: profile-enable, title: E, with: {profile: home}}
            """
            + rest);
  }

  private static Plan read(String parts) {
    return Plans.read(
        "name: quick\ntitle: Quick\nwear: {orders: 1, switches: 9, test_orders: some}\n" + parts,
        "quick.yaml",
        Steps.all());
  }

  private Run run(Plan plan) {
    return rig.run(
        plan,
        device,
        RunTools.of(card, List.of(new TestOrder("LPA:1$a.test$B", ""))).with(server),
        Attendant.absent());
  }

  /// Tells of an order what a test says, and ends none.
  private static final class FakeServer implements OrderWork {
    private Stand stand = new Stand("released", Instant.EPOCH, "");

    @Override
    public Iccid order(Wanted wanted, Deadline deadline, Cancel cancel) {
      return FakeCard.profile(55);
    }

    @Override
    public void release(String step, Iccid iccid, Wanted wanted, Deadline deadline, Cancel cancel) {
      // it is free at once
    }

    @Override
    public Optional<String> code(String step) {
      return Optional.empty();
    }

    @Override
    public Optional<Stand> stand(Iccid iccid) {
      return Optional.of(stand);
    }

    @Override
    public void end(Iccid iccid, Deadline deadline, Cancel cancel) {
      throw new Fault(new FaultCode("es2+", "9"), "cancelling an order", "server");
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
