package simwright.link.adb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.fault.Fault;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.link.LinkSettings;
import simwright.link.Links;
import simwright.link.ShellPort;
import simwright.link.ShellSaid;
import simwright.sim.handset.AdbServer;
import simwright.sim.handset.Phone;
import simwright.sim.handset.Release;
import simwright.time.Deadline;
import simwright.time.SystemTime;

/// Handsets through an adb server, which is simulated here.
class AdbLinksTest {
  private static final LinkAddress WHERE = LinkAddress.parse("adb:SIMHANDSET12");

  @TempDir private Path folder;

  private final SystemTime time = new SystemTime();
  private final AdbServer server = new AdbServer(time);
  private final Phone phone = new Phone(Release.ANDROID_12, time);
  private final Links links = links(server.port());

  AdbLinksTest() {
    server.plug(WHERE.path(), phone);
  }

  @AfterEach
  void end() {
    links.close();
    server.close();
    time.close();
  }

  private Links links(int port) {
    ServerPlace place = new ServerPlace("127.0.0.1", port);
    return new Links(
        List.of(new AdbLinks(place, address -> true, time)),
        Path.of(System.getProperty("java.io.tmpdir"), "unused"),
        address -> true,
        time);
  }

  private Links recording() {
    ServerPlace place = new ServerPlace("127.0.0.1", server.port());
    return new Links(
        List.of(new AdbLinks(place, address -> true, time)), folder, address -> true, time);
  }

  private Deadline soon() {
    return time.deadline(Duration.ofSeconds(10));
  }

  private void await(BooleanSupplier done) {
    Object monitor = new Object();
    Deadline deadline = soon();
    synchronized (monitor) {
      while (!done.getAsBoolean() && !deadline.passed()) {
        boolean unused = time.await(monitor, () -> false, deadline.atMost(Duration.ofMillis(20)));
      }
    }
    assertTrue(done.getAsBoolean());
  }

  private List<String> listed() {
    links.look();
    return links.ports().get().stream().map(port -> port.product()).toList();
  }

  @Test
  void aCommandTellsOutputErrorsAndItsExitCodeAndIsWrittenDown() throws IOException {
    try (Links open = recording();
        ShellPort port = open.openShell(WHERE)) {
      ShellSaid release = port.run("getprop", soon());
      assertTrue(release.output().contains("[ro.build.version.release]: [12]"));
      assertEquals(OptionalInt.of(0), release.exit());
      ShellSaid unknown = port.run("nonsense", soon());
      assertEquals(OptionalInt.of(127), unknown.exit());
      assertTrue(unknown.errors().contains("not found"));
      assertEquals("", unknown.output());
      String written = Files.readString(port.transcript().file());
      assertTrue(written.contains("nonsense"), written);
      assertTrue(written.contains("exit 127"), written);
      assertTrue(written.contains("[ro.build.version.release]: [12]"), written);
    }
  }

  @Test
  void aShellWithoutPacketsTellsNoExitCode() {
    phone.suffer(Phone.Trouble.OLD_SHELL);
    try (Links open = recording();
        ShellPort port = open.openShell(WHERE)) {
      ShellSaid said = port.run("nonsense", soon());
      assertEquals(OptionalInt.empty(), said.exit());
      assertEquals("/system/bin/sh: nonsense: inaccessible or not found\n", said.output());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UNAUTHORISED, adb/unauthorised, allow USB debugging",
    "OFFLINE, adb/offline, pull its cable",
    "AWAY, adb/no-device, no such handset"
  })
  void whatDoesNotTalkSaysWhatToDo(Phone.Standing standing, String code, String words) {
    phone.stand(standing);
    Fault fault = assertThrows(Fault.class, () -> links.openShell(WHERE));
    assertEquals(code, fault.code().toString());
    assertTrue(fault.evidence().orElse("").contains(words), fault.evidence().orElse(""));
  }

  @Test
  void withoutAServerThereIsNoHandsetAndTheFaultSaysSo() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    Links none = links(free);
    none.look();
    assertEquals(List.of(), none.ports().get());
    Fault fault = assertThrows(Fault.class, () -> none.openShell(WHERE));
    assertEquals(AdbCodes.NO_SERVER, fault.code());
    assertTrue(fault.evidence().orElse("").contains(":" + free));
  }

  @Test
  void aCommandThatDoesNotEndIsGivenUpAndTheLinkGoesOn() {
    try (Links open = recording();
        ShellPort port = open.openShell(WHERE)) {
      phone.suffer(Phone.Trouble.HANGS);
      Deadline short1 = time.deadline(Duration.ofMillis(200));
      Fault fault = assertThrows(Fault.class, () -> port.run("getprop", short1));
      assertEquals(LinkCodes.COMMAND_TIMEOUT, fault.code());
      phone.recover();
      assertTrue(port.isOpen());
      assertEquals(OptionalInt.of(0), port.run("getprop", soon()).exit());
    }
  }

  @Test
  void handsetsComeAndGoAndSayHowTheyStand() {
    await(() -> listed().equals(List.of("Pixel 5")));
    phone.stand(Phone.Standing.UNAUTHORISED);
    await(() -> listed().equals(List.of("Handset, waits to be allowed on its screen")));
    phone.stand(Phone.Standing.AWAY);
    await(() -> listed().isEmpty());
    phone.stand(Phone.Standing.DEVICE);
    await(() -> listed().equals(List.of("Pixel 5")));
  }

  @Test
  void aRestartEndsTheLinkAndTheHandsetComesBack() {
    try (Links open = recording();
        ShellPort port = open.openShell(WHERE)) {
      port.reboot(soon());
      assertFalse(port.isOpen());
      assertThrows(Fault.class, () -> port.run("getprop", soon()));
      await(() -> phone.standing().get() == Phone.Standing.DEVICE);
      try (ShellPort again = open.openShell(WHERE)) {
        assertEquals(OptionalInt.of(0), again.run("getprop", soon()).exit());
      }
    }
  }

  @Test
  void aHandsetCarriesNoBytes() {
    Fault fault = assertThrows(Fault.class, () -> links.open(WHERE, LinkSettings.USUAL));
    assertEquals(LinkCodes.UNSUPPORTED, fault.code());
    assertTrue(links.leadsToShell(WHERE));
    assertFalse(links.leadsToCard(WHERE));
  }

  @Test
  void theServersPlaceIsTakenFromAdbsOwnVariables() {
    assertEquals(new ServerPlace("127.0.0.1", 5037), ServerPlace.of(Map.of()));
    assertEquals(
        new ServerPlace("127.0.0.1", 6000),
        ServerPlace.of(Map.of("ANDROID_ADB_SERVER_PORT", "6000")));
    assertEquals(
        new ServerPlace("127.0.0.1", 6001),
        ServerPlace.of(Map.of("ADB_SERVER_SOCKET", "tcp:6001", "ANDROID_ADB_SERVER_PORT", "6000")));
    assertEquals(
        new ServerPlace("bench", 6002),
        ServerPlace.of(Map.of("ADB_SERVER_SOCKET", "tcp:bench:6002")));
    assertEquals(
        new ServerPlace("127.0.0.1", 5037),
        ServerPlace.of(Map.of("ANDROID_ADB_SERVER_PORT", "99999")));
  }
}
