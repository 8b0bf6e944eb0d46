package simwright.link.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.contract.ByteLinkContract;
import simwright.contract.Script;
import simwright.contract.TerminalEnd;
import simwright.fault.Fault;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.link.LinkSettings;
import simwright.sim.pty.PseudoTerminal;

/// A device read and written as a file; a pseudo-terminal stands in for one without termios.
class CharacterDeviceTest extends ByteLinkContract {
  @TempDir Path folder;
  private final List<PseudoTerminal> terminals = new ArrayList<>();

  @BeforeEach
  void onLinux() {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
  }

  @AfterEach
  void hangUp() {
    terminals.forEach(PseudoTerminal::close);
  }

  @Override
  protected ByteLink connect(Script script) {
    PseudoTerminal terminal = PseudoTerminal.open(time);
    terminals.add(terminal);
    Path path = Path.of(terminal.path());
    Refusals refusals =
        new Refusals(new Holders(folder), new Sysfs(folder, "/dev", new UsbRoles()));
    ByteLink link =
        CharacterDevice.open(LinkAddress.parse(terminal.path()), path, time, refusals, () -> {});
    time.start("far end", () -> new TerminalEnd(terminal).play(script, plenty()));
    return link;
  }

  @Test
  void aPortWithoutTermiosIsOpenedAsAFileByItsNameOrByItsNature()
      throws IOException, InterruptedException {
    SerialLinks links = new SerialLinks(time);
    for (String name : new String[] {"wwan0at0", "port"}) {
      Path pipe = folder.resolve(name);
      Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
      assumeTrue(made.waitFor(10, TimeUnit.SECONDS) && Files.exists(pipe), "no mkfifo");
      try (ByteLink link = links.open(LinkAddress.parse(pipe.toString()), LinkSettings.USUAL)) {
        link.write(bytes("AT\r"), plenty());
        byte[] back = new byte[8];
        assertEquals(3, link.read(back, plenty()));
        assertEquals(0, link.read(back, time.deadline(Duration.ofMillis(50))));
      }
    }
  }

  @Test
  void aFileIsNoPort() throws IOException {
    SerialLinks links = new SerialLinks(time);
    Path file = Files.writeString(folder.resolve("file"), "text");
    LinkAddress address = LinkAddress.parse(file.toString());
    Fault fault = assertThrows(Fault.class, () -> links.open(address, LinkSettings.USUAL).close());
    assertEquals(LinkCodes.NO_PORT, fault.code());
    assertEquals("text", Files.readString(file));
  }
}
