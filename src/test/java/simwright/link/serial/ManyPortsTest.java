package simwright.link.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import simwright.fault.Fault;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkSettings;
import simwright.sim.pty.PseudoTerminal;
import simwright.time.Deadline;
import simwright.time.SystemTime;

/// Ports are opened side by side while the machine's ports are listed: each leads to its own
/// device.
class ManyPortsTest {
  private static final int PORTS = 12;
  private static final int ROUNDS = 300;
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final SystemTime time = new SystemTime();
  private final SerialLinks links = new SerialLinks(time);
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean over = new AtomicBoolean();

  @Test
  void eachLeadsToItsOwnDevice() throws InterruptedException {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    List<PseudoTerminal> terminals = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(PORTS);
    for (int i = 0; i < PORTS; i++) {
      PseudoTerminal terminal = PseudoTerminal.open(time);
      terminals.add(terminal);
      var unused = time.start("device", () -> tellsItsName(terminal));
    }
    var unused = time.start("listing", this::listing);
    for (PseudoTerminal terminal : terminals) {
      var never =
          time.start(
              "asking",
              () -> {
                asking(terminal.path());
                done.countDown();
              });
    }
    boolean all = done.await(2, TimeUnit.MINUTES);
    over.set(true);
    terminals.forEach(PseudoTerminal::close);
    time.close();
    assertEquals(List.of(), List.copyOf(wrong));
    assertEquals(true, all, "all came to an end");
  }

  private void listing() {
    while (!over.get()) {
      var unused = links.list();
    }
  }

  private static void tellsItsName(PseudoTerminal terminal) {
    byte[] buffer = new byte[64];
    byte[] name = (terminal.path() + "\n").getBytes(StandardCharsets.US_ASCII);
    try (SystemTime own = new SystemTime()) {
      int n = 0;
      while (n >= 0) {
        n = terminal.read(buffer, own.deadline(Duration.ofSeconds(1)));
        for (int i = 0; i < n; i++) {
          int unused = terminal.write(name, own.deadline(LONGEST));
        }
      }
    }
  }

  private void asking(String path) {
    for (int round = 0; round < ROUNDS; round++) {
      try (ByteLink link = links.open(new LinkAddress("serial", path), LinkSettings.USUAL)) {
        link.write(new byte[] {'?'}, time.deadline(LONGEST));
        String told = line(link);
        if (!told.equals(path)) {
          wrong.add(path + " led to " + told);
        }
      } catch (Fault fault) {
        wrong.add(path + ": " + fault.getMessage());
      }
    }
  }

  private String line(ByteLink link) {
    StringBuilder text = new StringBuilder();
    byte[] buffer = new byte[64];
    Deadline deadline = time.deadline(LONGEST);
    while (text.indexOf("\n") < 0 && !deadline.passed()) {
      int n = link.read(buffer, deadline);
      text.append(new String(buffer, 0, Math.max(0, n), StandardCharsets.US_ASCII));
    }
    return text.toString().strip();
  }
}
