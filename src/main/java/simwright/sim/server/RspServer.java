package simwright.sim.server;

import com.sun.net.httpserver.HttpExchange;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;
import simwright.lab.LabCodes;
import simwright.rsp.RemoteFunction;
import simwright.rsp.serve.CallerTrust;
import simwright.rsp.serve.RspListener;
import simwright.rsp.serve.RspListener.Call;
import simwright.rsp.serve.RspListener.Said;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.Trust;
import simwright.sim.pki.Identity;
import simwright.time.Time;

/// A server on loopback TLS that carries out remote functions, and misbehaves on request.
final class RspServer implements AutoCloseable {
  private static final int BROKEN = 500;
  private static final Duration SILENCE = Duration.ofSeconds(90);
  private static final Duration DRIP = Duration.ofSeconds(1);
  private static final String PAGE = "<html><body><h1>Internal error</h1></body></html>";

  private final RspListener listener;
  private final Time time;
  private final AtomicReference<@Nullable Script> script = new AtomicReference<>();
  private final AtomicInteger asked = new AtomicInteger();

  /// Begins to listen on a free port.
  static RspServer open(Identity tls, Time time) {
    return open(tls, time, Optional.empty());
  }

  /// The same; with a root, callers must show a certificate under it.
  static RspServer open(Identity tls, Time time, Optional<Certificate> callers) {
    return new RspServer(
        new RspListener.Identity(
            shown(tls), callers.map(root -> new CallerTrust(new Trust(List.of(root)), time::now))),
        time);
  }

  private RspServer(RspListener.Identity identity, Time time) {
    this.time = time;
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    this.listener = RspListener.open(any, identity, this::carryOut, time);
  }

  /// What shows an identity in a TLS handshake.
  static List<KeyManager> shown(Identity tls) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      X509Certificate[] chain = {x509(tls.certificate())};
      store.setKeyEntry("tls", tls.key().forTls(), new char[0], chain);
      // this one opens the key once; "PKIX", the usual one, derives its password in every handshake
      KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
      keys.init(store, new char[0]);
      return List.of(keys.getKeyManagers());
    } catch (IOException | GeneralSecurityException e) {
      throw new Fault(LabCodes.SERVER, "starting a server", "loopback", e.getMessage(), e);
    }
  }

  static X509Certificate x509(Certificate certificate) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(certificate.der().toArray()));
  }

  /// Carries out a function from now on.
  <Q, A> RspServer with(RemoteFunction<Q, A> function, Function<Q, A> what) {
    return withCaller(function, (_, request) -> what.apply(request));
  }

  /// The same, minding who calls.
  <Q, A> RspServer withCaller(RemoteFunction<Q, A> function, RspListener.Handler<Q, A> what) {
    RspListener unused = listener.with(function, what);
    return this;
  }

  /// Misbehaves from now on as it is written; null behaves again.
  void misbehave(@Nullable Script how) {
    script.set(how);
  }

  /// How often it was asked.
  int asked() {
    return asked.get();
  }

  /// How many TLS connections were made to it.
  int connections() {
    return listener.connections();
  }

  /// The port on loopback.
  int port() {
    return listener.port();
  }

  @Override
  public void close() {
    listener.close();
  }

  private void carryOut(HttpExchange exchange, Call call, Supplier<Said> answer)
      throws IOException {
    asked.incrementAndGet();
    Script now = script.get();
    if (now == null || !now.holds(call.function())) {
      RspListener.say(exchange, answer.get());
      return;
    }
    Optional<Misbehaviour> sent = now.how().filter(how -> !how.inside());
    if (sent.isPresent()) {
      misbehave(sent.get(), exchange, answer);
      return;
    }
    time.sleep(now.delay());
    RspListener.say(exchange, now.refusal().map(Said::refused).orElseGet(answer));
  }

  private void misbehave(Misbehaviour how, HttpExchange exchange, Supplier<Said> answer)
      throws IOException {
    switch (how) {
      case HANG_UP -> exchange.close();
      case SILENT -> time.sleep(SILENCE);
      case REDIRECT -> {
        Said unused = answer.get();
        RspListener.begin(exchange);
        exchange.getResponseHeaders().add("Location", "https://elsewhere.simwright.test/");
        exchange.sendResponseHeaders(302, -1);
      }
      case PAGE -> {
        Said unused = answer.get();
        send(exchange, BROKEN, "text/html", PAGE, Misbehaviour.PAGE);
      }
      case CUT, DRIP -> {
        Said said = answer.get();
        send(exchange, said.status(), "application/json", said.body(), how);
      }
      default -> throw new IllegalArgumentException(how + " is not in how an answer is sent");
    }
  }

  private void send(HttpExchange exchange, int status, String type, String body, Misbehaviour how)
      throws IOException {
    RspListener.begin(exchange);
    exchange.getResponseHeaders().add("Content-Type", type);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
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
