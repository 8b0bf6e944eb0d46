package simwright.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.link.LinkSettings;
import simwright.link.Links;
import simwright.link.Port;
import simwright.link.Receiver;
import simwright.link.serial.SerialLinks;
import simwright.sim.pty.PseudoTerminal;
import simwright.time.SystemTime;

class PseudoTerminalTest {
  private static final Duration PLENTY = Duration.ofSeconds(10);

  @TempDir Path folder;
  private final SystemTime time = new SystemTime();
  private final SerialLinks serial = new SerialLinks(time);

  @BeforeEach
  void onLinux() {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
  }

  @AfterEach
  void stop() {
    time.close();
  }

  @Test
  void aSerialPortOpenedOnItCarriesBytesBothWaysUnchanged() throws InterruptedException {
    byte[] all = new byte[256];
    for (int i = 0; i < 256; i++) {
      all[i] = (byte) i;
    }
    CountDownLatch come = new CountDownLatch(1);
    byte[] back = new byte[256];
    try (PseudoTerminal terminal = PseudoTerminal.open(time);
        Port port = open(terminal)) {
      int[] at = new int[1];
      port.start(
          new Receiver() {
            @Override
            public void received(byte[] buffer, int length) {
              System.arraycopy(buffer, 0, back, at[0], length);
              at[0] += length;
              if (at[0] == 256) {
                come.countDown();
              }
            }

            @Override
            public void ended(Fault reason) {}
          });
      port.send(all, time.deadline(PLENTY));
      byte[] there = readAll(terminal, 256);
      assertArrayEquals(all, there);
      assertEquals(256, terminal.write(all, time.deadline(PLENTY)));
      assertTrue(come.await(10, TimeUnit.SECONDS));
      assertArrayEquals(all, back);
    }
  }

  @Test
  void hangingUpIsSeenWithinASecondAndNamed() throws InterruptedException {
    CountDownLatch seen = new CountDownLatch(1);
    AtomicReference<FaultCode> why = new AtomicReference<>();
    PseudoTerminal terminal = PseudoTerminal.open(time);
    try (Port port = open(terminal)) {
      port.start(
          new Receiver() {
            @Override
            public void received(byte[] buffer, int length) {}

            @Override
            public void ended(Fault reason) {
              why.set(reason.code());
              seen.countDown();
            }
          });
      terminal.close();
      assertTrue(seen.await(1, TimeUnit.SECONDS));
      assertEquals(LinkCodes.GONE, why.get());
      assertThrows(Fault.class, () -> port.send(new byte[1], time.deadline(PLENTY)));
    }
  }

  @Test
  void aPortHeldByAnotherProgramSaysSo() {
    try (PseudoTerminal terminal = PseudoTerminal.open(time);
        Port port = open(terminal)) {
      Fault fault = assertThrows(Fault.class, () -> open(terminal));
      assertEquals(LinkCodes.BUSY, fault.code(), fault.evidence().orElse(""));
      assertTrue(port.isOpen());
    }
  }

  @Test
  void aPortThatIsNotThereSaysSo() {
    Links links = links();
    LinkAddress address = LinkAddress.parse("/dev/ttyNoSuchPort");
    Fault fault = assertThrows(Fault.class, () -> links.open(address, LinkSettings.USUAL));
    assertEquals(LinkCodes.ABSENT, fault.code());
  }

  private Links links() {
    return new Links(java.util.List.of(serial), folder, address -> false, time);
  }

  private Port open(PseudoTerminal terminal) {
    return links().open(LinkAddress.parse(terminal.path()), LinkSettings.USUAL);
  }

  private byte[] readAll(PseudoTerminal terminal, int count) {
    byte[] all = new byte[0];
    byte[] buffer = new byte[300];
    while (all.length < count) {
      int n = terminal.read(buffer, time.deadline(PLENTY));
      assertTrue(n > 0, "got " + new String(all, StandardCharsets.ISO_8859_1));
      byte[] more = Arrays.copyOf(all, all.length + n);
      System.arraycopy(buffer, 0, more, all.length, n);
      all = more;
    }
    return all;
  }
}
