package simwright.link.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

/// A serial port on a real pseudo-terminal, through jSerialComm.
class SerialLinkTest extends ByteLinkContract {
  @TempDir Path folder;
  private final List<PseudoTerminal> terminals = new ArrayList<>();
  private final SerialLinks links = new SerialLinks(time);

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
    PseudoTerminal terminal = terminal();
    ByteLink link = open(terminal.path());
    time.start("far end", () -> new TerminalEnd(terminal).play(script, plenty()));
    return link;
  }

  @Test
  void aClosedPortIsFreeAtOnce() {
    PseudoTerminal terminal = terminal();
    for (int i = 0; i < 10; i++) {
      ByteLink link = open(terminal.path());
      assertEquals(LinkCodes.BUSY, assertThrows(Fault.class, () -> open(terminal.path())).code());
      link.close();
    }
  }

  @Test
  void aSymbolicLinkLeadsToItsPort() throws IOException {
    Path name = Files.createSymbolicLink(folder.resolve("ec25"), Path.of(terminal().path()));
    try (ByteLink link = open(name.toString())) {
      assertEquals(name.toString(), link.address().path());
      assertThrows(Fault.class, () -> open(name.toString()));
    }
  }

  @Test
  void aDeviceThatTakesNothingEndsTheWriteAtItsDeadline() {
    try (ByteLink link = open(terminal().path())) {
      byte[] much = new byte[100_000];
      long before = time.nanos();
      Fault fault =
          assertThrows(Fault.class, () -> link.write(much, time.deadline(Duration.ofMillis(200))));
      assertEquals(LinkCodes.WRITE_TIMEOUT, fault.code());
      assertTrue(time.nanos() - before < 2_000_000_000L);
    }
  }

  private PseudoTerminal terminal() {
    PseudoTerminal terminal = PseudoTerminal.open(time);
    terminals.add(terminal);
    return terminal;
  }

  private ByteLink open(String path) {
    return links.open(LinkAddress.parse(path), LinkSettings.USUAL);
  }
}
