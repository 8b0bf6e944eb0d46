package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.Safety;
import simwright.cli.Terminal;
import simwright.lab.SimulatedBench;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.sim.pty.PseudoTerminal;

/// The commands as a person and a CI server use them, on a bench that is served beside them.
class CommandLineTest {
  @TempDir Path folder;
  private final Wiring wiring = new Wiring();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final SimulatedBench bench = wiring.bench();

  @AfterEach
  void close() {
    bench.close();
    wiring.close();
  }

  @Test
  void probeTellsWhoAndHowAsJsonAndTheAskingIsRecorded() throws Exception {
    String device = serve("ec25", "");
    assertEquals(0, run("probe", device, "--json"));
    JsonNode found = new ObjectMapper().readTree(out.toString());
    for (String key :
        List.of(
            "manufacturer",
            "model",
            "revision",
            "imei",
            "imsi",
            "iccid",
            "registration",
            "operator",
            "signal",
            "hardwareProfile",
            "simulated")) {
      assertTrue(found.hasNonNull(key), key);
    }
    assertEquals("EC25", found.path("model").asText());
    assertTrue(found.path("simulated").asBoolean());
    String imei = found.path("imei").asText();
    assertEquals(0, run("audit", "search", "device.probe"));
    assertFalse(out.toString().contains(imei));
    assertEquals(0, run("audit", "verify"));
  }

  @Test
  void aBrokenProfileOfOnesOwnIsNamedWithItsLineAndTheOthersWork() throws Exception {
    Path own = Files.createDirectories(folder.resolve("d/hardware-profiles"));
    String good =
        """
        name: mine
        maker: Me
        models: {names: [M1], evidence: assumed}
        identify: {manufacturer: Me, model: M1, evidence: assumed}
        commands: {model: {try: [AT+CGMM], evidence: assumed}}
        """;
    Path broken = own.resolve("broken.yaml");
    Files.writeString(broken, good.replace("model: M1", "model: '('"));
    String device = serve("ec25", "");
    assertEquals(0, run("probe", device, "--json"));
    assertEquals(
        "quectel-ec2x",
        new ObjectMapper().readTree(out.toString()).path("hardwareProfile").asText());
    String said = err.toString().strip();
    assertTrue(said.contains(broken + " is refused and the others go on working: line 4: "), said);
    assertEquals(1, said.lines().filter(line -> line.contains("is refused")).count(), said);
    Files.writeString(broken, good);
    assertEquals(0, run("probe", device, "--json"));
    assertFalse(err.toString().contains("refused"), err.toString());
  }

  @Test
  void aPlanPassesWithReportsAndFailsWithTheRungNamed() throws Exception {
    String device = serve("ec25", "");
    Path reports = folder.resolve("o");
    assertEquals(
        0,
        run(
            "accept",
            "run",
            "first-boot",
            "--device",
            device,
            "--out",
            reports.toString(),
            "--junit",
            reports.resolve("junit.xml").toString()));
    assertTrue(Files.readString(reports.resolve("junit.xml")).contains("failures=\"0\""));
    assertTrue(Files.readString(reports.resolve("run.html")).contains("SIMULATED"));
    bench.disturb("ec25", new simwright.lab.Disturbance.Faults("no-sim"));
    assertEquals(1, run("accept", "run", "first-boot", "--device", device));
    assertTrue(out.toString().contains("cme/10"), out.toString());
  }

