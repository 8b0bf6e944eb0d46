package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.lab.BenchDescription;
import simwright.lab.SimulatedBench;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.sim.pty.PseudoTerminal;

/// The ways to servers on the command line: another address and a test root, named by hand, do what
/// a served bench does, and one without the other does not.
class ServerWaysTest {
  private static final String SMDP = "smdp.simwright.test";

  @TempDir static Path folder;
  private static final Shell SHELL = new Shell();
  private static final SimulatedBench BENCH = SHELL.bench();
  private static BenchDescription.Server smdp;

  @BeforeAll
  static void serve() {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    var unused =
        BENCH.start(folder.resolve("b"), List.of(new DeviceRequest("ec25", "ec25", "", 1)));
    smdp = BENCH.startServers().servers().getFirst();
  }

  @AfterAll
  static void close() {
    BENCH.close();
    SHELL.close();
  }

  private static int run(String line, String... more) {
    List<String> words = new ArrayList<>(List.of(line.split(" ")));
    words.addAll(List.of(more));
    words.addAll(List.of("--data", folder.resolve("d").toString()));
    return SHELL.run(words);
  }

  @Test
  void aServerIsCheckedUnderARootThatWasNamed() {
    String check = "server check " + SMDP + " --connect-to " + smdp.address();
    assertEquals(0, run(check, "--lab-root", smdp.root()), SHELL.out() + SHELL.err());
    assertTrue(SHELL.out().contains("lab: test roots are believed"), SHELL.out());
    assertTrue(SHELL.out().contains("as SM-DP+: yes"), SHELL.out());
    assertEquals(0, run("audit search book.lab"), SHELL.err());
    assertEquals(0, run("audit search server.check"), SHELL.err());

    assertEquals(1, run(check), SHELL.out());
    assertTrue(SHELL.out().contains("trust/root"), SHELL.out());
    assertTrue(SHELL.out().contains("CN=" + SMDP), SHELL.out());
    assertTrue(SHELL.out().contains("not asked, as its certificate"), SHELL.out());
  }

  @Test
  void whatIsDoneInALabIsMarkedInTheLogAndInEveryReport() throws IOException {
    Path out = folder.resolve("reports");
    String data = " --data " + folder.resolve("marked");
    String run = "accept run first-boot --device " + folder.resolve("b/ec25") + data;
    List<String> words = new ArrayList<>(List.of(run.split(" ")));
    words.addAll(List.of("--lab-root", smdp.root(), "--out", out.toString()));
    words.addAll(List.of("--junit", out.resolve("junit.xml").toString()));
    assertEquals(0, SHELL.run(words), SHELL.out() + SHELL.err());
    assertTrue(SHELL.out().contains("  LAB  "), SHELL.out());
    assertTrue(Files.readString(out.resolve("run.json")).contains("\"lab\" : true"));
    assertTrue(Files.readString(out.resolve("run.html")).contains("LAB: test roots"));
    assertTrue(Files.readString(out.resolve("junit.xml")).contains("\"lab\" value=\"true\""));
    assertEquals(0, SHELL.run(("audit search job.done" + data).split(" ")));
    assertTrue(SHELL.out().contains("job.done  LAB"), SHELL.out());

    String other = " --data " + folder.resolve("unmarked");
    // by a name of its own it is no device of the bench, whose servers and root would come with it
    Path tty = Files.createSymbolicLink(folder.resolve("tty"), folder.resolve("b/ec25"));
    String without = "accept run first-boot --json --device " + tty + other;
    assertEquals(0, SHELL.run(without.split(" ")), SHELL.out() + SHELL.err());
    assertTrue(SHELL.out().contains("\"lab\" : false"), SHELL.out());
    assertEquals(0, SHELL.run(("audit search job.done" + other).split(" ")));
    assertFalse(SHELL.out().contains("LAB"), SHELL.out());
  }

