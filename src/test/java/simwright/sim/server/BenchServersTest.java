package simwright.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.fault.Fault;
import simwright.identity.Eid;
import simwright.lab.BenchDescription;
import simwright.lab.LabCodes;
import simwright.rsp.Fields;
import simwright.rsp.RemoteFunction;
import simwright.rsp.Status;
import simwright.rsp.es2.Caller;
import simwright.rsp.es2.CancelOrder;
import simwright.rsp.es2.ConfirmOrder;
import simwright.rsp.es2.DownloadOrder;
import simwright.rsp.es2.ReleaseProfile;
import simwright.rsp.trust.CertificateJudge;
import simwright.sim.network.Network;
import simwright.sim.pki.TestPki;
import simwright.time.SystemTime;
import simwright.time.Time;

/// The servers of a bench as programs reach them, by any HTTP client: ES2+ over mutual TLS, and
/// what goes wrong on request.
class BenchServersTest {
  private static final Eid EID = new Eid("89044050001234567890123456789012");
  private static final Caller CALLER = new Caller("2.999.11", "call-1");

  private final Time time = new SystemTime();
  @TempDir Path folder;
  private BenchServers servers;

  @BeforeEach
  void open() {
    SecureRandom random = new SecureRandom();
    servers =
        new BenchServers(
            TestPki.make(random, time.now()), new Network(new Random(1)), random, time);
    servers.announce(EID);
  }

  @AfterEach
  void close() {
    servers.close();
  }

