package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.lab.BenchDescription;
import simwright.lab.Disturbance;

/// A profile is retired only when all of it was seen, wherever it is cut; until then what is
/// missing is told by name.
class RetireTest {
  private static final String PARIS = "8988211000009000012";
  private static final String ORDERED = "8988211000009000079";

  @TempDir Path folder;

  @AutoClose private final BenchShell shell;

  RetireTest(@TempDir Path bench) {
    shell = new BenchShell(bench);
    BenchDescription unused = shell.serve("ec25");
  }

  private int retire(String more) throws IOException {
    List<String> all = new ArrayList<>(List.of("catalog", "retire"));
    all.addAll(List.of(more.split(" ")));
    int exit = shell.run(all.toArray(String[]::new));
    assertEquals(
        Set.of(),
        Schemas.wrong(json().has("error") ? "error" : "catalog-retire", shell.out()),
        shell.out());
    return exit;
  }

  private JsonNode json() throws IOException {
    return shell.json();
  }

  private List<String> missing() throws IOException {
    List<String> missing = new ArrayList<>();
    for (JsonNode each : json().path("parts")) {
      if (!each.path("seen").asBoolean()) {
        missing.add(each.path("part").asText());
      }
    }
    assertEquals(missing.size(), json().path("missing").size());
    assertEquals(missing.isEmpty(), json().path("complete").asBoolean());
    return missing;
  }

  /// The profile is in use on the card, and in the catalog.
  private void installed() throws IOException {
    assertEquals(
        0,
        shell.run(
            "profiles",
            "download",
            "L",
            "--yes",
            "--code",
            "LPA:1$smdp.simwright.test$BENCH-7013-1007"),
        shell::err);
    assertEquals(0, shell.run("profiles", "enable", "L", PARIS), shell::err);
    assertEquals(0, shell.run("catalog", "reconcile", "L", "--apply"), shell::out);
  }

