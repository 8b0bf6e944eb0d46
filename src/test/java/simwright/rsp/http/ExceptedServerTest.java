package simwright.rsp.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import simwright.fault.Fault;
import simwright.rsp.RemoteFunction;
import simwright.rsp.Shape;
import simwright.rsp.trust.Exceptions;
import simwright.rsp.trust.Forge;
import simwright.rsp.trust.HostException;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.Trust;
import simwright.rsp.trust.TrustCodes;
import simwright.time.SystemTime;

/// A server that is believed by an exception, over a connection as the program makes it.
class ExceptedServerTest {
  private static final String HOST = "smdp.example.test";
  private static final RemoteFunction<String, String> FUNCTION =
      RemoteFunction.es9(
          "initiateAuthentication",
          new Shape<>(fields -> "", (text, fields) -> {}),
          new Shape<>(fields -> "done", (text, fields) -> {}));

  private final SystemTime time = new SystemTime();
  private final List<HostException> all = new ArrayList<>();
  private final List<HostException.Use> uses = new ArrayList<>();
  private final Exceptions exceptions =
      new Exceptions() {
        @Override
        public List<HostException> all() {
          return List.copyOf(all);
        }

        @Override
        public void used(HostException.Use use) {
          uses.add(use);
        }
      };

  @AfterEach
  void close() {
    time.close();
  }

  @Test
  void itIsBelievedWhileTheExceptionStandsAndEachConnectionIsTold() throws Exception {
    Forge.Made root = Forge.root("CN=CI").make();
    Forge.Made shown = Forge.tls(root, "other.example.test").days(-30, 30_000).make();
    Trust trust = new Trust(List.of(Forge.root("CN=Else").days(-30, 30_000).certificate()));
    String body = "{\"header\":{\"functionExecutionStatus\":{\"status\":\"Executed-Success\"}}}";
    String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    try (LoopbackServer server = LoopbackServer.tls(shown, answer, time)) {
      Way way = Way.to(server.address());
      assertEquals(TrustCodes.ROOT, refused(trust, way));
      Instant until = time.now().plus(Duration.ofHours(1));
      all.add(new HostException(HOST, shown.certificate().fingerprint(), until, "a test"));
      assertEquals(List.of(TrustCodes.ROOT, TrustCodes.HOST), called(trust, way).findings());
      assertEquals(2, called(trust, way).findings().size());
      assertEquals(2, uses.size());
      all.clear();
      assertEquals(TrustCodes.ROOT, refused(trust, way));
    }
  }

  private Object refused(Trust trust, Way way) {
    return assertThrows(Fault.class, () -> called(trust, way)).code();
  }

  private HostException.Use called(Trust trust, Way way) {
    RspClient.Peer peer = new RspClient.Peer(HOST, Role.DP_TLS, way, List.of(), exceptions);
    try (RspClient client = new RspClient(peer, trust, time)) {
      assertEquals(Optional.empty(), client.excepted());
      assertEquals("done", client.call(FUNCTION, "", time.deadline(Duration.ofSeconds(20))));
      return client.excepted().orElseThrow();
    }
  }
}
