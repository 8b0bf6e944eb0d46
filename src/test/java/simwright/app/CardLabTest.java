package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static simwright.app.RunJson.step;
import static simwright.app.RunJson.steps;
import static simwright.app.RunJson.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.lab.BenchDescription;
import simwright.lab.BenchFile;
import simwright.lab.Disturbance;

/// Plans about what a card holds, refuses and forgets, on the simulated bench.
class CardLabTest {
  @TempDir Path folder;

  @AutoClose private BenchShell shell;

  private void serve(String device) {
    shell = new BenchShell(folder);
    BenchDescription unused = shell.serve(device);
  }

  @Test
  void aCardIsFilledUntilItRefusesWithItsReasonAndIsAsBeforeAfterwards() throws IOException {
    serve("ec25.small-card");
    assertEquals(0, shell.run("profiles", "list", "L"));
    JsonNode before = shell.json().path("profiles");
    assertEquals(0, shell.run("accept", "run", "capacity", "--device", "m"), shell::err);
    JsonNode run = shell.json();
    assertEquals("pass", run.path("outcome").asText(), run.toString());
    assertEquals("verified", run.path("safeState").path("state").asText());
    List<JsonNode> rounds = steps(run, "fill");
    JsonNode full = rounds.get(1);
    assertEquals(1, value(full, "refused"));
    assertTrue(full.path("words").asText().contains("es10/load-package.10"), full.toString());
    assertEquals(value(rounds.getFirst(), "free"), value(full, "free"), "nothing stays of it");
    assertTrue(value(full, "free") > 0);
    assertEquals(3, value(step(run, "held"), "profiles"));
    assertEquals("skipped", rounds.get(2).path("outcome").asText());
    assertEquals("the card is full", rounds.getLast().path("words").asText());
    assertEquals(0, shell.run("profiles", "list", "L"));
    assertEquals(before, shell.json().path("profiles"));
    assertEquals(0, shell.run("notifications", "list", "L"));
    assertEquals(0, shell.json().path("notifications").size());
  }

  /// The usual card of a bench has less room than the bench has orders.
  @Test
  void theBenchsOwnOrdersFillItsCardAndFewerProveNothing() throws IOException {
    serve("ec25");
    Path plan = folder.resolve("fill.yaml");
    Files.writeString(
        plan,
        """
        name: fill
        title: Fill
        wear: {orders: 9, test_orders: the bench's}
        setup:
          - {kind: connect, title: C}
          - {id: home, kind: card, title: H}
        main:
          - repeat:
              times: 7
              steps:
                - {id: fill, kind: profile-download, title: F, within_s: 60, with: {expect: full, most: 6}, measure: [{name: refused, unit: downloads}]}
        teardown:
          - {kind: profile-delete, title: D, with: {profile: fill}, within_s: 60}
          - {kind: card, title: As before, with: {as_before: home}}
        """);
    Path codes = folder.resolve("codes.txt");
    Files.writeString(
        codes, "m, " + BenchFile.read(folder.resolve("b")).orders().getFirst().code() + "\n");
    assertEquals(
        3,
        shell.run("accept", "run", plan.toString(), "--device", "m", "--codes", codes.toString()));
    assertEquals("inconclusive", shell.json().path("outcome").asText(), shell.out());
    assertTrue(
        shell.json().path("reason").asText().contains("it needs more test orders than 1"),
        shell.out());
    assertEquals(0, shell.run("accept", "run", plan.toString(), "--device", "m"), shell::out);
    JsonNode last =
        steps(shell.json(), "fill").stream()
            .filter(each -> each.path("outcome").asText().equals("pass"))
            .reduce((_, later) -> later)
            .orElseThrow();
    assertEquals(1, value(last, "refused"), last.toString());
    assertEquals(
        3, shell.run("accept", "run", "capacity", "--device", "m", "--codes", codes.toString()));
    assertTrue(
        shell.json().path("reason").asText().contains("the plan needs 1 test order"), shell.out());
  }

  @Test
  void everyFunctionOfTheCardAnswersAndRefusesAsItMust() throws IOException {
    serve("ec25");
    assertEquals(0, shell.run("accept", "run", "card-functions", "--device", "m"), shell::err);
    assertEquals("pass", shell.json().path("outcome").asText(), shell.out());
    assertEquals(0, shell.run("accept", "run", "card-functions", "--dry-run"));
    assertTrue(shell.out().contains("delete the profile of 'home', which must stay"), shell.out());
    assertEquals(0, shell.run("euicc", "info", "L"), shell::err);
    assertTrue(shell.json().path("defaultServer").isNull(), shell.out());
  }

