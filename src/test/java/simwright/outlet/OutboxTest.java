package simwright.outlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.audit.Actor;
import simwright.audit.Kept;
import simwright.fault.Fault;
import simwright.journal.Event;
import simwright.time.SystemTime;

/// Alarms leave once, in order, signed and masked; what was not taken waits in the log.
class OutboxTest {
  private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final String IMSI = "001010123456789";

  @AutoClose private final SystemTime time = new SystemTime();
  @AutoClose private final Kept log;
  private final Outbox outbox;
  private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
  private final List<String> signatures = Collections.synchronizedList(new ArrayList<>());
  private volatile int answer = 204;

  OutboxTest(@TempDir Path folder) {
    log = Kept.in(folder, new Actor("tester", Actor.Role.OPERATOR), time);
    outbox = new Outbox(log.store(), log.audit(), KEY);
  }

  private HttpServer receiver() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hook",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          signatures.add(exchange.getRequestHeaders().getFirst("X-Simwright-Signature"));
          exchange.sendResponseHeaders(answer, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static Outlet hook(HttpServer server) {
    return Outlet.of("noc", "http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
  }

  private void raise(String id, String text) {
    var unused = log.audit().append(new Event.Alarmed(id, "raised", "ec25", text));
  }

  @Test
  void whatComesAfterItWasAddedIsToldOnceInOrderAndSigned() throws IOException {
    HttpServer server = receiver();
    try {
      raise("old", "before");
      outbox.begin(hook(server));
      raise("one", "first, of " + IMSI);
      raise("two", "second");
      assertEquals(2, outbox.deliver(hook(server)));
      assertEquals(0, outbox.deliver(hook(server)));
      assertEquals(2, bodies.size());
      assertTrue(bodies.getFirst().contains("\"alarm\":\"one\""), bodies::toString);
      assertFalse(bodies.getFirst().contains(IMSI), bodies::toString);
      assertEquals(
          "sha256=" + Webhook.signature(KEY, bodies.getFirst().getBytes(StandardCharsets.UTF_8)),
          signatures.getFirst());
    } finally {
      server.stop(0);
    }
  }

  /// RFC 4231 clause 4.3.
  @Test
  void theSignatureIsHmacSha256() {
    assertEquals(
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        Webhook.signature(
            "Jefe".getBytes(StandardCharsets.US_ASCII),
            "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void whatIsNotTakenWaitsForTheNextProgram() throws IOException {
    HttpServer server = receiver();
    try {
      outbox.begin(hook(server));
      raise("one", "first");
      raise("two", "second");
      answer = 503;
      Fault refused = assertThrows(Fault.class, () -> outbox.deliver(hook(server)));
      assertEquals(OutletCodes.NOT_TAKEN, refused.code());
      assertEquals("it answers 503", refused.evidence().orElse(""));
      answer = 200;
      Outbox next = new Outbox(log.store(), log.audit(), KEY);
      assertEquals(
          List.of("one", "two"), next.waiting(hook(server)).stream().map(Message::alarm).toList());
      assertEquals(2, next.deliver(hook(server)));
      assertEquals(3, bodies.size());
    } finally {
      server.stop(0);
    }
  }

  @Test
  void syslogGoesAsADatagram() throws IOException {
    try (DatagramSocket listener = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      listener.setSoTimeout(5000);
      Outlet outlet = Outlet.of("log", "syslog+udp://127.0.0.1:" + listener.getLocalPort());
      outbox.begin(outlet);
      raise("a\"]\\b", "line\nbreak");
      assertEquals(1, outbox.deliver(outlet));
      DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
      listener.receive(packet);
      String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
      assertTrue(
          text.matches(
              "<132>1 [0-9T:.-]{19,23}Z - simwright - alarm\\.raised \\[simwright@32473"
                  + " seq=\"[0-9]+\" alarm=\"a\\\\\"\\\\]\\\\\\\\b\" device=\"ec25\"\\] \uFEFFline"
                  + " break"),
          text);
    }
  }

  @Test
  void syslogOverTcpIsCountedInOctets() throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      listener.setSoTimeout(5000);
      Outlet outlet = Outlet.of("log", "syslog+tcp://127.0.0.1:" + listener.getLocalPort());
      outbox.begin(outlet);
      raise("one", "Zähler");
      assertEquals(1, outbox.deliver(outlet));
      try (Socket accepted = listener.accept()) {
        accepted.setSoTimeout(5000);
        byte[] all = accepted.getInputStream().readAllBytes();
        String text = new String(all, StandardCharsets.UTF_8);
        int space = text.indexOf(' ');
        assertEquals(all.length - space - 1, Integer.parseInt(text.substring(0, space)));
        assertTrue(text.endsWith("Zähler"), text);
      }
    }
  }

  @Test
  void nobodyThereIsNotTaken() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    Outlet outlet = Outlet.of("log", "syslog+tcp://127.0.0.1:" + port);
    outbox.begin(outlet);
    raise("one", "first");
    assertEquals(
        OutletCodes.NOT_TAKEN, assertThrows(Fault.class, () -> outbox.deliver(outlet)).code());
    assertEquals(1, outbox.waiting(outlet).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "noc",
        "ftp://noc",
        "https:",
        "https://a:b@noc/x",
        "syslog+udp:///x",
        "http://a b"
      })
  void whatIsNoAddressIsRefused(String address) {
    assertEquals(
        OutletCodes.ADDRESS, assertThrows(Fault.class, () -> Outlet.of("noc", address)).code());
  }
}
