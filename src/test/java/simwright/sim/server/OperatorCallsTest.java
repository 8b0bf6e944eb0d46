package simwright.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.fault.Fault;
import simwright.keys.ClientKey;
import simwright.lab.BenchDescription;
import simwright.rsp.RemoteFunction;
import simwright.rsp.RspCodes;
import simwright.rsp.Shape;
import simwright.rsp.Status;
import simwright.rsp.es2.Caller;
import simwright.rsp.es2.CancelOrder;
import simwright.rsp.es2.DownloadOrder;
import simwright.rsp.es2.HandleDownloadProgressInfo;
import simwright.rsp.es2.HandleDownloadProgressInfo.Point;
import simwright.rsp.http.RspClient;
import simwright.rsp.http.Way;
import simwright.rsp.serve.CallerTrust;
import simwright.rsp.serve.RspListener;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.RootFile;
import simwright.rsp.trust.Trust;
import simwright.sim.network.Network;
import simwright.sim.pki.TestPki;
import simwright.time.SystemTime;
import simwright.time.Time;

/// ES2+ as this program calls it: the server asks for a certificate, believes only its own, and
/// serves each operator under the name in its certificate.
class OperatorCallsTest {
  private static final String ICCID = "8988211000009000061";
  private static final Caller OWN = new Caller("2.999.11", "call-1");
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Time time = new SystemTime();
  private final SecureRandom random = new SecureRandom();
  private final TestPki pki = TestPki.make(random, time.now());
  @TempDir Path folder;
  private BenchServers servers;

  @BeforeEach
  void open() {
    servers = bench(pki);
  }

  private BenchServers bench(TestPki under) {
    return new BenchServers(under, new Network(new Random(1)), random, time);
  }

  @AfterEach
  void close() {
    servers.close();
  }

  private List<KeyManager> own() {
    BenchDescription.Server unused = servers.servers(folder).getLast();
    return ClientKey.read(folder.resolve("operator.p12"), "bench".toCharArray()).forTls();
  }

  private List<KeyManager> issued(TestPki.Wish wish) {
    return RspServer.shown(pki.issue(wish));
  }

  private <Q, A> A call(List<KeyManager> shown, RemoteFunction<Q, A> function, Q request) {
    return call(way(), shown, function, request);
  }

  private Way way() {
    String[] at = servers.servers(folder).getLast().address().split(":");
    return Way.to(new InetSocketAddress(at[0], Integer.parseInt(at[1])));
  }

  private <Q, A> A call(Way way, List<KeyManager> shown, RemoteFunction<Q, A> function, Q request) {
    RspClient.Peer peer = new RspClient.Peer("es2.simwright.test", Role.DP_TLS, way, shown);
    try (RspClient client = new RspClient(peer, trust(), time)) {
      return client.call(function, request, time.deadline(LONG));
    }
  }

  private Trust trust() {
    BenchDescription.Server server = servers.servers(folder).getLast();
    return new Trust(RootFile.read(Path.of(server.root()), time.now()));
  }

  private String order(List<KeyManager> shown, Caller caller) {
    return order(way(), shown, caller);
  }

  private String order(Way way, List<KeyManager> shown, Caller caller) {
    DownloadOrder.Request request =
        new DownloadOrder.Request(caller, Optional.empty(), Optional.of(ICCID), Optional.empty());
    return call(way, shown, DownloadOrder.FUNCTION, request).iccid();
  }

  private void refused(String code, List<KeyManager> shown, Caller caller) {
    Fault fault = assertThrows(Fault.class, () -> order(shown, caller));
    assertEquals(code, fault.code().toString());
  }

  @Test
  void anOperatorWithItsCertificateIsServed() {
    assertEquals(ICCID, order(own(), OWN));
  }

