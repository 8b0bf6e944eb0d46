package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static simwright.app.RunJson.step;
import static simwright.app.RunJson.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.audit.Classes;
import simwright.lab.BenchDescription;
import simwright.lab.BenchFile;
import simwright.time.Deadline;
import simwright.time.SystemTime;

/// Plans that work on the card, on the simulated bench: what they did stands in the log, on the
/// card and at the server.
class CardPlansTest {
  @TempDir Path folder;

  @AutoClose private BenchShell shell;
  private BenchDescription bench;

  @BeforeEach
  void serve() {
    shell = new BenchShell(folder);
    bench = shell.serve("ec25");
  }

  @Test
  void provisioningUsesOneOrderAndLeavesTheCardAsItWas() throws IOException {
    int before = own(bench).size();
    assertEquals(0, shell.run("accept", "run", "provisioning", "--device", "m"), shell.err());
    JsonNode run = shell.json();
    assertEquals("pass", run.path("outcome").asText());
    assertEquals("verified", run.path("safeState").path("state").asText());
    assertTrue(value(step(run, "download"), "package") > 5000, run.toString());
    assertEquals(0, value(step(run, "told"), "waiting"));
    assertEquals(0, shell.run("profiles", "list", "L"));
    assertEquals(1, shell.json().path("profiles").size());
    assertEquals(0, shell.run("notifications", "list", "L"));
    assertEquals(0, shell.json().path("notifications").size());
    String used = own(bench).getFirst().code();
    assertEquals(3, shell.run("profiles", "download", "L", "--code", used, "--yes"));
    assertEquals("es9+/8.2.6-3.8", shell.json().path("error").asText(), "the order is used up");
    assertEquals(before - 1, own(BenchFile.read(folder.resolve("b"))).size());
    assertEquals(0, shell.run("audit", "search", "acceptance.step.finished"));
    assertFalse(shell.out().contains(used), "no code stands in the log");
  }

  @Test
  void profilesAreSwappedUnderLoadAndTheFormerOneIsInUseAgain() throws IOException {
    assertEquals(0, shell.run("profiles", "list", "L"));
    String home = shell.json().path("profiles").path(0).path("iccid").asText();
    assertEquals(
        0,
        shell.run("accept", "run", "profile-swap-under-load", "--device", "m", "--times", "1"),
        () -> shell.out() + shell.err());
    JsonNode run = shell.json();
    assertEquals("pass", run.path("outcome").asText(), run.toString());
    assertEquals(1, value(step(run, "swaps"), "count"));
    assertTrue(run.path("samples").size() > 0, "the signal was watched meanwhile");
    assertEquals(0, shell.run("profiles", "list", "L"));
    JsonNode profiles = shell.json().path("profiles");
    assertEquals(1, profiles.size());
    assertEquals(home, profiles.path(0).path("iccid").asText());
    assertEquals("enabled", profiles.path(0).path("state").asText());
  }

  @Test
  void atLowChargeNothingIsChangedOnTheCardAndAfterwardsItIs() throws IOException {
    assertEquals(
        0,
        shell.run("accept", "run", "low-battery", "--device", "m"),
        () -> shell.out() + shell.err());
    JsonNode run = shell.json();
    assertEquals("pass", run.path("outcome").asText(), run.toString());
    assertEquals("verified", run.path("safeState").path("state").asText());
    assertEquals(8, value(step(run, "low"), "percent"));
  }

  @Test
  void anOrderThatTheServerRefusesIsNoFailureOfTheDeviceAndEverythingIsPutBack()
      throws IOException {
    shell.bench().disturb("m", new simwright.lab.Disturbance.Server("fail:8.2.6/3.8"));
    assertEquals(3, shell.run("accept", "run", "provisioning", "--device", "m"), shell.err());
    JsonNode run = shell.json();
    assertEquals("error", run.path("outcome").asText());
    assertTrue(run.path("reason").asText().endsWith("[es9+/8.2.6-3.8]"), run.toString());
    assertEquals("verified", run.path("safeState").path("state").asText());
  }

