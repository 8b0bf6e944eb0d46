package simwright.rsp.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.rsp.RemoteFunction;
import simwright.rsp.RspCodes;
import simwright.rsp.Shape;
import simwright.rsp.trust.Forge;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.Trust;
import simwright.rsp.trust.TrustCodes;
import simwright.runbook.Runbook;
import simwright.time.BorrowedTime;
import simwright.time.SystemTime;
import simwright.time.Time;

/// Servers on loopback with one thing wrong each: the client refuses every one, with its own
/// message, and says the same when it only looks.
class BadServersTest {
  private static final String HOST = "smdp.example.test";
  private static final String DONE =
      "{\"header\":{\"functionExecutionStatus\":{\"status\":\"Executed-Success\"}}}";
  private static final SystemTime TIME = new SystemTime();
  private static final Forge.Made ROOT = Forge.root("CN=CI").make();
  private static final Trust TRUST = new Trust(List.of(ROOT.certificate()));
  private static final RemoteFunction<String, String> FUNCTION =
      RemoteFunction.es9(
          "initiateAuthentication",
          new Shape<>(fields -> "", (text, fields) -> {}),
          new Shape<>(fields -> "done", (text, fields) -> {}));

  @AfterAll
  static void close() {
    TIME.close();
  }

  private interface Opening {
    LoopbackServer open() throws Exception;
  }

  private record Bad(String what, FaultCode code, String said, Opening server) {}

  @TestFactory
  Stream<DynamicTest> eachIsRefusedWithItsOwnMessage() {
    return Stream.of(certificates(), handshakes(), answers())
        .flatMap(List::stream)
        .map(bad -> DynamicTest.dynamicTest(bad.what(), () -> refused(bad)));
  }

  private static void refused(Bad bad) throws Exception {
    try (LoopbackServer server = bad.server().open()) {
      Fault fault = assertThrows(Fault.class, () -> called(Way.to(server.address()), HOST));
      assertEquals(bad.code(), fault.code(), fault.evidence().orElse(""));
      String words = fault.where() + " | " + fault.evidence().orElse("");
      assertTrue(words.contains(bad.said()), words);
      assertTrue(Runbook.shipped().entry(fault.code()).isPresent(), fault.code().toString());
    }
  }

  private static String called(Way way, String host) {
    try (RspClient client =
        new RspClient(new RspClient.Peer(host, Role.DP_TLS, way), TRUST, clock())) {
      return client.call(FUNCTION, "", TIME.deadline(Duration.ofSeconds(20)));
    }
  }

  /// The real clock for waiting, and the time when the certificates are valid for believing.
  private static Time clock() {
    return new Then(TIME);
  }

  private static Bad certificate(String what, FaultCode code, String said, Forge forge) {
    return new Bad(
        what, code, said, () -> LoopbackServer.tls(forge.make(), http("200 OK", DONE), TIME));
  }

  private static List<Bad> certificates() {
    Forge.Made stranger = Forge.root("CN=Stranger").make();
    return List.of(
        certificate(
            "a certificate of yesterday",
            TrustCodes.EXPIRED,
            "valid until",
            Forge.tls(ROOT, HOST).days(-30, -1)),
        certificate(
            "a certificate of tomorrow",
            TrustCodes.NOT_YET,
            "valid from",
            Forge.tls(ROOT, HOST).days(1, 30)),
        certificate(
            "another server's certificate",
            TrustCodes.HOST,
            "it is for other.example.test",
            Forge.tls(ROOT, "other.example.test")),
        certificate(
            "a star for more than one label",
            TrustCodes.HOST,
            "it is for *.test",
            Forge.tls(ROOT, "*.test")),
        certificate(
            "a certificate for no host",
            TrustCodes.HOST,
            "it is for no host",
            Forge.tls(ROOT, HOST).withoutHosts()),
        certificate(
            "a caller's certificate",
            TrustCodes.EXTENDED_USAGE,
            "clientAuth",
            Forge.tls(ROOT, HOST).purposes(KeyPurposeId.id_kp_clientAuth)),
        certificate(
            "a certificate without extended key usage",
            TrustCodes.EXTENDED_USAGE,
            "digitalSignature",
            Forge.tls(ROOT, HOST).purposes()),
        certificate(
            "the certificate for signing",
            TrustCodes.ROLE,
            Role.DP_AUTH.policy(),
            Forge.under(ROOT, Role.DP_AUTH, "CN=DPauth").hosts(HOST)),
        certificate(
            "the certificate of an SM-DS",
            TrustCodes.ROLE,
            Role.DS_TLS.policy(),
            Forge.under(ROOT, Role.DS_TLS, "CN=DS").hosts(HOST)),
        certificate(
            "a certificate of an unknown root",
            TrustCodes.ROOT,
            stranger.certificate().keyId().hex(),
            Forge.tls(stranger, HOST)));
  }

  private static Bad raw(String what, FaultCode code, String said, String hex) {
    return new Bad(
        what, code, said, () -> LoopbackServer.plain(HexFormat.of().parseHex(hex), TIME));
  }

  private static List<Bad> handshakes() {
    String hello11 = "160302002a" + "020000260302" + "00".repeat(31) + "01" + "00" + "c009" + "00";
    return List.of(
        raw("TLS 1.1 alone", RspCodes.TLS_VERSION, "TLS11", hello11),
        raw("an alert on the version", RspCodes.TLS_VERSION, "protocol_version", "15030100020246"),
        raw("an unknown name", RspCodes.TLS_ALERT, "unrecognized_name", "15030300020270"),
        raw("no common cipher", RspCodes.TLS_ALERT, "handshake_failure", "15030300020228"),
        new Bad(
            "plain HTTP",
            RspCodes.NO_TLS,
            HOST,
            () ->
                LoopbackServer.plain(
                    http("400 Bad Request", "").getBytes(StandardCharsets.UTF_8), TIME)),
        raw("a handshake that ends at once", RspCodes.TLS, "handshake", ""));
  }

