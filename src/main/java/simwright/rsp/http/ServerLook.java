package simwright.rsp.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.rsp.RspCodes;
import simwright.rsp.ServerName;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.CertificateJudge;
import simwright.time.Deadline;
import simwright.time.Task;
import simwright.time.Time;
import simwright.tlv.Octets;

/// Looks at how a server shows itself, so that a person can be told what is wrong with it: one
/// connection, one handshake, and not a byte of a request.
public final class ServerLook {
  private static final String DOING = "looking at a server";
  private static final Logger LOG = LoggerFactory.getLogger(ServerLook.class);

  /// For connecting, and for each piece of an answer.
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /// For all of it: a server that sends a byte now and then is late, too.
  private static final Duration ALL = Duration.ofSeconds(45);

  private static final int HTTPS = 443;
  private static final int LONGEST_HEAD = 8192;

  private final String host;
  private final Way way;
  private final Time time;

  /// At a server, on this way.
  public ServerLook(String host, Way way, Time time) {
    this.host = ServerName.checked(host);
    this.way = way;
    this.time = time;
  }

  /// What was seen: the address and the proxy in between, the TLS version and cipher, the chain as
  /// it was sent, and how long connecting and the handshake took. A handshake that broke has its
  /// fault, and whatever of the chain had come by then.
  public record Seen(
      String address,
      Optional<String> proxy,
      Optional<Tls> tls,
      List<Certificate> chain,
      Optional<Fault> broken,
      Duration connecting,
      Duration handshake) {}

  /// The version and cipher both sides agreed on.
  public record Tls(String version, String cipher) {}

  /// Looks; throws `rsp/unknown-host`, `rsp/unreachable` or `rsp/proxy` where no connection comes
  /// about.
  public Seen look() {
    long begin = time.nanos();
    Deadline deadline = time.deadline(ALL);
    Socket socket = new Socket();
    Task watchdog = time.after(ALL, "look at a server", () -> shut(socket));
    try (socket) {
      connect(socket);
      long there = time.nanos();
      Observed chain = new Observed();
      Optional<Tls> tls = Optional.empty();
      Optional<Fault> broken = Optional.empty();
      try {
        tls = Optional.of(handshake(socket, chain));
      } catch (IOException e) {
        boolean late = e instanceof SocketTimeoutException || deadline.passed();
        FaultCode code = late ? RspCodes.TIMEOUT : TlsFaults.of(e);
        broken = Optional.of(new Fault(code, DOING, host, e.getMessage(), e));
      }
      return new Seen(
          words(socket),
          way.connectTo().isPresent() ? Optional.empty() : way.proxy(host).map(Object::toString),
          tls,
          List.copyOf(chain.seen),
          broken,
          Duration.ofNanos(there - begin),
          Duration.ofNanos(time.nanos() - there));
    } catch (IOException e) {
      throw new Fault(RspCodes.UNREACHABLE, DOING, host, e.getMessage(), e);
    } finally {
      watchdog.cancel();
    }
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("closing: {}", e.getMessage());
    }
  }

  private static String words(Socket socket) {
    InetAddress address = socket.getInetAddress();
    return address.getHostAddress() + ":" + socket.getPort();
  }

  private void connect(Socket socket) throws IOException {
    Optional<InetSocketAddress> proxy =
        way.connectTo().isPresent() ? Optional.empty() : way.proxy(host);
    InetSocketAddress first =
        way.connectTo().or(() -> proxy).orElseGet(() -> new InetSocketAddress(host, HTTPS));
    InetSocketAddress resolved =
        first.isUnresolved()
            ? new InetSocketAddress(first.getHostString(), first.getPort())
            : first;
    if (resolved.isUnresolved()) {
      throw new Fault(RspCodes.UNKNOWN_HOST, DOING, first.getHostString());
    }
    socket.connect(resolved, (int) PATIENCE.toMillis());
    socket.setSoTimeout((int) PATIENCE.toMillis());
    if (proxy.isPresent()) {
      through(socket);
    }
  }

  /// Asks a proxy for the way to the server (RFC 9110 clause 9.3.6).
  private void through(Socket socket) throws IOException {
    String to = host + ":" + HTTPS;
    socket
        .getOutputStream()
        .write(
            ("CONNECT " + to + " HTTP/1.1\r\nHost: " + to + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
    StringBuilder head = new StringBuilder();
    InputStream in = socket.getInputStream();
    while (head.length() < LONGEST_HEAD && head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    String line = head.toString().lines().findFirst().orElse("");
    if (!line.matches("HTTP/1\\.[01] 200( .*)?")) {
      throw new Fault(
          RspCodes.PROXY, DOING, socket.getRemoteSocketAddress().toString(), line, null);
    }
  }

  private Tls handshake(Socket socket, Observed chain) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {chain}, new SecureRandom());
      try (SSLSocket secure =
          (SSLSocket)
              context.getSocketFactory().createSocket(socket, host, socket.getPort(), false)) {
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(host)));
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        SSLSession session = secure.getSession();
        return new Tls(session.getProtocol(), session.getCipherSuite());
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java knows TLS", e);
    }
  }

  /// Keeps what is shown. It believes nothing and so nothing is sent after it.
  private static final class Observed extends CertificateJudge {
    private final List<Certificate> seen = new ArrayList<>();

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind)
        throws CertificateException {
      for (X509Certificate each : chain) {
        seen.add(Certificate.read(Octets.of(each.getEncoded())));
      }
    }
  }
}
