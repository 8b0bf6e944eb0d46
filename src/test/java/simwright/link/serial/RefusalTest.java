package simwright.link.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.link.LinkSettings;
import simwright.time.SystemTime;

/// A port that is refused says who holds it or what to do. The refusals are played: tests may run
/// as a user whom the system refuses nothing.
class RefusalTest {
  @TempDir Path folder;
  private final SystemTime time = new SystemTime();
  private MadeUpBus bus;
  private Path device;
  private Path proc;

  @BeforeEach
  void makeUp() throws IOException {
    folder = folder.toRealPath();
    bus = new MadeUpBus(folder);
    proc = Files.createDirectories(folder.resolve("proc"));
    device = Files.createFile(Files.createDirectories(folder.resolve("dev")).resolve("ttyUSB2"));
  }

  @AfterEach
  void stop() {
    time.close();
  }

  @Test
  void aForbiddenPortNamesTheGroup() {
    Fault fault = open(13);
    assertEquals(LinkCodes.FORBIDDEN, fault.code());
    assertTrue(fault.evidence().orElse("").contains("dialout"));
    assertEquals(LinkCodes.FORBIDDEN, open(1).code());
  }

  @Test
  void aBusyPortNamesItsHolder() throws IOException {
    process(4711, "minicom", device);
    Fault fault = open(16);
    assertEquals(LinkCodes.BUSY, fault.code());
    assertEquals("held by minicom (process 4711)", fault.evidence().orElse(""));
  }

  @Test
  void aPortThatAnotherProgramHasOpenIsNotOpenedEvenWhereTheSystemWouldLetUs() throws IOException {
    process(4711, "minicom", device);
    assertEquals(LinkCodes.BUSY, open(0).code());
  }

  @Test
  void whoMadeAPseudoTerminalIsNotTheOneWhoHoldsIt() throws IOException {
    device = Files.createFile(Files.createDirectories(folder.resolve("dev/pts")).resolve("7"));
    process(4001, "java", device);
    makes(4001, "7");
    assertEquals("held by another program", open(16).evidence().orElse(""));
    process(4002, "tmux", device);
    makes(4002, "17");
    assertEquals("held by tmux (process 4002)", open(16).evidence().orElse(""));
  }

  private void makes(int number, String index) throws IOException {
    Path process = proc.resolve(String.valueOf(number));
    Files.createSymbolicLink(process.resolve("fd/9"), Path.of("/dev/ptmx"));
    Files.writeString(
        Files.createDirectories(process.resolve("fdinfo")).resolve("9"),
        "pos:\t0\nflags:\t02\ntty-index:\t" + index + "\n");
  }

  @Test
  void aHolderThatCannotBeSeenIsStillSomebody() {
    assertEquals("held by another program", open(11).evidence().orElse(""));
  }

  @Test
  void modemManagerIsNamedWithTheCommandThatKeepsItOff() throws IOException {
    Path modem = bus.device("1-2.3", "2c7c", "0125", "");
    bus.port(modem, 2, "ttyUSB2");
    process(99, "ModemManager", device);
    assertEquals(
        "held by ModemManager (process 99); ModemManager runs, keep it off with: "
            + "mmcli --inhibit-device="
            + modem,
        open(16).evidence().orElse(""));
  }

  @Test
  void aPortThatMustNeverBeOpenedIsNotTried() throws IOException {
    bus.port(bus.device("1-2", "05c6", "9008", ""), 0, "ttyUSB2");
    assertEquals(LinkCodes.NEVER_OPEN, open(0).code());
  }

  @ParameterizedTest
  @CsvSource({"2,absent", "6,absent", "19,absent", "5,unopenable", "25,no-port", "21,no-port"})
  void everyOtherErrorHasItsName(int error, String code) {
    assertEquals(new FaultCode("link", code), open(error).code());
  }

  @Test
  void aPathThatLeadsNowhereIsAbsent() throws IOException {
    Files.delete(device);
    assertEquals(LinkCodes.ABSENT, open(0).code());
  }

  private Fault open(int error) {
    SerialLinks links =
        new SerialLinks(new NoPorts(error), bus.sys, proc, device.getParent().toString(), time);
    LinkAddress address = LinkAddress.parse(device.toString());
    return assertThrows(Fault.class, () -> links.open(address, LinkSettings.USUAL).close());
  }

  private void process(int number, String name, Path holds) throws IOException {
    Path process = Files.createDirectories(proc.resolve(number + "/fd")).getParent();
    Files.writeString(process.resolve("comm"), name + "\n");
    Files.createSymbolicLink(process.resolve("fd/5"), holds);
  }
}
