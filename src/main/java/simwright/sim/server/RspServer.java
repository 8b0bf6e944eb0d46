package simwright.sim.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;
import simwright.lab.LabCodes;
import simwright.rsp.Fields;
import simwright.rsp.RemoteFunction;
import simwright.rsp.Status;
import simwright.rsp.trust.Certificate;
import simwright.sim.pki.Identity;
import simwright.time.Time;

/// A server on loopback TLS that carries out remote functions, and misbehaves on request.
final class RspServer implements AutoCloseable {
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int BROKEN = 500;
  private static final Duration SILENCE = Duration.ofSeconds(90);
  private static final Duration DRIP = Duration.ofSeconds(1);
  private static final String PAGE = "<html><body><h1>Internal error</h1></body></html>";

  private final HttpsServer server;
  private final Time time;
  private final Map<String, Function<String, Said>> functions = new HashMap<>();
  private final AtomicReference<@Nullable Misbehaviour> wrong = new AtomicReference<>();
  private final AtomicReference<@Nullable Status> refusal = new AtomicReference<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger connections;

  private record Said(int status, String body) {}

  /// Begins to listen on a free port.
  static RspServer open(Identity tls, Time time) {
    return open(tls, time, Optional.empty());
  }

  /// The same; with a root, callers must show a certificate under it.
  static RspServer open(Identity tls, Time time, Optional<Certificate> callers) {
    try {
      HttpsServer server =
          HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      AtomicInteger connections = new AtomicInteger();
      server.setHttpsConfigurator(
          new HttpsConfigurator(context(tls, callers)) {
            @Override
            public void configure(HttpsParameters parameters) {
              connections.incrementAndGet();
              SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
              wanted.setNeedClientAuth(callers.isPresent());
              parameters.setSSLParameters(wanted);
            }
          });
      return new RspServer(server, connections, time);
    } catch (IOException | GeneralSecurityException e) {
      throw new Fault(LabCodes.SERVER, "starting a server", "loopback", e.getMessage(), e);
    }
  }

  private RspServer(HttpsServer server, AtomicInteger connections, Time time) {
    this.server = server;
    this.connections = connections;
    this.time = time;
    server.setExecutor(body -> {
      var unused = time.start("server", body);
    });
    var unused = server.createContext("/", this::handle);
    server.start();
  }

  private static SSLContext context(Identity tls, Optional<Certificate> callers)
      throws GeneralSecurityException, IOException {
    X509Certificate certificate = x509(tls.certificate());
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("tls", tls.key().forTls(), new char[0], new X509Certificate[] {certificate});
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    TrustManager[] believed = null;
    if (callers.isPresent()) {
      KeyStore roots = KeyStore.getInstance("PKCS12");
      roots.load(null, null);
      roots.setCertificateEntry("root", x509(callers.get()));
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(roots);
      believed = trust.getTrustManagers();
    }
    context.init(keys.getKeyManagers(), believed, null);
    return context;
  }

  static X509Certificate x509(Certificate certificate) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(certificate.der().toArray()));
  }

  /// Refuses everything with this status from now on; null carries out again.
  void refuse(@Nullable Status status) {
    refusal.set(status);
  }

  /// Carries out a function from now on.
  <Q, A> RspServer with(RemoteFunction<Q, A> function, Function<Q, A> what) {
    functions.put(
        function.path(),
        body -> {
          Q request = function.request().read(Fields.read(body));
          A answer = what.apply(request);
          return function.bodied()
              ? new Said(OK, Status.done().into(function.answer().write(answer)).write())
              : new Said(NO_CONTENT, "");
        });
    return this;
  }

  /// Misbehaves from now on; null behaves again.
  void misbehave(@Nullable Misbehaviour how) {
    wrong.set(how);
  }

  /// How often it was asked.
  int asked() {
    return asked.get();
  }

  /// How many TLS connections were made to it.
  int connections() {
    return connections.get();
  }

  /// The port on loopback.
  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Misbehaviour how = wrong.get();
      if (how == Misbehaviour.HANG_UP) {
        return;
      }
      if (how == Misbehaviour.SILENT) {
        time.sleep(SILENCE);
        return;
      }
      Said said = answer(exchange, body);
      send(exchange, said, how);
    }
  }

  private Said answer(HttpExchange exchange, String body) {
    Function<String, Said> function = functions.get(exchange.getRequestURI().getPath());
    if (function == null || !exchange.getRequestMethod().equals("POST")) {
      return new Said(404, "");
    }
    Status refused = refusal.get();
    if (refused != null) {
      return new Said(OK, refused.into(Fields.empty()).write());
    }
    try {
      return function.apply(body);
    } catch (Refused no) {
      return new Said(OK, no.status().into(Fields.empty()).write());
    } catch (Fault unreadable) {
      return new Said(
          OK,
          Status.failed("1.6", "2.1", "Invalid request: " + unreadable.code())
              .into(Fields.empty())
              .write());
    }
  }

  private void send(HttpExchange exchange, Said said, @Nullable Misbehaviour how)
      throws IOException {
    exchange.getResponseHeaders().add("X-Admin-Protocol", "gsma/rsp/v2.2.2");
    if (how == Misbehaviour.REDIRECT) {
      exchange.getResponseHeaders().add("Location", "https://elsewhere.simwright.test/");
      exchange.sendResponseHeaders(302, -1);
      return;
    }
    boolean page = how == Misbehaviour.PAGE;
    exchange.getResponseHeaders().add("Content-Type", page ? "text/html" : "application/json");
    byte[] bytes = (page ? PAGE : said.body()).getBytes(StandardCharsets.UTF_8);
    int status = page ? BROKEN : said.status();
    if (bytes.length == 0) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      if (how == Misbehaviour.CUT) {
        out.write(bytes, 0, bytes.length / 2);
        out.flush();
        return;
      }
      if (how == Misbehaviour.DRIP) {
        for (byte each : bytes) {
          out.write(each);
          out.flush();
          time.sleep(DRIP);
        }
        return;
      }
      out.write(bytes);
    }
  }
}
