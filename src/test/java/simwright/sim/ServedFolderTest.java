package simwright.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.audit.Classes;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.hardware.HardwareProfiles;
import simwright.lab.BenchControl;
import simwright.lab.BenchDescription;
import simwright.lab.BenchFile;
import simwright.lab.Disturbance;
import simwright.lab.LabCodes;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.sim.pty.PseudoTerminal;
import simwright.time.SystemTime;

/// The folder a bench is served in: whose it is, what is left of it, and what stands in the way.
class ServedFolderTest {
  @TempDir Path root;
  private final SystemTime time = new SystemTime();
  private final SimBench bench = new SimBench(HardwareProfiles.shipped(), time);

  @BeforeEach
  void onLinux() {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
  }

  @AfterEach
  void close() {
    bench.close();
    time.close();
  }

  @Test
  void aStoppedBenchLeavesNothing() throws IOException {
    Path dir = root.resolve("b");
    Path socket = Path.of(serve(dir).control());
    assertTrue(Files.isSymbolicLink(dir.resolve("ec25")) && Files.exists(socket));
    bench.close();
    assertFalse(Files.exists(dir));
    assertFalse(Files.exists(socket.getParent()));
  }

  @Test
  void whatOthersPutIntoTheFolderStays() throws IOException {
    Path dir = root.resolve("b");
    var unused = serve(dir);
    Files.writeString(dir.resolve("notes.txt"), "mine");
    bench.close();
    assertEquals(List.of("notes.txt"), names(dir));
  }

  @Test
  void aSecondBenchInTheSameFolderIsRefusedAndTheFirstGoesOn() {
    Path dir = root.resolve("b");
    BenchDescription first = serve(dir);
    try (SimBench second = new SimBench(HardwareProfiles.shipped(), time)) {
      assertEquals(LabCodes.SERVED, refused(second, dir));
    }
    assertTrue(BenchControl.serves(first));
    assertEquals(first, BenchFile.read(dir));
  }

  @Test
  void aKilledBenchIsNoBenchAndTheNextOneClearsWhatItLeft() throws Exception {
    Path dir = root.resolve("b");
    Path socket = Path.of(killed(dir));
    assertTrue(Files.isSymbolicLink(dir.resolve("old")), "a kill clears nothing");
    assertFalse(BenchControl.serves(BenchFile.read(dir)));
    Fault fault =
        assertThrows(
            Fault.class, () -> BenchControl.disturb(dir, "ec25", new Disturbance.Reboot(), time));
    assertEquals(LabCodes.NO_BENCH, fault.code());
    BenchDescription next = serve(dir);
    assertTrue(BenchControl.serves(next));
    assertFalse(Files.exists(dir.resolve("old"), LinkOption.NOFOLLOW_LINKS));
    assertFalse(Files.exists(socket.getParent()));
    assertEquals(next.devices().getFirst().terminal(), dir.resolve("ec25").toRealPath().toString());
  }

  @Test
  void aBenchFileThatIsNoneIsRefusedAndStays() throws IOException {
    Path dir = Files.createDirectories(root.resolve("b"));
    for (String text : List.of("{", "[]", "{\"devices\": 3}", "")) {
      Files.writeString(dir.resolve(BenchFile.NAME), text);
      assertEquals(LabCodes.DAMAGED, refused(bench, dir), text);
      assertEquals(text, Files.readString(dir.resolve(BenchFile.NAME)));
    }
    Files.delete(dir.resolve(BenchFile.NAME));
    assertEquals(1, serve(dir).devices().size());
  }

  @Test
  void nothingButALinkIsEverReplaced() throws IOException {
    Path dir = Files.createDirectories(root.resolve("b"));
    Files.writeString(dir.resolve("ec25"), "not yours");
    assertEquals(LabCodes.FOLDER, refused(bench, dir));
    assertEquals("not yours", Files.readString(dir.resolve("ec25")));
    assertEquals(List.of("ec25"), names(dir));
  }