  private void inCatalog(String iccid, String state) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("fleet.csv"),
            "iccid,name,state\n" + iccid + ",TRAVEL-EU-STANDBY," + state + "\n");
    assertEquals(0, shell.bare("catalog", "import", file.toString()), shell::err);
  }

  private String state(String profile) throws IOException {
    assertEquals(0, shell.bare("catalog", "show", profile, "--json"), shell::err);
    assertEquals(Set.of(), Schemas.wrong("catalog-show", shell.out()), shell.out());
    return json().path("profile").path("state").asText();
  }

  @Test
  void anOrderIsEndedAtItsServerOnceThatIsThere() throws IOException {
    assertEquals(0, shell.run("order", "download", "--iccid", ORDERED), shell::err);
    inCatalog(ORDERED, "reserved");
    assertEquals(3, retire(ORDERED), "nobody consented");
    assertEquals("lpa/unconfirmed", json().path("error").asText());
    assertEquals("reserved", state(ORDERED));

    shell.bench().disturb("m", new Disturbance.Server("es2+ page@cancelOrder*1"));
    assertEquals(1, retire(ORDERED + " --yes"), shell::out);
    assertEquals("rsp/http", json().path("stopped").path(0).path("code").asText());
    assertEquals(List.of("order-cancelled"), missing());
    assertEquals("revoked", state(ORDERED));
    assertEquals(0, shell.bare("catalog", "list"), shell::err);
    assertTrue(shell.out().contains("revocation incomplete"), shell::out);
    assertEquals(
        2,
        shell.bare("catalog", "move", ORDERED, "deleted", "--why", "I say so", "--json"),
        shell::out);
    assertEquals("catalog/revocation-incomplete", json().path("error").asText());

    assertEquals(0, retire(ORDERED), shell::out);
    assertEquals(List.of(), missing());
    assertEquals("deleted", state(ORDERED));
    assertEquals(0, retire(ORDERED), "again changes nothing");
    assertEquals(0, shell.run("order", "list"), shell::err);
    assertEquals("unavailable", json().path("orders").path(0).path("state").asText());
  }

  @Test
  void aServerThatWasNeverAskedProvesNothing() throws IOException {
    inCatalog(ORDERED, "reserved");
    assertEquals(1, retire(ORDERED + " --yes"), shell::out);
    assertEquals("es2+/8.2.1-3.5", json().path("stopped").path(0).path("code").asText());
    assertEquals(List.of("order-cancelled"), missing());
    assertEquals(2, retire(ORDERED + " --receipt OP-1"), shell::out);
    assertEquals("catalog/no-ticket", json().path("error").asText());
  }

  @Test
  void anInstalledProfileIsRetiredWhenAllOfItWasSeen() throws IOException {
    installed();
    Path ticket = folder.resolve("ticket.json");
    assertEquals(1, retire(PARIS + " --yes --ticket " + ticket), shell::out);
    assertEquals(List.of("line-suspended", "disabled", "deleted", "server-told"), missing());
    String number = json().path("ticket").asText();
    String text = Files.readString(ticket);
    assertTrue(text.contains(number) && !text.contains(PARIS), text);
    assertEquals(1, retire(PARIS + " --ticket " + ticket + " --identified"), shell::out);
    assertTrue(Files.readString(ticket).contains(PARIS));

    Path other = Files.writeString(folder.resolve("other.txt"), "Ticket " + number + "0 is done");
    assertEquals(2, retire(PARIS + " --receipt-file " + other), shell::out);
    assertEquals("catalog/no-receipt", json().path("error").asText());
    Path ours = Files.writeString(folder.resolve("ours.txt"), "Ticket " + number + " is done");
    assertEquals(1, retire(PARIS + " --receipt-file " + ours), shell::out);
    assertEquals(List.of("disabled", "deleted", "server-told"), missing());

    shell.bench().disturb("m", new Disturbance.Server("hang-up@handleNotification*9"));
    assertEquals(1, retire(PARIS + " --device L --yes"), shell::out);
    assertEquals(List.of("server-told"), missing(), shell::out);
    assertEquals("revoked", state(PARIS));
    shell.bench().disturb("m", new Disturbance.Server(""));
    assertEquals(0, retire(PARIS + " --device L"), shell::out);
    assertEquals("deleted", state(PARIS));
    assertEquals(0, shell.run("profiles", "list", "L"), shell::err);
    assertFalse(shell.out().contains(PARIS), shell::out);
    assertEquals(0, shell.run("audit", "search", "catalog.retired"), shell::err);
    assertTrue(shell.out().contains("line-suspended"), shell::out);
  }

  @Test
  void aDeviceUnpluggedBeforeTheDeletionIsGoneOnWith() throws IOException {
    installed();
    assertEquals(0, shell.run("profiles", "disable", "L", PARIS), shell::err);
    assertEquals(1, retire(PARIS + " --yes"), shell::out);
    shell.bench().disturb("m", new Disturbance.Unplug());
    assertEquals(1, retire(PARIS + " --device L --yes"), shell::out);
    assertEquals("lab/unplugged", json().path("stopped").path(0).path("code").asText());
    assertTrue(missing().contains("deleted"));
    shell.bench().disturb("m", new Disturbance.Plug());
    assertEquals(1, retire(PARIS + " --device L --yes"), shell::out);
    assertEquals(List.of("line-suspended"), missing());
  }

  @Test
  void theWrongCardProvesNothing() throws IOException {
    inCatalog(ORDERED, "installed");
    assertEquals(1, retire(ORDERED + " --yes --device L"), shell::out);
    assertEquals("catalog/other-card", json().path("stopped").path(0).path("code").asText());
    assertTrue(missing().contains("deleted"));
  }

  @Test
  void whoWasDeletedByHandMeanwhileIsSeenToBeGone() throws IOException {
    installed();
    assertEquals(1, retire(PARIS + " --yes"), shell::out);
    assertEquals(0, shell.run("profiles", "disable", "L", PARIS), shell::err);
    assertEquals(0, shell.run("profiles", "delete", "L", PARIS, "--yes"), shell::err);
    assertEquals(1, retire(PARIS), shell::out);
    assertEquals(List.of("line-suspended"), missing());
  }
}