  @Test
  void anExceptionIsForOneCertificateUntilItIsWithdrawnAndStandsInTheLog() throws IOException {
    String other = "other.simwright.test";
    String check =
        "server check " + other + " --connect-to " + smdp.address() + " --lab-root " + smdp.root();
    assertEquals(1, run(check, "--json"), SHELL.out());
    JsonNode seen = new ObjectMapper().readTree(SHELL.out());
    assertEquals("trust/host", seen.path("trustCode").asText());
    String hash = seen.path("certificates").path(0).path("sha256").asText();

    String until = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();
    String except = "server except " + other + " --until " + until + " --because testing";
    assertEquals(0, run(except, "--certificate", hash, "--confirm", other), SHELL.err());
    assertEquals(1, run(check), SHELL.out());
    assertTrue(SHELL.out().contains("is believed by an exception only"), SHELL.out());
    assertTrue(SHELL.err().contains("Note: The TLS certificate of " + other), SHELL.err());
    assertFalse(SHELL.out().contains("trust/host"), SHELL.out());
    assertEquals(0, run("server exceptions"));
    assertTrue(SHELL.out().contains("used 1 time,"), SHELL.out());
    assertEquals(0, run("audit search trust.used"), SHELL.out());
    assertEquals(0, run("audit search job.done exception"), SHELL.out());

    assertEquals(0, run("server withdraw " + other), SHELL.err());
    assertEquals(1, run(check), SHELL.out());
    assertTrue(SHELL.out().contains("trust/host"), SHELL.out());
    assertEquals(0, run("server exceptions"));
    assertTrue(SHELL.out().contains("Nothing is excepted"), SHELL.out());
  }

  @Test
  void onlyWhoGovernsMakesAnException() {
    String data = folder.resolve("people").toString();
    assertEquals(0, SHELL.run("people", "add", "ada", "--role", "admin", "--data", data));
    String add = "people add otto --role operator --as ada --data " + data;
    assertEquals(0, SHELL.run(add.split(" ")), SHELL.err());
    String until = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();
    String except =
        "server except a.example.test --because testing --confirm a.example.test --certificate "
            + "AB".repeat(32)
            + " --until "
            + until
            + " --data "
            + data;
    assertEquals(3, SHELL.run((except + " --as otto").split(" ")), SHELL.err());
    assertTrue(SHELL.err().contains("audit/"), SHELL.err());
    assertEquals(0, SHELL.run((except + " --as ada").split(" ")), SHELL.err());
    String withdraw = "server withdraw a.example.test --as otto --data " + data;
    assertEquals(3, SHELL.run(withdraw.split(" ")), SHELL.err());
  }

  @Test
  void theNameThatIsSentStaysTheNameThatIsVerified() {
    String line = "server check other.simwright.test --connect-to " + smdp.address();
    assertEquals(1, run(line, "--lab-root", smdp.root()), SHELL.out());
    assertTrue(SHELL.out().contains("trust/host"), SHELL.out());
  }

  @Test
  void aCardIsServedOnTheSameWays() throws IOException {
    String device = folder.resolve("b/ec25").toString();
    String to = SMDP + "=" + smdp.address();
    String code = "LPA:1$" + SMDP + "$NOBODY-KNOWS";
    String line = "profiles download " + device + " --yes --code " + code + " --connect-to " + to;
    assertEquals(3, run(line, "--lab-root", smdp.root()), SHELL.out() + SHELL.err());
    assertTrue(SHELL.err().contains("es9+/8.2.6-3.8"), SHELL.err());
    String port = line.replace(device, Path.of(device).toRealPath().toString());
    assertEquals(3, run(port), SHELL.out());
    assertTrue(SHELL.err().contains("lpa/no-common-root"), SHELL.err());
  }

  @Test
  void aRootThatIsNoneEndsTheCommand() throws IOException {
    Path none = Files.writeString(folder.resolve("none.pem"), "no root");
    assertEquals(3, run("server check " + SMDP, "--lab-root", none.toString()));
    assertTrue(SHELL.err().contains("trust/no-certificate"), SHELL.err());
    assertEquals(3, run("server check " + SMDP, "--lab-root", none + ".missing"));
    assertTrue(SHELL.err().contains("trust/root-file"), SHELL.err());
  }

  @Test
  void aTestRootAmongGsmasIsToldAndNotUsed() throws IOException {
    Path data = folder.resolve("roots-of-its-own");
    Path roots = Files.createDirectories(data.resolve("roots"));
    Files.copy(Path.of(smdp.root()), roots.resolve("bench.der"));
    String check = "server check " + SMDP + " --connect-to " + smdp.address() + " --data " + data;
    assertEquals(1, SHELL.run(check.split(" ")), SHELL.out());
    assertTrue(SHELL.err().contains("trust/not-gsma"), SHELL.err());
    assertTrue(SHELL.out().contains("trust/root"), SHELL.out());
  }

  @Test
  void aWayThatLeadsNowhereIsNamed() {
    assertEquals(2, run("server check " + SMDP + " --connect-to nonsense"));
    assertTrue(SHELL.err().contains("nonsense"), SHELL.err());
    assertEquals(2, run("server check " + SMDP + " --proxy 1.2.3.4:99999"));
    assertEquals(1, run("server check " + SMDP + " --proxy 127.0.0.1:1"), SHELL.err());
    assertTrue(SHELL.out().contains("rsp/unreachable"), SHELL.out());
  }
}