  /// A plan that expects what the card does not do fails, and says what the card did.
  @Test
  void aRefusalThatDoesNotComeAndOneThatIsAnotherAreFailures() throws IOException {
    serve("ec25");
    Path plan = folder.resolve("wrong.yaml");
    ask(plan, "{ask: eid, refused: [es10/get-eid.1]}");
    assertEquals(1, shell.run("accept", "run", plan.toString(), "--device", "m"));
    assertTrue(shell.json().path("reason").asText().contains("did not refuse"), shell.out());
    ask(plan, "{ask: enable-unknown, refused: [es10/enable-profile.5]}");
    assertEquals(1, shell.run("accept", "run", plan.toString(), "--device", "m"));
    assertTrue(shell.json().path("reason").asText().endsWith("[es10/enable-profile.1]"));
    ask(plan, "{ask: enable-unknown}");
    assertEquals(1, shell.run("accept", "run", plan.toString(), "--device", "m"));
    ask(plan, "{ask: delete-kept, profile: nobody, refused: ['es10/*']}");
    assertEquals(3, shell.run("accept", "run", plan.toString(), "--device", "m"));
    assertTrue(shell.json().path("reason").asText().endsWith("[acceptance/no-profile]"));
    ask(plan, "{ask: enable-nobody}");
    assertEquals(2, shell.run("accept", "run", plan.toString(), "--device", "m"));
    assertEquals("acceptance/broken-plan", shell.json().path("error").asText());
  }

  private static void ask(Path plan, String with) throws IOException {
    Path unused =
        Files.writeString(
            plan,
            """
            name: wrong
            title: Wrong
            setup:
              - {kind: connect, title: C}
            main:
              - {kind: card-function, title: Q, within_s: 60, with: %s}
            """
                .formatted(with));
  }

  @Test
  void nothingIsTakenAwayForGoodUnlessThePlansNameWasTyped() throws IOException {
    serve("ec25");
    assertEquals(3, shell.run("accept", "run", "memory-reset", "--device", "m"));
    assertEquals("acceptance/unconfirmed", shell.json().path("error").asText());
    assertEquals(
        3, shell.run("accept", "run", "memory-reset", "--device", "m", "--confirm", "yes"));
    assertEquals(0, shell.run("accept", "history"));
    assertEquals(
        List.of("not-started", "not-started"),
        shell.json().path("runs").findValuesAsText("outcome"));
    assertEquals(0, shell.run("profiles", "list", "L"));
    assertEquals(1, shell.json().path("profiles").size());
    assertEquals(0, shell.run("accept", "run", "memory-reset", "--dry-run"));
    assertTrue(shell.out().contains("deletes"), shell.out());
    assertEquals(
        0,
        shell.run("accept", "run", "memory-reset", "--device", "m", "--confirm", "memory-reset"),
        shell::err);
    assertEquals(0, shell.run("profiles", "list", "L"));
    assertEquals(0, shell.json().path("profiles").size(), "the one it came with is gone, too");
  }

  @Test
  void whatWaitsIsAskedOfTheDiscoveryServerAndOneThatIsSilentIsAFailure() throws IOException {
    serve("ec25");
    assertEquals(0, shell.run("accept", "run", "discovery", "--device", "m"), shell::err);
    assertEquals(1, value(step(shell.json(), "again"), "events"));
    shell.bench().disturb("m", new Disturbance.Server("sm-ds page"));
    assertEquals(1, shell.run("accept", "run", "discovery", "--device", "m"));
    assertTrue(shell.json().path("reason").asText().startsWith("What waits: "), shell.out());
  }