  @Test
  void aChangedRecordIsNamedByItsNumber() throws Exception {
    String device = serve("generic", "");
    assertEquals(0, run("probe", device));
    try (Connection log =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("d/simwright.db"));
        Statement change = log.createStatement()) {
      change.execute("DROP TRIGGER record_no_update");
      change.execute("UPDATE record SET line = replace(line, 'device', 'devicf') WHERE seq = 2");
    }
    assertEquals(1, run("audit", "verify"));
    assertTrue(out.toString().contains("record 2"), out.toString());
  }

  @Test
  void aDeviceLeftUnsafeTakesNoPlanUntilThatIsResolved() throws Exception {
    String device = serve("generic", "");
    plan("left", "{kind: connect, title: It answers}");
    bench.disturb("generic", new simwright.lab.Disturbance.Unplug());
    assertEquals(3, run("accept", "run", "left", "--device", device));
    assertFalse(out.toString().contains("UNSAFE"), "nothing was changed: " + out);
    Path plans = folder.resolve("d/plans/left.yaml");
    Files.writeString(
        plans,
        Files.readString(plans)
            .replace("main: [", "teardown: [{kind: functionality, title: Radio on}]\nmain: ["));
    assertEquals(3, run("accept", "run", "left", "--device", device));
    assertTrue(out.toString().contains("  " + Safety.ENDS), out.toString());
    assertEquals(3, run("accept", "run", "first-boot", "--device", device));
    assertTrue(err.toString().contains("acceptance/left-unsafe"), err.toString());
    assertTrue(err.toString().contains("by hand: Look at it."), err.toString());
    assertEquals(1, run("accept", "resolve", device));
    assertTrue(out.toString().contains("It stays unsafe"), out.toString());
    bench.disturb("generic", new simwright.lab.Disturbance.Plug());
    assertEquals(0, run("accept", "resolve", device), out + " " + err);
    assertTrue(out.toString().contains("in the safe state again"), out.toString());
    assertEquals(0, run("accept", "run", "left", "--device", device), err.toString());
    assertEquals(0, run("accept", "history", "--json"));
    assertEquals(
        List.of("verified", "not-declared", "restored", "untouched"),
        json().path("runs").findValuesAsText("safeState"),
        "the run that left it unsafe is told as resolved, the refused one stands there too");
  }

  @Test
  void severalDevicesRunAtOnceEachWithItsVerdict() throws Exception {
    String device = serve("generic", "");
    Path gone = folder.resolve("b/none");
    plan("two", "{kind: connect, title: It answers}");
    assertEquals(
        3,
        run(
            "accept",
            "run",
            "two",
            "--device",
            device,
            "--device",
            gone.toString(),
            "--out",
            folder.resolve("o").toString(),
            "--junit",
            folder.resolve("o/j.xml").toString(),
            "--html",
            folder.resolve("o/all.html").toString(),
            "--ticket",
            "T-1"));
    assertTrue(out.toString().contains("1 pass, 1 not-started"), out.toString());
    assertTrue(Files.readString(folder.resolve("o/j.xml")).contains("<testsuites>"));
    String page = Files.readString(folder.resolve("o/all.html"));
    assertTrue(page.contains("1 of n = 1") && page.contains("<td>T-1</td>"), page);
    assertEquals(0, run("accept", "history", "--json"));
    for (String id : json().path("runs").findValuesAsText("run")) {
      assertTrue(Files.exists(folder.resolve("o").resolve(id).resolve("run.json")), id);
      int unused = run("accept", "show", id, "--json");
      assertEquals("T-1", json().path("header").path("ticket").asText());
      assertFalse(json().path("header").path("batch").asText().isEmpty());
    }
  }

  @Test
  void aRunIsJudgedAgainByOtherLimitsAndBothVerdictsStand() throws Exception {
    String device = serve("generic", "");
    assertEquals(0, run("accept", "run", "first-boot", "--device", device), out.toString());
    assertEquals(0, run("accept", "history", "--json"));
    String id = json().path("runs").path(0).path("run").asText();
    Path limits = folder.resolve("own.limits.yaml");
    Files.writeString(
        limits,
        "name: own\nversion: '7'\nlimits:\n"
            + "  - {of: signal, measurement: rsrp, unit: dBm, least: -20}\n");
    assertEquals(1, run("accept", "rejudge", id, "--limits", limits.toString()));
    assertTrue(out.toString().contains("By first-boot 1: pass; by own 7: fail"), out.toString());
    assertEquals(0, run("accept", "show", id), "the run's own verdict stands");
    assertEquals(0, run("audit", "search", "rejudged"));
    assertTrue(out.toString().contains("own"), out.toString());
    assertEquals(
        1, run("accept", "run", "first-boot", "--device", device, "--limits", limits.toString()));
    assertTrue(
        refused(id, limits, "of: signal, measurement: rsrp, unit: dBW, most: 500")
            .contains("limits signal/rsrp in 'dBW', and the run recorded it in 'dBm'"));
    assertTrue(
        refused(id, limits, "of: signal, measurement: seconds, unit: s, most: 500")
            .contains("limits signal/seconds, which no step of the run measures"));
    assertTrue(
        refused(id, limits, "of: sgnal, measurement: rsrp, unit: dBm, most: 500")
            .contains("limits sgnal/rsrp, which no step of the run measures"));
    Files.writeString(
        limits,
        "name: own\nversion: '8'\nlimits:\n"
            + "  - {of: nothing, measurement: rsrp, unit: dBm, least: -20}\n");
    assertEquals(
        2, run("accept", "run", "first-boot", "--device", device, "--limits", limits.toString()));
    assertTrue(err.toString().contains("which no step measures"), err.toString());
  }

  /// Limits that do not fit a run are wrong usage, and the log says nothing of them; what the
  /// command said.
  private String refused(String id, Path limits, String limit) throws IOException {
    Files.writeString(limits, "name: unfit\nversion: '1'\nlimits:\n  - {" + limit + "}\n");
    assertEquals(2, run("accept", "rejudge", id, "--limits", limits.toString()), out.toString());
    String said = err.toString();
    assertTrue(said.contains("acceptance/unfit-limits"), said);
    int unused = run("audit", "search", "rejudge");
    assertFalse(out.toString().contains("unfit"), out.toString());
    return said;
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out.toString());
  }

  @Test
  void aPlanOfWhichNothingIsCarriedOutIsNeitherAPassNorAFailureOfTheDevice() throws Exception {
    String device = serve("generic", "");
    Path plan = folder.resolve("never.yaml");
    Files.writeString(
        plan,
        """
        name: never
        title: Never
        about: Nothing of it is carried out.
        within_s: 60
        setup: [{kind: connect, title: Recognise the modem, within_s: 45}]
        main: [{kind: signal, title: Signal, when: {device: link, is: [adb]}}]
        """);
    Path junit = folder.resolve("never.xml");
    assertEquals(
        3,
        run("accept", "run", plan.toString(), "--device", device, "--junit", junit.toString()),
        out.toString());
    assertTrue(out.toString().contains("inconclusive"), out.toString());
    assertTrue(out.toString().contains("nothing of the main phase was carried out"));
    assertTrue(Files.readString(junit).contains("<error type=\"inconclusive\""));
    assertFalse(Files.readString(junit).contains("<failure"));
    assertEquals(0, run("accept", "run", "--help"));
    assertTrue(out.toString().contains("stopped, by a person or a rule"), out.toString());
    assertEquals(2, run("accept", "run", "never", "--device", "all"));
    assertTrue(err.toString().contains("--device all means the devices of a bench"));
  }

  private void plan(String name, String safe) throws IOException {
    Path plans = Files.createDirectories(folder.resolve("d/plans"));
    Files.writeString(
        plans.resolve(name + ".yaml"),
        """
        name: %1$s
        title: %1$s
        about: What it is left in.
        within_s: 60
        main: [{kind: connect, title: Recognise the modem, within_s: 45}]
        safe_state:
          title: %1$s
          by_hand: Look at it.
          steps: [%2$s]
        """
            .formatted(name, safe));
  }

  @Test
  void wrongUseIsTwoAndAMissingPortIsThreeWithTheNextStep() {
    assertEquals(2, run("no-such-command"));
    assertEquals(2, run("probe"));
    assertEquals(3, run("probe", "/dev/ttyNoSuchPort"));
    assertTrue(err.toString().contains("link/absent"), err.toString());
    assertTrue(err.toString().contains("Next:"), err.toString());
    assertEquals(2, run("accept", "run", "no-such-plan", "--device", "/dev/ttyNoSuchPort"));
    assertEquals(1, run("explain", "nothing-of-the-kind"));
    assertEquals(0, run("explain", "cme/10", "--json"));
    assertTrue(out.toString().contains("\"cme/10\""));
  }

  @Test
  void atLinesAreAnsweredAndDangerousOnesRefused() {
    String device = serve("generic", "");
    assertEquals(0, run("at", device, "AT+CGMM"));
    assertTrue(out.toString().contains("TS 27.007"));
    assertEquals(1, run("at", device, "AT+CPIN=\"0\""));
    assertEquals(3, run("at", device, "at+egmr=1,7,\"1\""));
    assertTrue(err.toString().contains("at/never-send"), err.toString());
  }

  private String serve(String device, String faults) {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    Path at = folder.resolve("b");
    var unused = bench.start(at, List.of(new DeviceRequest(device, device, faults, 1)));
    return at.resolve(device).toString();
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    if (!arguments[0].equals("explain") && !arguments[0].equals("no-such-command")) {
      all.add("--data");
      all.add(folder.resolve("d").toString());
    }
    return plain(all.toArray(String[]::new));
  }

  private int plain(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false);
    return Main.run(wiring, terminal, arguments);
  }
}