  /// The cable is lost when the last bytes of the package are on their way, and is there again.
  @Test
  void aProfileThatCameOntoTheCardUnseenIsNotTakenForGone() throws IOException {
    assertEquals(0, shell.run("profiles", "list", "L"));
    JsonNode before = shell.json().path("profiles");
    Path plan = folder.resolve("stray.yaml");
    Files.writeString(
        plan,
        """
        name: stray
        title: Stray
        wear: {orders: 1, test_orders: the bench's}
        setup:
          - {kind: connect, title: C}
          - {id: home, kind: card, title: H}
        main:
          - {kind: profile-download, title: D, within_s: 120}
        teardown:
          - {kind: card, title: One more, with: {as_before: home}}
          - {kind: profile-delete, title: Gone, with: {profile: never}}
        safe_state:
          title: The card is as before
          by_hand: Delete it.
          steps:
            - {kind: card, title: As before, with: {as_before: home}}
        """);
    assertEquals(1, shell.run("accept", "run", plan.toString(), "--device", "m"), shell::out);
    JsonNode run = shell.json();
    assertTrue(run.path("reason").asText().endsWith("[acceptance/other-profiles]"), run.toString());
    assertEquals("verified", run.path("safeState").path("state").asText(), run.toString());
    assertEquals(0, shell.run("profiles", "list", "L"));
    assertEquals(before, shell.json().path("profiles"));
  }

  @Test
  void aCardThatWasSwitchedOftenIsLeftAloneAndNoPlanTypesALimitAway() throws IOException {
    Path settings = Files.createDirectories(shell.data()).resolve("settings.txt");
    Files.writeString(settings, "card.switches-per-hour = 1\ncard.switches-per-day = 9\n");
    assertEquals(4, shell.run("accept", "run", "provisioning", "--device", "m"), shell::err);
    assertEquals("stopped", shell.json().path("outcome").asText());
    assertTrue(shell.json().path("reason").asText().endsWith("[lpa/too-many-switches]"));
    assertEquals("verified", shell.json().path("safeState").path("state").asText());
    Path plan = folder.resolve("greedy.yaml");
    Files.writeString(
        plan,
        """
        name: greedy
        title: Greedy
        wear: {orders: 1, switches: 3, test_orders: the bench's}
        setup:
          - {kind: connect, title: C}
          - {id: home, kind: card, title: H}
          - {id: other, kind: profile-download, title: D, within_s: 120}
        main:
          - {kind: profile-enable, title: There, with: {profile: other}, within_s: 120}
          - {kind: profile-enable, title: Back, with: {profile: home}, within_s: 120}
        safe_state:
          title: The former profile is in use
          by_hand: Enable it.
          steps:
            - {kind: profile-enable, title: In use, with: {profile: home}, within_s: 120}
        """);
    assertEquals(1, shell.run("accept", "run", plan.toString(), "--device", "m"), shell::out);
    assertTrue(shell.json().path("reason").asText().startsWith("Back: refused"), shell.out());
    assertTrue(shell.json().path("reason").asText().endsWith("[lpa/too-many-switches]"));
    assertEquals(1, shell.run("audit", "search", "overridden"), "nothing is found");
    assertEquals(0, shell.json().path("records").size(), shell.out());
  }

  @Test
  void ordersComeFromAFileAndOneThatIsNotThereIsABenchError() throws IOException {
    Path codes = folder.resolve("codes.txt");
    Files.writeString(
        codes, "# none for this device\nother, " + own(bench).getFirst().code() + "\n");
    assertEquals(2, provisioning(codes));
    String evidence = shell.json().path("evidence").asText();
    assertTrue(evidence.contains("other (line 2)"), evidence);
    Files.writeString(
        codes, "other, LPA:1$a.example.com$b\nm, " + own(bench).getFirst().code() + ",\n");
    assertEquals(0, provisioning(codes), shell.out());
    assertTrue(shell.err().contains("left unused: other (line 1)"), shell.err());
    assertEquals(3, provisioning(codes), "an order that is used up is none");
    assertTrue(shell.json().path("reason").asText().endsWith("[acceptance/no-order]"));
    Files.writeString(codes, "m; LPA:1$a$b\n");
    assertEquals(2, provisioning(codes));
    assertTrue(shell.json().path("evidence").asText().contains("line 1"), shell.out());
    Files.writeString(codes, "# a remark\nm, LPA:2$a$b\n");
    assertEquals(2, provisioning(codes));
    assertTrue(shell.json().path("evidence").asText().contains("line 2"), shell.out());
    Files.writeString(codes, "# a remark\n");
    assertEquals(2, provisioning(codes));
    assertEquals(3, provisioning(folder.resolve("none.txt")));
  }