  @Test
  void anOperatorDoesNotPassItselfOffAsAnLpa() {
    var host = List.of("es2.simwright.test");
    var tls = pki.issue(TestPki.server(Role.DP_TLS, host.getFirst(), "2.999.10").hosts(host));
    var calls = new LinkedBlockingQueue<RspListener.Call>();
    try (RspServer server = RspServer.open(tls, time, Optional.of(pki.root()))) {
      RspServer unused =
          server.withCaller(
              DownloadOrder.FUNCTION,
              (call, request) -> {
                assertTrue(calls.add(call));
                return new DownloadOrder.Answer(request.iccid().orElseThrow());
              });
      Way way = Way.to(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
      assertEquals(ICCID, order(way, own(), OWN));
    }
    RspListener.Call call = calls.remove();
    assertEquals("simwright", call.headers().getFirst("User-Agent"));
    assertEquals("gsma/rsp/v2.2.2", call.headers().getFirst("X-Admin-Protocol"));
    assertEquals("application/json", call.headers().getFirst("Content-Type"));
    assertEquals("2.999.11", call.caller().orElseThrow().serverOid().orElseThrow());
  }

  @Test
  void aCallerWithoutACertificateIsNot() {
    refused("rsp/caller", List.of(), OWN);
  }

  @Test
  void aCertificateOfAnotherRootIsNotBelieved() throws Exception {
    Path other = Files.createDirectories(folder.resolve("other"));
    try (BenchServers elsewhere = bench(TestPki.make(random, time.now()))) {
      BenchDescription.Server unused = elsewhere.servers(other).getLast();
      var wrong = ClientKey.read(other.resolve("operator.p12"), "bench".toCharArray()).forTls();
      refused("rsp/caller", wrong, OWN);
    }
  }

  @Test
  void aCertificateThatRanOutOrIsForAnotherRoleIsNotBelieved() {
    TestPki.Wish wish = TestPki.server(Role.DP_TLS, "operator", "2.999.11");
    Instant now = time.now();
    Duration day = Duration.ofDays(1);
    refused(
        "rsp/caller", issued(wish.lasting(now.minus(day.multipliedBy(9)), now.minus(day))), OWN);
    refused("rsp/caller", issued(wish.lasting(now.plus(day), now.plus(day.multipliedBy(9)))), OWN);
    refused("rsp/caller", issued(wish.as(Role.DP_AUTH)), OWN);
    assertEquals(ICCID, order(issued(wish), OWN));
  }

  @Test
  void theRequesterMustBeWhomTheCertificateNames() {
    refused("es2+/1.1-1.2", own(), new Caller("2.999.12", "call-1"));
    assertEquals(ICCID, order(own(), OWN));
  }

  @Test
  void nobodyTouchesWhatAnotherOperatorOrdered() {
    assertEquals(ICCID, order(own(), OWN));
    var other = issued(TestPki.server(Role.DP_TLS, "other operator", "2.999.12"));
    Caller caller = new Caller("2.999.12", "call-2");
    var cancel = new CancelOrder.Request(caller, ICCID, Optional.empty(), true);
    Fault fault = assertThrows(Fault.class, () -> call(other, CancelOrder.FUNCTION, cancel));
    assertEquals("es2+/8.2.1-1.2", fault.code().toString());
    refused("es2+/8.2.1-3.3", other, caller);
  }

  @Test
  void anOrderNamesAProfileOrAKind() {
    var neither =
        new DownloadOrder.Request(OWN, Optional.empty(), Optional.empty(), Optional.empty());
    Fault fault = assertThrows(Fault.class, () -> call(own(), DownloadOrder.FUNCTION, neither));
    assertEquals("es2+/8.2.1-2.3", fault.code().toString());
    var travel =
        new DownloadOrder.Request(OWN, Optional.empty(), Optional.empty(), Optional.of("TRAVEL"));
    assertEquals("8988211000009000087", call(own(), DownloadOrder.FUNCTION, travel).iccid());
    fault = assertThrows(Fault.class, () -> call(own(), DownloadOrder.FUNCTION, travel));
    assertEquals("es2+/8.2.5-3.7", fault.code().toString());
  }

  @Test
  void theServerForOperatorsMisbehavesOnRequestToo() {
    servers.misbehave("es2+ hang-up*1");
    refused("rsp/cut", own(), OWN);
    servers.misbehave("es2+ fail:1.2/4.4@downloadOrder*2");
    refused("es2+/1.2-4.4", own(), OWN);
    refused("es2+/1.2-4.4", own(), OWN);
    assertEquals(ICCID, order(own(), OWN), "twice was all");
    servers.misbehave("es2+ page*1");
    refused("rsp/http", own(), OWN);
  }

  @Test
  void anOperatorThatListensHearsOfItsDownloadsAndOfThoseBefore() throws Exception {
    var heard = new LinkedBlockingQueue<HandleDownloadProgressInfo.Request>();
    var smdp = pki.issue(TestPki.server(Role.DP_TLS, "smdp", "2.999.10"));
    var post = new ProgressPost("operator.simwright.test", "2.999.10", smdp, pki.root(), time);
    Order nobodys = new Order(Encounter.offer("8988211000000900011", "001010000900001"));
    Order order = new Order(Encounter.offer(ICCID, "001010000900006"));
    order.owner("2.999.11");
    post.tell(passed(nobodys, Point.ELIGIBILITY));
    post.tell(passed(order, Point.ELIGIBILITY));
    post.to(new InetSocketAddress(InetAddress.getLoopbackAddress(), closedPort()));
    RspListener.Identity known =
        new RspListener.Identity(own(), Optional.of(new CallerTrust(trust(), time::now)));
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (RspListener listener = RspListener.open(any, known, RspListener.Conduct.PLAIN, time)) {
      RspListener unused =
          listener.with(
              HandleDownloadProgressInfo.FUNCTION,
              (call, request) -> {
                assertTrue(heard.add(request));
                return new Shape.Nothing();
              });
      post.to(new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.port()));
      post.tell(passed(order, Point.PACKAGE_DOWNLOAD));
      var first = heard.poll(20, TimeUnit.SECONDS);
      var second = heard.poll(20, TimeUnit.SECONDS);
      assertEquals(Point.ELIGIBILITY, first.point());
      assertEquals(ICCID, first.iccid());
      assertEquals(Point.PACKAGE_DOWNLOAD, second.point());
      assertEquals("2.999.10", second.caller().identifier());
      assertEquals(Optional.of(Encounter.EID.value()), second.eid());
      assertEquals("PROD", second.profileType());
    }
  }

  private static Smdp.Passed passed(Order order, Point point) {
    return new Smdp.Passed(order, Encounter.EID, point, Status.done(), Optional.empty());
  }

  private int closedPort() {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    RspListener.Identity nobody = new RspListener.Identity(own(), Optional.empty());
    try (RspListener closed = RspListener.open(any, nobody, RspListener.Conduct.PLAIN, time)) {
      return closed.port();
    }
  }

  @Test
  void anAddressThatIsTakenIsNotListenedAt() {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    RspListener.Identity nobody = new RspListener.Identity(own(), Optional.empty());
    try (RspListener one = RspListener.open(any, nobody, RspListener.Conduct.PLAIN, time)) {
      InetSocketAddress taken = new InetSocketAddress(InetAddress.getLoopbackAddress(), one.port());
      Fault fault =
          assertThrows(
              Fault.class, () -> RspListener.open(taken, nobody, RspListener.Conduct.PLAIN, time));
      assertEquals(RspCodes.LISTEN, fault.code());
    }
  }
}