  private static Bad answer(String what, FaultCode code, String said, String answer) {
    return new Bad(
        what, code, said, () -> LoopbackServer.tls(Forge.tls(ROOT, HOST).make(), answer, TIME));
  }

  private static List<Bad> answers() {
    return List.of(
        answer(
            "a redirection",
            RspCodes.REDIRECT,
            "https://evil.example.test/",
            "HTTP/1.1 302 Found\r\nLocation: https://evil.example.test/\r\n"
                + "Content-Length: 0\r\n\r\n"),
        answer("an unknown page", RspCodes.HTTP, "HTTP 404", http("404 Not Found", "")),
        answer(
            "a page that tells of an error",
            RspCodes.HTTP,
            "HTTP 500, 13 bytes of text/html",
            typed("500 Oops", "text/html", "<html></html>")),
        answer(
            "a page",
            RspCodes.MESSAGE,
            "no JSON, but 13 bytes of text/html",
            typed("200 OK", "text/html", "<html></html>")),
        answer(
            "JSON that is a list",
            RspCodes.MESSAGE,
            "no JSON object, but 2 bytes of application/json",
            typed("200 OK", "application/json", "[]")),
        answer(
            "a compressed answer",
            RspCodes.MESSAGE,
            "it is compressed (gzip)",
            http("200 OK\r\nContent-Encoding: gzip", "x".repeat(999))),
        answer(
            "an answer without end",
            RspCodes.TOO_LARGE,
            HOST,
            "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat((8 << 20) + 1)),
        answer(
            "an answer that is announced as too large",
            RspCodes.TOO_LARGE,
            HOST,
            "HTTP/1.1 200 OK\r\nContent-Length: 9000000000\r\n\r\n" + "x".repeat(8 << 20) + "xx"),
        answer(
            "an answer cut short",
            RspCodes.CUT,
            HOST,
            "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"header\":"));
  }

  private static String typed(String status, String type, String body) {
    return http(status + "\r\nContent-Type: " + type, body);
  }

  private static String http(String status, String body) {
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  @Test
  void aServerThatIsRightIsAnsweredOnAnyWay() throws Exception {
    try (LoopbackServer server =
            LoopbackServer.tls(Forge.tls(ROOT, HOST).make(), http("200 OK", DONE), TIME);
        Tunnel proxy = Tunnel.open(server.address(), Duration.ofSeconds(5), TIME)) {
      assertEquals("done", called(Way.to(server.address()), HOST));
      Ways manual = Ways.through(proxy.address());
      assertEquals("done", called(manual.to(HOST), HOST));
      ServerLook.Seen seen = new ServerLook(HOST, manual.to(HOST), TIME).look();
      assertEquals("TLSv1.3", seen.tls().orElseThrow().version());
      assertEquals(1, seen.chain().size());
      assertTrue(seen.proxy().isPresent());
    }
  }

  @Test
  void aBodyThatDoesNotComeIsLateAfterItsDeadline() throws Exception {
    String begun = "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"header\":";
    try (LoopbackServer server =
            LoopbackServer.tls(Forge.tls(ROOT, HOST).make(), begun, TIME).holding();
        RspClient client =
            new RspClient(
                new RspClient.Peer(HOST, Role.DP_TLS, Way.to(server.address())), TRUST, clock())) {
      Fault late =
          assertThrows(
              Fault.class, () -> client.call(FUNCTION, "", TIME.deadline(Duration.ofMillis(1500))));
      assertEquals(RspCodes.TIMEOUT, late.code());
    }
  }

  @Test
  void aProxyThatRefusesIsNamed() throws Exception {
    for (String status : List.of("407 Proxy Authentication Required", "403 Forbidden")) {
      byte[] no = http(status, "").getBytes(StandardCharsets.UTF_8);
      try (LoopbackServer proxy = LoopbackServer.plain(no, TIME)) {
        Way way = Ways.through(proxy.address()).to(HOST);
        assertEquals(
            RspCodes.PROXY, assertThrows(Fault.class, () -> called(way, HOST)).code(), status);
        ServerLook look = new ServerLook(HOST, way, TIME);
        assertEquals(RspCodes.PROXY, assertThrows(Fault.class, look::look).code(), status);
        assertEquals(2, proxy.met());
      }
    }
  }

  @Test
  void whatIsSeenIsToldEvenOfAServerThatIsNotBelieved() throws Exception {
    Forge.Made shown = Forge.tls(Forge.root("CN=Stranger").make(), "else.test").make();
    try (LoopbackServer server = LoopbackServer.tls(shown, "", TIME)) {
      ServerLook.Seen seen = new ServerLook(HOST, Way.to(server.address()), TIME).look();
      assertEquals(List.of(shown.certificate()), seen.chain());
      assertEquals(words(server.address()), seen.address());
    }
    byte[] alert = HexFormat.of().parseHex("15030300020270");
    try (LoopbackServer server = LoopbackServer.plain(alert, TIME)) {
      ServerLook.Seen seen = new ServerLook(HOST, Way.to(server.address()), TIME).look();
      assertEquals(RspCodes.TLS_ALERT, seen.broken().orElseThrow().code());
      assertEquals(List.of(), seen.chain());
    }
  }

  private static String words(InetSocketAddress address) {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  /// The real clock but for the date.
  private static final class Then extends BorrowedTime {
    Then(Time real) {
      super(real);
    }

    @Override
    public Instant now() {
      return Forge.NOW;
    }
  }
}
