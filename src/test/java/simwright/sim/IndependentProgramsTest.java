package simwright.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.hardware.HardwareProfiles;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.sim.pty.PseudoTerminal;
import simwright.time.SystemTime;

/// Debian's gammu and gnokii know nothing of this project, and must see a modem.
class IndependentProgramsTest {
  private static final String IMEI = "350000020001018";

  @TempDir Path folder;
  private final SystemTime time = new SystemTime();
  private final SimBench bench = new SimBench(HardwareProfiles.shipped(), time);

  @BeforeEach
  void serve() {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    var unused =
        bench.start(folder.resolve("b"), List.of(new DeviceRequest("ec25", "ec25", "", 1)));
  }

  @AfterEach
  void stop() {
    bench.close();
    time.close();
  }

  @Test
  void gammuIdentifiesTheModem() throws Exception {
    String said = gammu("--identify");
    assertEquals("Quectel", value(said, "Manufacturer"), said);
    assertTrue(value(said, "Model").contains("EC25"), said);
    assertEquals("EC25EFAR06A05M4G", value(said, "Firmware"), said);
    assertEquals(IMEI, value(said, "IMEI"), said);
    assertEquals("001010001000001", value(said, "SIM IMSI"), said);
  }

  @Test
  void gammuSeesTheNetwork() throws Exception {
    String said = gammu("--networkinfo");
    assertEquals("home network", value(said, "Network state"), said);
    assertTrue(value(said, "Network").startsWith("001 01"), said);
    assertEquals("\"Simwright Test\"", value(said, "Name in phone"), said);
    assertEquals("home network", value(said, "Packet network state"), said);
    assertEquals("attached", value(said, "GPRS"), said);
  }

  @Test
  void gammuSendsAMessageAndReadsItBack() throws Exception {
    String sent = gammu("sendsms", "TEXT", "+99900100001", "-text", "Grüße vom Prüfstand");
    assertTrue(sent.contains("OK"), sent);
    String said = "";
    for (int i = 0; i < 20 && !said.contains("Grüße vom Prüfstand"); i++) {
      said = gammu("getallsms");
    }
    assertTrue(said.contains("Grüße vom Prüfstand"), said);
    assertTrue(said.contains("+99900100001"), said);
  }

  @Test
  void gnokiiIdentifiesTheModem() throws Exception {
    // gnokii cuts a port's name after 31 characters, so it gets the terminal, not the long link
    Path settings = folder.resolve("gnokiirc");
    Files.writeString(
        settings,
        "[global]\nport = "
            + device().toRealPath()
            + "\nmodel = AT\nconnection = serial\nuse_locking = no\nserial_baudrate = 115200\n");
    String said = run("gnokii", "--config", settings.toString(), "--identify");
    assertEquals(IMEI, value(said, "IMEI"), said);
    assertEquals("Quectel", value(said, "Manufacturer"), said);
    assertEquals("EC25", value(said, "Model"), said);
    assertEquals("EC25EFAR06A05M4G", value(said, "Revision"), said);
  }

  private Path device() {
    return folder.resolve("b").resolve("ec25");
  }

  private String gammu(String... arguments) throws IOException, InterruptedException {
    Path settings = folder.resolve("gammurc");
    Files.writeString(settings, "[gammu]\ndevice=" + device() + "\nconnection=at\n");
    return run(
        Stream.concat(Stream.of("gammu", "-c", settings.toString()), Arrays.stream(arguments))
            .toArray(String[]::new));
  }

  private String run(String... command) throws IOException, InterruptedException {
    assumeTrue(installed(command[0]), command[0] + " is not installed");
    Path out = folder.resolve("out.txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process program = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    boolean ended = program.waitFor(60, TimeUnit.SECONDS);
    program.destroyForcibly();
    String said = Files.readString(out, StandardCharsets.UTF_8);
    assertTrue(ended, said);
    assertEquals(0, program.exitValue(), said);
    return said;
  }

  private static boolean installed(String name) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, name)));
  }

  /// What stands after `name :`.
  private static String value(String said, String name) {
    return said.lines()
        .filter(line -> line.matches(name + " *:.*"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("");
  }
}
