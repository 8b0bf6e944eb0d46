package simwright.rsp.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManager;
import simwright.fault.Fault;
import simwright.rsp.Fields;
import simwright.rsp.RemoteFunction;
import simwright.rsp.RspCodes;
import simwright.rsp.Status;
import simwright.rsp.trust.Certificate;
import simwright.time.Time;
import simwright.tlv.Octets;

/// Listens for remote functions over TLS and carries them out (SGP.22 clause 6.5.1): checks the
/// headers, reads the request, writes the answer or the refusal.
public final class RspListener implements AutoCloseable {
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int NOT_FOUND = 404;
  private static final int LARGEST = 8 << 20;
  private static final String PROTOCOL = "X-Admin-Protocol";
  private static final String VERSION = "gsma/rsp/v2.2.2";

  private final HttpsServer server;
  private final Conduct conduct;
  private final Map<String, BiFunction<Call, Fields, Said>> functions = new ConcurrentHashMap<>();
  private final AtomicInteger connections;

  /// By what it is known, and whom it believes; callers need show nothing where nobody is named.
  public record Identity(List<KeyManager> shown, Optional<CallerTrust> callers) {
    public Identity {
      shown = List.copyOf(shown);
    }
  }

  /// A call as it came: the function's name, the headers, and what the caller showed of itself.
  public record Call(String function, Headers headers, Optional<Certificate> caller) {}

  /// What is answered.
  public record Said(int status, String body) {
    /// That it is not done, and why.
    public static Said refused(Status status) {
      return new Said(OK, status.into(Fields.empty()).write());
    }
  }

  /// How answers are given; a simulated server has its own ways.
  @FunctionalInterface
  public interface Conduct {
    /// As it should be.
    Conduct PLAIN = (exchange, call, answer) -> say(exchange, answer.get());

    /// Gives an answer, which is made when it is asked for.
    void carryOut(HttpExchange exchange, Call call, Supplier<Said> answer) throws IOException;
  }

  /// What carries a function out; what it does not do, it says by an answer of its own.
  @FunctionalInterface
  public interface Handler<Q, A> {
    /// Carries it out.
    A apply(Call call, Q request);
  }

  /// A refusal of a handler: subject and reason as SGP.22 clause 5.2.6 numbers them.
  public static class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Status status;

    /// With the words of the server.
    public Refusal(String subject, String reason, String words) {
      super(subject + "/" + reason, null, false, false);
      this.status = Status.failed(subject, reason, words);
    }

    /// As it is written.
    public Status status() {
      return status;
    }
  }

  /// Begins to listen at an address; port 0 is any that is free.
  public static RspListener open(
      InetSocketAddress at, Identity identity, Conduct conduct, Time time) {
    try {
      HttpsServer server = HttpsServer.create(at, 0);
      AtomicInteger connections = new AtomicInteger();
      SSLContext context = SSLContext.getInstance("TLS");
      TrustManager[] believed =
          identity.callers().map(each -> new TrustManager[] {each}).orElse(null);
      context.init(identity.shown().toArray(KeyManager[]::new), believed, null);
      server.setHttpsConfigurator(
          new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
              connections.incrementAndGet();
              SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
              wanted.setNeedClientAuth(identity.callers().isPresent());
              parameters.setSSLParameters(wanted);
            }
          });
      return new RspListener(server, conduct, connections, time);
    } catch (IOException | GeneralSecurityException e) {
      throw new Fault(RspCodes.LISTEN, "beginning to listen", at.toString(), e.getMessage(), e);
    }
  }

  private RspListener(HttpsServer server, Conduct conduct, AtomicInteger connections, Time time) {
    this.server = server;
    this.conduct = conduct;
    this.connections = connections;
    server.setExecutor(body -> {
      var unused = time.start("server", body);
    });
    var unused = server.createContext("/", this::handle);
    server.start();
  }

  /// Carries out a function from now on.
  public <Q, A> RspListener with(RemoteFunction<Q, A> function, Handler<Q, A> what) {
    functions.put(
        function.path(),
        (call, body) -> {
          A answer = what.apply(call, function.request().read(body));
          return function.bodied()
              ? new Said(OK, Status.done().into(function.answer().write(answer)).write())
              : new Said(NO_CONTENT, "");
        });
    return this;
  }

  /// How many TLS connections were made to it.
  public int connections() {
    return connections.get();
  }

  /// The port it listens at.
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST);
      String path = exchange.getRequestURI().getPath();
      Call call =
          new Call(
              path.substring(path.lastIndexOf('/') + 1),
              exchange.getRequestHeaders(),
              caller(exchange));
      boolean known = functions.containsKey(path) && exchange.getRequestMethod().equals("POST");
      String text = new String(body, StandardCharsets.UTF_8);
      conduct.carryOut(
          exchange, call, () -> known ? answer(path, call, text) : new Said(NOT_FOUND, ""));
    }
  }

  private Said answer(String path, Call call, String body) {
    try {
      headers(call.headers());
      return functions
          .getOrDefault(path, (_, _) -> new Said(NOT_FOUND, ""))
          .apply(call, Fields.read(body));
    } catch (Refusal no) {
      return Said.refused(no.status());
    } catch (Fault unreadable) {
      return Said.refused(Status.failed("1.6", "2.1", "Invalid request: " + unreadable.code()));
    }
  }

  /// Requests say that they are JSON and which version of the standard they follow (SGP.22 clause
  /// 6.5.1.1).
  private static void headers(Headers headers) {
    String type = Optional.ofNullable(headers.getFirst("Content-Type")).orElse("");
    if (!type.matches("(?i)application/json(\\s*;.*)?")) {
      throw new Refusal("1.2.1", "2.1", "The content type is not application/json");
    }
    String protocol = Optional.ofNullable(headers.getFirst(PROTOCOL)).orElse("");
    if (!protocol.matches("gsma/rsp/v[0-9]+\\.[0-9]+\\.[0-9]+")) {
      throw new Refusal("1.2.2", "2.1", "X-Admin-Protocol is missing, or is none");
    }
  }

  private static Optional<Certificate> caller(HttpExchange exchange) throws IOException {
    if (!(exchange instanceof HttpsExchange secure)) {
      return Optional.empty();
    }
    try {
      byte[] der = secure.getSSLSession().getPeerCertificates()[0].getEncoded();
      return Optional.of(Certificate.read(Octets.of(der)));
    } catch (SSLPeerUnverifiedException nobody) {
      return Optional.empty();
    } catch (CertificateEncodingException e) {
      throw new IOException(e);
    }
  }

  /// The header that every answer has.
  public static void begin(HttpExchange exchange) {
    exchange.getResponseHeaders().add(PROTOCOL, VERSION);
  }

  /// Gives an answer as it should be given.
  public static void say(HttpExchange exchange, Said said) throws IOException {
    begin(exchange);
    byte[] bytes = said.body().getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0) {
      exchange.sendResponseHeaders(said.status(), -1);
      return;
    }
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(said.status(), bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