  /// The program is killed while a profile is being enabled: the next run first puts the former
  /// profile in use again and deletes the other, and then does its own work.
  @Test
  void aKilledProgramsRunIsPutInOrderBeforeTheNextOne() throws Exception {
    assertEquals(0, shell.run("profiles", "list", "L"));
    JsonNode before = shell.json().path("profiles");
    killed("provisioning", "profile-enable");
    assertEquals(
        0,
        shell.run("accept", "run", "first-boot", "--device", "m"),
        () -> shell.out() + shell.err());
    assertTrue(shell.err().contains("of provisioning on"), shell.err());
    assertEquals(0, shell.run("accept", "history"));
    assertEquals(
        List.of("not-declared", "restored"),
        shell.json().path("runs").findValuesAsText("safeState"));
    assertEquals(
        List.of("pass", "interrupted"), shell.json().path("runs").findValuesAsText("outcome"));
    assertEquals(0, shell.run("profiles", "list", "L"));
    assertEquals(before, shell.json().path("profiles"), "the card is as it was");
    assertEquals(0, shell.bare("audit", "verify"));
  }

  /// The download had to be refused and was not, so that no step has met its profile; the program
  /// is killed before the teardown comes to it. That it came by the run's own order stands in the
  /// log.
  @Test
  void aProfileThatAKilledRunBroughtUnseenIsDeletedAndNobodyElsesIs() throws Exception {
    assertEquals(0, shell.run("profiles", "list", "L"));
    JsonNode before = shell.json().path("profiles");
    Path plan = folder.resolve("unseen.yaml");
    Files.writeString(
        plan,
        """
        name: unseen
        title: Unseen
        wear: {orders: 1, test_orders: the bench's}
        setup:
          - {kind: connect, title: C}
          - {id: home, kind: card, title: H}
        main:
          - {kind: profile-download, title: D, within_s: 120, with: {expect: refused}}
        teardown:
          - {kind: urc, title: Killed here, within_s: 100, with: {match: NEVER}}
        safe_state:
          title: The card is as before
          by_hand: Delete it.
          steps:
            - {kind: connect, title: C}
            - {kind: profile-delete, title: Gone, with: {profile: never}, within_s: 60}
            - {kind: card, title: As before, with: {as_before: home}}
        """);
    killed(plan.toString(), "Killed here");
    assertEquals(0, shell.run("profiles", "list", "L"));
    assertEquals(before.size() + 1, shell.json().path("profiles").size(), "it came");
    String others = own(BenchFile.read(folder.resolve("b"))).getFirst().code();
    assertEquals(0, shell.run("profiles", "download", "L", "--code", others, "--yes"));
    assertEquals(1, shell.run("accept", "resolve", "L"), "a person's own is not the run's");
    assertEquals(0, shell.run("profiles", "list", "L"));
    JsonNode left = shell.json().path("profiles");
    assertEquals(before.size() + 1, left.size(), "the run's own is gone, the person's is not");
    String person = left.path(left.size() - 1).path("iccid").asText();
    assertEquals(0, shell.run("profiles", "delete", "L", person, "--yes"), shell::err);
    assertEquals(0, shell.run("accept", "resolve", "L"), () -> shell.out() + shell.err());
    assertEquals(0, shell.run("accept", "history"));
    assertEquals(
        List.of("restored"), shell.json().path("runs").findValuesAsText("safeState"), shell.out());
    assertEquals(0, shell.run("profiles", "list", "L"));
    assertEquals(before, shell.json().path("profiles"));
  }

  /// Runs a plan in a program of its own, which is killed in a step.
  private void killed(String plan, String step) throws Exception {
    Process program =
        Classes.program(
                "simwright.app.Main",
                "accept",
                "run",
                plan,
                "--device",
                folder.resolve("b/m").toString(),
                "--data",
                shell.data().toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start();
    try (SystemTime time = new SystemTime()) {
      Deadline deadline = time.deadline(Duration.ofSeconds(60));
      while (!begun(step) && program.isAlive()) {
        assertFalse(deadline.passed(), "it did not come to " + step);
        time.sleep(Duration.ofMillis(20));
      }
      assertTrue(program.isAlive(), Files.readString(folder.resolve("said.txt")));
    } finally {
      program.destroyForcibly();
      assertTrue(program.waitFor(30, TimeUnit.SECONDS));
    }
  }

  private boolean begun(String step) {
    shell.bare("audit", "search", step);
    return shell.out().contains("step.started");
  }

  private int provisioning(Path codes) {
    return shell.run("accept", "run", "provisioning", "--device", "m", "--codes", codes.toString());
  }

  private static List<BenchDescription.Order> own(BenchDescription bench) {
    return bench.orders().stream().filter(each -> each.device().equals("m")).toList();
  }
}