  @Test
  void downloadsThatAreCutLeaveNothingAndAreResumedOnce() throws IOException {
    serve("ec25");
    assertEquals(
        0,
        shell.run("accept", "run", "interrupted-download", "--device", "m"),
        () -> shell.out() + shell.err());
    JsonNode run = shell.json();
    assertEquals("pass", run.path("outcome").asText(), run.toString());
    JsonNode loading = step(run, "loading");
    assertEquals(2, value(loading, "downloads"), "the supply went away in the middle");
    assertTrue(loading.path("words").asText().contains("[link/gone]"), loading.toString());
    assertEquals(1, value(step(run, "fetching"), "downloads"), "the package is asked for again");
    assertEquals(2, value(step(run, "fetching"), "tries"), "by the program itself");
    assertTrue(
        step(run, "fetching").path("words").asText().contains("felt at 'fetching the package'"));
    assertEquals(0, shell.run("profiles", "list", "L"));
    assertEquals(1, shell.json().path("profiles").size());
  }

  @Test
  void serversThatRefuseLeaveNothingBehindAndTheTrueReasonIsTold() throws IOException {
    serve("ec25");
    assertEquals(0, shell.run("accept", "run", "server-refusals", "--device", "m"), shell::out);
    JsonNode run = shell.json();
    assertEquals("pass", run.path("outcome").asText(), run.toString());
    assertTrue(value(step(run, "waiting"), "notifications") > 0, "it waits for the server");
    assertEquals(0, value(step(run, "told"), "waiting"));
    assertFalse(run.toString().contains("skipped"), "the bench's servers do all of it");
  }

  @Test
  void aDownloadThatNeverComesToItsCutSaysNothingOfTheDevice() throws IOException {
    serve("ec25");
    shell.bench().disturb("m", new Disturbance.Server("fail:8.2.6/3.8"));
    Path plan = folder.resolve("early.yaml");
    Files.writeString(
        plan,
        """
        name: early
        title: Early
        wear: {orders: 1, test_orders: the bench's}
        setup:
          - {kind: connect, title: C}
        main:
          - {kind: download-cut, title: D, within_s: 60, with: {at: loading}}
        """);
    assertEquals(3, shell.run("accept", "run", plan.toString(), "--device", "m"), shell::out);
    assertEquals("inconclusive", shell.json().path("outcome").asText());
  }

  @Test
  void theCablePulledWhileTheCardIsReadIsABenchError() throws IOException {
    serve("ec25");
    Path plan = folder.resolve("pulled.yaml");
    Files.writeString(
        plan,
        """
        name: pulled
        title: Pulled
        setup:
          - {kind: connect, title: C}
        main:
          - repeat: {times: 30, steps: [{kind: profile-list, title: L}, {kind: euicc-info, title: I}]}
        """);
    shell.bench().disturb("m", new Disturbance.Faults("hangup:9000"));
    assertEquals(3, shell.run("accept", "run", plan.toString(), "--device", "m"), shell::out);
    assertEquals("error", shell.json().path("outcome").asText(), shell.out());
    assertTrue(shell.json().path("reason").asText().contains("[link/gone]"), shell.out());
  }

  @Test
  void ordersWithAPolicyRuleAreTakenFromAFileToo() throws IOException {
    serve("ec25");
    BenchDescription.Order ruled =
        BenchFile.read(folder.resolve("b")).orders().stream()
            .filter(each -> each.profile().startsWith("TEST-PPR1"))
            .findFirst()
            .orElseThrow();
    Path codes = folder.resolve("codes.txt");
    Path plan = folder.resolve("ruled.yaml");
    Files.writeString(
        plan,
        """
        name: ruled
        title: Ruled
        wear: {orders: 1, test_orders: one with rule 1}
        setup:
          - {kind: connect, title: C}
        main:
          - {kind: profile-download, title: D, within_s: 60, with: {rule: ppr1, expect: refused, codes: [lpa/policy]}}
        """);
    Files.writeString(codes, "m, " + ruled.code() + ",, ppr1\n");
    assertEquals(0, ruled(plan, codes), shell::out);
    assertEquals("pass", shell.json().path("steps").path(1).path("outcome").asText());
    Files.writeString(codes, "m, " + ruled.code() + "\n");
    int unused = ruled(plan, codes);
    assertEquals("skipped", shell.json().path("steps").path(1).path("outcome").asText());
    Files.writeString(codes, "m, " + ruled.code() + ",, ppr3\n");
    assertEquals(2, ruled(plan, codes));
    assertTrue(shell.out().contains("line 1"), shell.out());
  }

  private int ruled(Path plan, Path codes) {
    return shell.run(
        "accept", "run", plan.toString(), "--device", "m", "--codes", codes.toString());
  }
}