  @Test
  void aFolderThatCannotBeMadeIsNamedAndNothingIsStarted() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "");
    for (Path where : List.of(file, file.resolve("below"), Path.of("/proc/no-such-place"))) {
      assertEquals(LabCodes.FOLDER, refused(bench, where));
    }
  }

  @Test
  void aDeviceThatIsNotOfferedOrAFaultThatIsNoneLeavesNoFolder() {
    Path dir = root.resolve("b");
    for (DeviceRequest request :
        List.of(
            new DeviceRequest("x", "no-such", "", 1), new DeviceRequest("x", "ec25", "bang", 1))) {
      assertThrows(Fault.class, () -> bench.serve(dir, List.of(request)));
      assertFalse(Files.exists(dir));
    }
  }

  @Test
  void anUnpluggedDeviceHasNoNameAndTakesNothingButItsPlug() {
    Path dir = root.resolve("b");
    var unused = serve(dir);
    BenchControl.disturb(dir, "ec25", new Disturbance.Unplug(), time);
    assertFalse(Files.exists(dir.resolve("ec25"), LinkOption.NOFOLLOW_LINKS));
    assertFalse(BenchFile.read(dir).devices().getFirst().plugged());
    for (Disturbance each : List.of(new Disturbance.Reboot(), new Disturbance.Rename())) {
      Fault fault = assertThrows(Fault.class, () -> BenchControl.disturb(dir, "ec25", each, time));
      assertEquals(LabCodes.UNPLUGGED, fault.code());
    }
    BenchControl.disturb(dir, "ec25", new Disturbance.Plug(), time);
    assertTrue(Files.isSymbolicLink(dir.resolve("ec25")));
  }

  @Test
  void aRenamedDeviceHasAnotherTerminalUnderTheSameName() throws IOException {
    Path dir = root.resolve("b");
    var unused = serve(dir);
    Path before = dir.resolve("ec25").toRealPath();
    BenchControl.disturb(dir, "ec25", new Disturbance.Rename(), time);
    assertFalse(before.equals(dir.resolve("ec25").toRealPath()));
    assertEquals(
        dir.resolve("ec25").toRealPath().toString(),
        BenchFile.read(dir).devices().getFirst().terminal());
  }

  @Test
  void theFaultsOfNowStandInTheFileWithTheSeed() {
    Path dir = root.resolve("b");
    var unused = serve(dir);
    BenchControl.disturb(dir, "ec25", new Disturbance.Faults("flip:0.01,no-ping"), time);
    assertEquals("flip:0.01,no-ping", BenchFile.read(dir).devices().getFirst().faults());
    assertEquals(1, BenchFile.read(dir).devices().getFirst().seed());
    BenchControl.disturb(dir, "ec25", new Disturbance.Faults(""), time);
    assertEquals("", BenchFile.read(dir).devices().getFirst().faults());
  }

  @Test
  void withoutTerminalsNothingIsServedToOthers() {
    try (SimBench inside =
        new SimBench(HardwareProfiles.shipped(), time, new ProcessLinks(), false)) {
      assertEquals(LabCodes.NO_TERMINALS, refused(inside, root.resolve("b")));
    }
  }

  private BenchDescription serve(Path dir) {
    return bench.serve(dir, List.of(new DeviceRequest("ec25", "ec25", "", 1)));
  }

  private static FaultCode refused(SimBench which, Path dir) {
    List<DeviceRequest> devices = List.of(new DeviceRequest("ec25", "ec25", "", 1));
    return assertThrows(Fault.class, () -> which.serve(dir, devices)).code();
  }

  /// Serves from another process and kills it; the path of its control socket.
  private String killed(Path dir) throws Exception {
    Process program =
        Classes.program(ServingProgram.class.getName(), dir.toString())
            .redirectError(root.resolve("err.txt").toFile())
            .start();
    try (BufferedReader said = program.inputReader()) {
      String line = said.readLine();
      while (line != null && !line.startsWith(ServingProgram.READY)) {
        line = said.readLine();
      }
      assertTrue(line != null, Files.readString(root.resolve("err.txt")));
      program.destroyForcibly();
      assertTrue(program.waitFor(30, TimeUnit.SECONDS));
      return line.substring(ServingProgram.READY.length());
    } finally {
      program.destroyForcibly();
    }
  }

  private static List<String> names(Path dir) throws IOException {
    try (Stream<Path> all = Files.list(dir)) {
      return all.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }
}
