package simwright.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.contract.MemoryLink;
import simwright.fault.Fault;
import simwright.time.Deadline;
import simwright.time.SystemTime;
import simwright.transcript.TranscriptIndex;
import simwright.transcript.TranscriptLine;
import simwright.transcript.TranscriptReader;

class LinksTest {
  private static final LinkAddress HERE = LinkAddress.parse("memory:here");

  @TempDir Path folder;
  private final SystemTime time = new SystemTime();
  private final List<PortInfo> listed = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Fault> ends = new ArrayBlockingQueue<>(9);
  private final BlockingQueue<String> texts = new ArrayBlockingQueue<>(99);
  private final MemoryLink wire = new MemoryLink(HERE, time);
  private Links links;

  @BeforeEach
  void makeLinks() {
    links = new Links(List.of(new Memory(wire)), folder, address -> true, time);
  }

  @AfterEach
  void stop() {
    links.close();
    time.close();
  }

  @Test
  void portsThatComeAndGoAreShownWithinASecond() throws InterruptedException {
    BlockingQueue<Integer> counts = new ArrayBlockingQueue<>(99);
    links.start();
    links.ports().subscribe(ports -> counts.add(ports.size()));
    assertEquals(0, counts.poll(1, TimeUnit.SECONDS));
    listed.add(PortInfo.unlisted(HERE, true));
    assertEquals(1, counts.poll(1, TimeUnit.SECONDS));
    listed.clear();
    assertEquals(0, counts.poll(1, TimeUnit.SECONDS));
  }

  @Test
  void whatGoesOverAPortStandsInItsTranscriptWithTheReasonOfItsEnd() throws Exception {
    Port port = links.open(HERE, LinkSettings.USUAL);
    port.start(new Collector());
    port.send(bytes("AT+CPIN=7391\r"), soon());
    wire.farEnd().write(bytes("\r\nOK\r\n"), soon());
    assertEquals("\r\nOK\r\n", texts.poll(9, TimeUnit.SECONDS));
    wire.farEnd().hangUp();
    Fault end = ends.poll(1, TimeUnit.SECONDS);
    assertEquals(LinkCodes.GONE, end == null ? null : end.code());
    assertFalse(port.isOpen());
    assertEquals(
        List.of("AT+CPIN=****\\r", "\\r\\n", "OK\\r\\n", "ended: link/gone"),
        TranscriptReader.all(port.transcript().file()).stream().map(TranscriptLine::text).toList());
    assertTrue(TranscriptReader.heading(port.transcript().file()).simulated());
    Fault late = assertThrows(Fault.class, () -> port.send(bytes("AT\r"), soon()));
    assertEquals(LinkCodes.GONE, late.code());
  }

  @Test
  void aPortWeCloseEndsOnceAndSaysSo() throws InterruptedException {
    Port port = links.open(HERE, LinkSettings.USUAL);
    port.start(new Collector());
    port.close();
    port.close();
    Fault end = ends.poll(1, TimeUnit.SECONDS);
    assertEquals(LinkCodes.CLOSED, end == null ? null : end.code());
    assertEquals(null, ends.poll(50, TimeUnit.MILLISECONDS));
  }

  @Test
  void anOpenPortWhoseDeviceIsNoLongerListedEndsWithinASecondThoughItsDriverIsSilent()
      throws InterruptedException {
    listed.add(PortInfo.unlisted(HERE, true));
    links.start();
    Port port = links.open(HERE, LinkSettings.USUAL);
    port.start(new Collector());
    listed.clear();
    Fault end = ends.poll(1, TimeUnit.SECONDS);
    assertEquals(LinkCodes.GONE, end == null ? null : end.code());
    assertFalse(port.isOpen());
    assertEquals(null, ends.poll(50, TimeUnit.MILLISECONDS));
  }

  @Test
  void anUnfinishedLineIsWrittenOnceTheWireIsIdle() throws Exception {
    try (Port port = links.open(HERE, LinkSettings.USUAL)) {
      port.start(new Collector());
      wire.farEnd().write(bytes("\r\n> "), soon());
      assertEquals("\r\n> ", texts.poll(9, TimeUnit.SECONDS));
      try (TranscriptIndex index = TranscriptIndex.open(port.transcript().file())) {
        Deadline deadline = time.deadline(Duration.ofSeconds(1));
        while (index.refresh() < 2 && !deadline.passed()) {
          Thread.onSpinWait();
        }
        assertEquals("> ", index.lines(1, 1).getFirst().text());
      }
    }
  }

  @Test
  void aSchemeNobodyServesIsNamed() {
    LinkAddress address = LinkAddress.parse("carrier-pigeon:coop");
    Fault fault = assertThrows(Fault.class, () -> links.open(address, LinkSettings.USUAL));
    assertEquals(LinkCodes.UNSUPPORTED, fault.code());
  }

  @Test
  void anAddressIsAUriOrABarePath() {
    assertEquals(new LinkAddress("serial", "/dev/ttyUSB2"), LinkAddress.parse("/dev/ttyUSB2"));
    assertEquals(new LinkAddress("serial", "/dev/x"), LinkAddress.parse("SERIAL:/dev/x"));
    assertEquals(new LinkAddress("sim", "ec25"), LinkAddress.parse("sim:ec25"));
    assertEquals(new LinkAddress("serial", "C:\\x"), LinkAddress.parse("C:\\x"));
    assertEquals("sim:ec25", LinkAddress.parse("sim:ec25").toString());
  }

  @Test
  void aPortIsKnownAgainByItsIdentity() {
    PortInfo before = usb("memory:a");
    PortIdentity identity = links.identity(before);
    listed.add(usb("memory:b"));
    links.look();
    assertEquals(
        Optional.of("memory:b"),
        links
            .again(List.of(identity), links.ports().get())
            .getFirst()
            .map(port -> port.address().toString()));
    assertEquals(PortRole.AT_PRIMARY, links.describe(LinkAddress.parse("memory:b")).role());
    assertEquals(PortRole.UNKNOWN, links.describe(LinkAddress.parse("memory:c")).role());
  }

  private static PortInfo usb(String address) {
    return new PortInfo(
        LinkAddress.parse(address),
        "port",
        Optional.of("2c7c"),
        Optional.of("0125"),
        "",
        "",
        Optional.empty(),
        Optional.of("1-2"),
        OptionalInt.of(2),
        PortRole.AT_PRIMARY,
        true);
  }

  private Deadline soon() {
    return time.deadline(Duration.ofSeconds(9));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private final class Collector implements Receiver {
    @Override
    public void received(byte[] buffer, int length) {
      texts.add(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void ended(Fault reason) {
      ends.add(reason);
    }
  }

  private final class Memory implements LinkProvider {
    private final MemoryLink link;

    private Memory(MemoryLink link) {
      this.link = link;
    }

    @Override
    public String scheme() {
      return "memory";
    }

    @Override
    public List<PortInfo> list() {
      return List.copyOf(listed);
    }

    @Override
    public ByteLink open(LinkAddress address, LinkSettings settings) {
      return link;
    }
  }
}