  private BenchDescription.Server server(String kind) {
    return servers.servers(folder).stream()
        .filter(each -> each.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private HttpClient client(boolean operator) throws Exception {
    BenchDescription.Server server = server("es2+");
    KeyStore roots = KeyStore.getInstance("PKCS12");
    roots.load(null, null);
    try (InputStream in = Files.newInputStream(Path.of(server.root()))) {
      roots.setCertificateEntry(
          "root", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(roots);
    KeyManager[] own = null;
    if (operator) {
      KeyStore key = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(folder.resolve("operator.p12"))) {
        key.load(in, "bench".toCharArray());
      }
      KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
      keys.init(key, "bench".toCharArray());
      own = keys.getKeyManagers();
    }
    SSLContext context = SSLContext.getInstance("TLS");
    TrustManager[] nameless = {new Nameless((X509TrustManager) trust.getTrustManagers()[0])};
    context.init(own, nameless, null);
    return HttpClient.newBuilder()
        .sslContext(context)
        .connectTimeout(Duration.ofSeconds(20))
        .build();
  }

  /// Believes chains; names are another's business, as a loopback address has none.
  private static final class Nameless extends CertificateJudge {
    private final X509TrustManager chains;

    Nameless(X509TrustManager chains) {
      this.chains = chains;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind)
        throws CertificateException {
      chains.checkServerTrusted(chain, kind);
    }
  }

  private HttpResponse<String> post(HttpClient client, String kind, String path, String body)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("https://" + server(kind).address() + path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .header("X-Admin-Protocol", "gsma/rsp/v2.2.2")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private <Q, A> A call(HttpClient client, RemoteFunction<Q, A> function, Q request)
      throws Exception {
    String body = function.request().write(request).write();
    HttpResponse<String> said = post(client, "es2+", function.path(), body);
    Fields answer = Fields.read(said.body());
    Status status = Status.read(answer);
    if (!status.executed()) {
      throw new Refused(
          status.reason().orElseThrow().subject(), status.reason().orElseThrow().code(), "");
    }
    return function.answer().read(answer);
  }

  @Test
  void anOperatorOrdersConfirmsReleasesAndCancels() throws Exception {
    try (HttpClient client = client(true)) {
      var order =
          new DownloadOrder.Request(
              CALLER, Optional.empty(), Optional.empty(), Optional.of("PROD"));
      String iccid = call(client, DownloadOrder.FUNCTION, order).iccid();
      assertTrue(iccid.startsWith("8988211000009000"), iccid);
      ConfirmOrder.Answer confirmed =
          call(client, ConfirmOrder.FUNCTION, confirm(iccid, Optional.of("MINE-1"), false));
      assertEquals("MINE-1", confirmed.matchingId());
      assertEquals(Optional.of(BenchServers.SMDP), confirmed.smdpAddress());
      var release = new ReleaseProfile.Request(CALLER, iccid);
      var unused = call(client, ReleaseProfile.FUNCTION, release);
      assertThrows(Refused.class, () -> call(client, ReleaseProfile.FUNCTION, release));
      var alsoUnused =
          call(
              client,
              CancelOrder.FUNCTION,
              new CancelOrder.Request(CALLER, iccid, Optional.empty(), true));
      var again =
          new DownloadOrder.Request(
              CALLER, Optional.of(EID.value()), Optional.of(iccid), Optional.empty());
      assertEquals(iccid, call(client, DownloadOrder.FUNCTION, again).iccid());
      assertEquals(
          Optional.of(EID.value()),
          call(client, ConfirmOrder.FUNCTION, confirm(iccid, Optional.empty(), true)).eid());
    }
  }

  private static ConfirmOrder.Request confirm(String iccid, Optional<String> id, boolean release) {
    return new ConfirmOrder.Request(
        CALLER, iccid, Optional.empty(), id, Optional.empty(), Optional.empty(), release);
  }

  @Test
  void withoutACertificateNobodyOrders() throws Exception {
    try (HttpClient client = client(false)) {
      assertThrows(
          IOException.class, () -> post(client, "es2+", ReleaseProfile.FUNCTION.path(), "{}"));
    }
  }

  @Test
  void whatIsPublishedGoesAway() {
    assertEquals(3, servers.servers(folder).size());
    assertTrue(Files.exists(folder.resolve("test-root.der")));
    assertTrue(Files.exists(folder.resolve("operator.p12")));
    servers.close();
    assertFalse(Files.exists(folder.resolve("test-root.der")));
    assertFalse(Files.exists(folder.resolve("operator.p12")));
  }

  @Test
  void thereAreProfilesEnoughEachWithItsOwnIdentity() {
    assertEquals(6, servers.orders().size());
    assertEquals(
        6, servers.orders().stream().map(BenchDescription.Order::iccid).distinct().count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.2.6/3.8", "8.8.5/4.10", "8.2.7/6.4", "8.1/4.8", "8.10.1/3.9"})
  void anyRefusalOfTheStandardComesOnRequest(String codes) throws Exception {
    servers.misbehave("fail:" + codes);
    try (HttpClient client = client(false)) {
      String path = "/gsma/rsp2/es9plus/initiateAuthentication";
      HttpResponse<String> said = post(client, "sm-dp+", path, "{}");
      assertEquals(200, said.statusCode());
      var reason = Status.read(Fields.read(said.body())).reason().orElseThrow();
      assertEquals(codes, reason.subject() + "/" + reason.code());
      servers.misbehave("");
      said = post(client, "sm-dp+", path, "{}");
      assertEquals("1.6", Status.read(Fields.read(said.body())).reason().orElseThrow().subject());
    }
  }

  @Test
  void pagesCutBodiesHangUpsAndRedirectsComeOnRequest() throws Exception {
    String path = "/gsma/rsp2/es9plus/initiateAuthentication";
    try (HttpClient client = client(false)) {
      servers.misbehave("page");
      HttpResponse<String> page = post(client, "sm-dp+", path, "{}");
      assertEquals(500, page.statusCode());
      assertTrue(page.body().startsWith("<html>"));
      servers.misbehave("redirect");
      assertEquals(302, post(client, "sm-dp+", path, "{}").statusCode());
      servers.misbehave("cut");
      assertThrows(IOException.class, () -> post(client, "sm-dp+", path, "{}"));
      servers.misbehave("hang-up");
      assertThrows(IOException.class, () -> post(client, "sm-dp+", path, "{}"));
    }
  }

  @Test
  void aMisbehaviourMayHoldForOneFunctionAndSoManyTimes() throws Exception {
    String path = "/gsma/rsp2/es9plus/initiateAuthentication";
    try (HttpClient client = client(false)) {
      servers.misbehave("page@authenticateClient*1");
      assertEquals(200, post(client, "sm-dp+", path, "{}").statusCode());
      servers.misbehave("page@initiateAuthentication*2");
      assertEquals(200, post(client, "sm-ds", path, "{}").statusCode(), "another server");
      assertEquals(500, post(client, "sm-dp+", path, "{}").statusCode());
      assertEquals(500, post(client, "sm-dp+", path, "{}").statusCode());
      assertEquals(200, post(client, "sm-dp+", path, "{}").statusCode());
      servers.misbehave("sm-ds fail:8.9.5/3.9*1");
      assertEquals("8.9.5", subject(post(client, "sm-ds", path, "{}")));
      assertEquals("1.6", subject(post(client, "sm-ds", path, "{}")));
    }
  }

  @Test
  void aSlowServerAnswersAfterAWhile() throws Exception {
    String path = "/gsma/rsp2/es9plus/initiateAuthentication";
    try (HttpClient client = client(false)) {
      long began = time.nanos();
      servers.misbehave("slow:1");
      assertEquals("1.6", subject(post(client, "sm-dp+", path, "{}")));
      assertTrue(time.nanos() - began >= 1_000_000_000L);
    }
  }

  private static String subject(HttpResponse<String> said) {
    return Status.read(Fields.read(said.body())).reason().orElseThrow().subject();
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, gsma/rsp/v2.2.2, 1.2.1",
    "application/json, '', 1.2.2",
    "application/json, gsma/rsp/2, 1.2.2",
    "application/json;charset=utf-8, gsma/rsp/v3.1.0, 1.6"
  })
  void requestsWithoutTheRightHeadersAreRefused(String type, String protocol, String subject)
      throws Exception {
    try (HttpClient client = client(false)) {
      String at = server("sm-dp+").address() + "/gsma/rsp2/es9plus/initiateAuthentication";
      HttpRequest.Builder post =
          HttpRequest.newBuilder(URI.create("https://" + at)).header("Content-Type", type);
      if (!protocol.isEmpty()) {
        post.header("X-Admin-Protocol", protocol);
      }
      post.POST(HttpRequest.BodyPublishers.ofString("{}"));
      assertEquals(
          subject, subject(client.send(post.build(), HttpResponse.BodyHandlers.ofString())));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"wrong-role*2", "sm-ds wrong-signature", "fail:8", "slow:", "tell:10.0.0.1:1"})
  void whatCannotBeAskedForIsRefused(String how) {
    Fault refused = assertThrows(Fault.class, () -> servers.misbehave(how));
    assertEquals(LabCodes.CONTROL, refused.code());
  }

  @Test
  void aMisbehaviourThatIsNoneIsRefusedWithWhatThereIs() {
    Fault refused = assertThrows(Fault.class, () -> servers.misbehave("sulk"));
    assertEquals(LabCodes.CONTROL, refused.code());
    assertTrue(refused.evidence().orElseThrow().contains("wrong-role"));
  }
}
