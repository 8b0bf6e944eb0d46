package simwright.link.adb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import simwright.fault.Fault;
import simwright.link.LinkAddress;
import simwright.link.Links;
import simwright.link.PortInfo;
import simwright.link.ShellPort;
import simwright.sim.handset.Adbd;
import simwright.sim.handset.Phone;
import simwright.sim.handset.Release;
import simwright.time.Deadline;
import simwright.time.SystemTime;

/// The same through the system's own `adb`, which meets the simulated handset by adbd's protocol.
class RealAdbTest {
  @TempDir private Path folder;

  private final SystemTime time = new SystemTime();
  private RealAdb adb;
  private Links links;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    adb = new RealAdb(folder);
    links =
        new Links(
            List.of(new AdbLinks(adb.place(), address -> true, time)),
            folder,
            address -> true,
            time);
  }

  @AfterEach
  void end() throws InterruptedException {
    if (adb != null) {
      links.close();
      adb.close();
    }
    time.close();
  }

  private static LinkAddress at(Adbd handset) {
    return new LinkAddress("adb", "127.0.0.1:" + handset.port());
  }

  private Deadline soon() {
    return time.deadline(Duration.ofSeconds(15));
  }

  private void await(BooleanSupplier done) {
    Object monitor = new Object();
    Deadline deadline = soon();
    synchronized (monitor) {
      while (!done.getAsBoolean() && !deadline.passed()) {
        boolean unused = time.await(monitor, () -> false, deadline.atMost(Duration.ofMillis(50)));
      }
    }
    assertTrue(done.getAsBoolean());
  }

  private List<PortInfo> listed() {
    links.look();
    return links.ports().get();
  }

  @ParameterizedTest
  @EnumSource(Release.class)
  void commandsGoThroughWithTheirExitCodes(Release release)
      throws IOException, InterruptedException {
    Phone phone = new Phone(release, time);
    try (Adbd handset = new Adbd(phone, time)) {
      String said = adb.run("connect", at(handset).path());
      assertTrue(said.contains("connected to"), said);
      await(() -> listed().stream().anyMatch(port -> port.product().equals(release.model())));
      try (ShellPort port = links.openShell(at(handset))) {
        String properties = port.run("getprop", soon()).output();
        String version = "[ro.build.version.release]: [" + release.number() + "]";
        assertTrue(properties.contains(version), properties);
        assertEquals(OptionalInt.of(127), port.run("nonsense", soon()).exit());
        String theirs = adb.run("-s", at(handset).path(), "shell", "dumpsys", "battery");
        assertTrue(theirs.contains("level: 87"), theirs);
        assertEquals(theirs, port.run("dumpsys battery", soon()).output());
      }
    }
  }

  @Test
  void whoHasNotAllowedThisComputerSaysWhatToDo() throws IOException, InterruptedException {
    Phone phone = new Phone(Release.ANDROID_12, time);
    phone.stand(Phone.Standing.UNAUTHORISED);
    try (Adbd handset = new Adbd(phone, time)) {
      String unused = adb.run("connect", at(handset).path());
      await(() -> listed().stream().anyMatch(port -> port.product().contains("to be allowed")));
      Fault fault = assertThrows(Fault.class, () -> links.openShell(at(handset)));
      assertEquals(AdbCodes.UNAUTHORISED, fault.code());
    }
  }

  @Test
  void aRestartEndsTheLink() throws IOException, InterruptedException {
    Phone phone = new Phone(Release.ANDROID_14, time);
    try (Adbd handset = new Adbd(phone, time)) {
      String unused = adb.run("connect", at(handset).path());
      await(() -> listed().size() == 1);
      try (ShellPort port = links.openShell(at(handset))) {
        port.reboot(soon());
        assertEquals(false, port.isOpen());
      }
      await(() -> phone.standing().get() == Phone.Standing.DEVICE);
    }
  }
}
