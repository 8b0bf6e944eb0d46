package simwright.rsp.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import simwright.ask.Cancel;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.observe.Subscription;
import simwright.rsp.Fields;
import simwright.rsp.RemoteFunction;
import simwright.rsp.RspCodes;
import simwright.rsp.ServerName;
import simwright.rsp.Status;
import simwright.rsp.trust.Exceptions;
import simwright.rsp.trust.HostException;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.TlsServer;
import simwright.rsp.trust.Trust;
import simwright.time.Deadline;
import simwright.time.Time;

/// Calls the functions of one server over one kept connection, with a deadline for connecting, one
/// for silence and one for each whole answer. Its certificate must lead to a root of the session.
public final class RspClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(15);

  /// How long a server may say nothing at all. One that binds a package to a card needs a few
  /// seconds for it.
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private static final int LARGEST = 8 << 20;
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int PROXY_WANTS_A_NAME = 407;
  private static final String PROTOCOL = "gsma/rsp/v2.2.2";

  /// Longer than any job: a card may take minutes for a package over a slow line, and Java drops an
  /// idle connection after half a minute. It reads this once, with the first client.
  private static final Duration KEPT = Duration.ofMinutes(30);

  static {
    String unused =
        System.setProperty("jdk.httpclient.keepalive.timeout", Long.toString(KEPT.toSeconds()));
  }

  private final HttpClient http;
  private final String host;
  private final Time time;
  private final ServerTrust trust;
  private final @Nullable Tunnel tunnel;

  /// Where a server is: its name, what it is there, the way to it, what the caller shows of itself
  /// where the server asks for a certificate, and what is excepted for its own.
  public record Peer(
      String host, Role role, Way way, List<KeyManager> shown, Exceptions exceptions) {
    public Peer {
      host = ServerName.checked(host);
      shown = List.copyOf(shown);
    }

    /// A server for which nothing is excepted.
    public Peer(String host, Role role, Way way, List<KeyManager> shown) {
      this(host, role, way, shown, Exceptions.NONE);
    }

    /// One that asks callers for no certificate, too.
    public Peer(String host, Role role, Way way) {
      this(host, role, way, List.of());
    }

    private TlsServer under(Trust trust) {
      return new TlsServer(host, role, trust, exceptions);
    }
  }

  /// For a server under these roots; nothing is connected yet.
  public RspClient(Peer peer, Trust trust, Time time) {
    this.host = peer.host();
    this.time = time;
    this.trust = new ServerTrust(peer.under(trust), time::now);
    this.tunnel =
        peer.way().connectTo().map(address -> Tunnel.open(address, CONNECT, time)).orElse(null);
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .sslContext(context(this.trust, peer.shown()));
    this.http =
        builder
            .proxy(tunnel == null ? peer.way().proxies() : ProxySelector.of(tunnel.address()))
            .build();
  }

  /// The exception by which the server is believed; empty where it needs none or was not met yet.
  public Optional<HostException.Use> excepted() {
    return trust.excepted();
  }

  /// The object identifier in the server's certificate; empty where it names none or was not met
  /// yet.
  public Optional<String> serverOid() {
    return trust.oid();
  }

  private static SSLContext context(ServerTrust trust, List<KeyManager> shown) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          shown.toArray(KeyManager[]::new), new TrustManager[] {trust}, new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java knows TLS", e);
    }
  }

  /// Carries out a function; a refusal of the server is a fault with its own code, such as
  /// `es9+/8.2.6-3.8`.
  public <Q, A> A call(RemoteFunction<Q, A> function, Q request, Deadline deadline) {
    return call(function, request, deadline, new Cancel());
  }

  /// The same, which is left at once with `job/cancelled` where the person wants to stop.
  public <Q, A> A call(RemoteFunction<Q, A> function, Q request, Deadline deadline, Cancel cancel) {
    HttpRequest post =
        HttpRequest.newBuilder(URI.create("https://" + host + function.path()))
            .header("Content-Type", "application/json")
            .header("X-Admin-Protocol", PROTOCOL)
            .header("User-Agent", function.agent())
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    function.request().write(request).write(), StandardCharsets.UTF_8))
            .build();
    HttpResponse<byte[]> response = send(post, function.name(), deadline, cancel);
    int status = response.statusCode();
    if (status == NO_CONTENT || (!function.bodied() && status / 100 == 2)) {
      refusal(response.body())
          .ifPresent(reason -> {
            throw refused(reason, function);
          });
      return function.answer().read(Fields.empty());
    }
    if (status == PROXY_WANTS_A_NAME) {
      throw new Fault(RspCodes.PROXY, function.name(), host, "HTTP " + status, null);
    }
    if (status / 100 == 3) {
      throw new Fault(
          RspCodes.REDIRECT,
          function.name(),
          host,
          response.headers().firstValue("Location").orElse("HTTP " + status),
          null);
    }
    if (status != OK) {
      String what = "HTTP " + status + ", " + kind(response);
      throw new Fault(RspCodes.HTTP, function.name(), host, what, null);
    }
    Fields fields = fields(response, function.name());
    Status said = Status.read(fields);
    if (!said.executed()) {
      throw said.reason()
          .map(reason -> refused(reason, function))
          .orElseGet(() -> new Fault(RspCodes.MESSAGE, function.name(), host));
    }
    return function.answer().read(fields);
  }

  /// What a server says where it was to say nothing: a refusal counts, anything else does not.
  private static Optional<Status.Reason> refusal(byte[] body) {
    if (body.length == 0) {
      return Optional.empty();
    }
    try {
      return Status.read(Fields.read(new String(body, StandardCharsets.UTF_8))).reason();
    } catch (Fault noMessage) {
      return Optional.empty();
    }
  }

  /// An answer is JSON as it stands: nobody asked for a compressed one, whose size nobody knows.
  private Fields fields(HttpResponse<byte[]> response, String doing) {
    String packed = response.headers().firstValue("Content-Encoding").orElse("identity");
    if (!packed.equalsIgnoreCase("identity")) {
      String what = "it is compressed (" + packed + "), which was not asked for";
      throw new Fault(RspCodes.MESSAGE, doing, host, what, null);
    }
    try {
      return Fields.read(new String(response.body(), StandardCharsets.UTF_8));
    } catch (Fault none) {
      String what = none.evidence().orElse("no JSON") + ", but " + kind(response);
      throw new Fault(RspCodes.MESSAGE, doing, host, what, none);
    }
  }

  /// What an answer says it is.
  private static String kind(HttpResponse<byte[]> response) {
    return response.body().length
        + " bytes of "
        + response.headers().firstValue("Content-Type").orElse("no kind that it tells");
  }

  private Fault refused(Status.Reason reason, RemoteFunction<?, ?> function) {
    return new Fault(
        reason.fault(function.layer()), function.name(), host, reason.message().orElse(""), null);
  }

  /// The deadline holds for the whole answer: `HttpRequest.timeout` would end at its headers.
  private HttpResponse<byte[]> send(
      HttpRequest post, String doing, Deadline deadline, Cancel cancel) {
    cancel.check(doing, host);
    trust.begin();
    Hearing hearing = new Hearing(time);
    CompletableFuture<HttpResponse<byte[]>> coming =
        http.sendAsync(
            post,
            hearing.of(
                HttpResponse.BodyHandlers.limiting(
                    HttpResponse.BodyHandlers.ofByteArray(), LARGEST)));
    var unused = coming.whenComplete((response, thrown) -> hearing.heard());
    Subscription woken = cancel.watch(hearing::heard);
    try {
      if (!hearing.until(() -> coming.isDone() || cancel.requested(), SILENCE, deadline)) {
        boolean _ = coming.cancel(true);
        throw new Fault(RspCodes.TIMEOUT, doing, host, late(deadline), null);
      }
    } finally {
      woken.close();
    }
    if (!coming.isDone()) {
      boolean _ = coming.cancel(true);
      throw new Fault(Cancel.CANCELLED, doing, host);
    }
    if (coming.isCompletedExceptionally()) {
      throw broken(coming.exceptionNow(), doing);
    }
    return coming.resultNow();
  }

  private static @Nullable String late(Deadline deadline) {
    if (Thread.currentThread().isInterrupted()) {
      return "interrupted";
    }
    return deadline.passed() ? null : "it said nothing for " + SILENCE.toSeconds() + " s";
  }

  private Fault broken(@Nullable Throwable cause, String doing) {
    Fault untrusted = trust.refused();
    if (untrusted != null) {
      return untrusted;
    }
    FaultCode code =
        switch (cause) {
          case HttpConnectTimeoutException _ -> RspCodes.UNREACHABLE;
          case HttpTimeoutException _ -> RspCodes.TIMEOUT;
          case UnknownHostException _ -> RspCodes.UNKNOWN_HOST;
          case ConnectException e ->
              e.getCause() instanceof UnresolvedAddressException
                  ? RspCodes.UNKNOWN_HOST
                  : RspCodes.UNREACHABLE;
          case SSLException e -> TlsFaults.of(e);
          case IOException e ->
              String.valueOf(e.getMessage()).contains("capacity")
                  ? RspCodes.TOO_LARGE
                  : String.valueOf(e.getMessage()).contains("Tunnel")
                      ? tunnel == null ? RspCodes.PROXY : RspCodes.UNREACHABLE
                      : RspCodes.CUT;
          case null, default -> RspCodes.CUT;
        };
    return new Fault(code, doing, host, cause == null ? null : cause.getMessage(), cause);
  }

  @Override
  public void close() {
    http.shutdownNow();
    if (tunnel != null) {
      tunnel.close();
    }
  }
}
