package simwright.rsp.http;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.fault.Fault;
import simwright.rsp.RspCodes;
import simwright.time.Time;

/// A way to another address than a name leads to, within this program: takes CONNECT and passes
/// bytes on, so that the name sent stays the name verified.
final class Tunnel implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Tunnel.class);

  private final ServerSocket listening;
  private final InetSocketAddress to;
  private final Duration patience;
  private final Time time;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private Tunnel(ServerSocket listening, InetSocketAddress to, Duration patience, Time time) {
    this.listening = listening;
    this.to = to;
    this.patience = patience;
    this.time = time;
  }

  /// Leads to an address from now on.
  static Tunnel open(InetSocketAddress to, Duration patience, Time time) {
    try {
      ServerSocket socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
      Tunnel tunnel = new Tunnel(socket, to, patience, time);
      var unused = time.start("tunnel to " + to, tunnel::accept);
      return tunnel;
    } catch (IOException e) {
      throw new Fault(RspCodes.UNREACHABLE, "opening a tunnel", to.toString(), e.getMessage(), e);
    }
  }

  /// Where it is.
  InetSocketAddress address() {
    return new InetSocketAddress(listening.getInetAddress(), listening.getLocalPort());
  }

  @Override
  public void close() {
    shut(listening);
    open.forEach(Tunnel::shut);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket near = listening.accept();
        open.add(near);
        var unused = time.start("tunnel to " + to, () -> connect(near));
      } catch (IOException closed) {
        LOG.debug("the tunnel to {} is closed", to);
      }
    }
  }

  private void connect(Socket near) {
    Socket far = new Socket();
    open.add(far);
    try {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(near.getInputStream(), StandardCharsets.ISO_8859_1), 1);
      String line = in.readLine();
      while (line != null && !line.isEmpty()) {
        line = in.readLine();
      }
      far.connect(to, (int) patience.toMillis());
      near.getOutputStream()
          .write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      var unused = time.start("tunnel to " + to, () -> pass(near, far));
      pass(far, near);
    } catch (IOException broken) {
      refuse(near);
    } finally {
      shut(far);
      shut(near);
    }
  }

  private static void refuse(Socket near) {
    try {
      near.getOutputStream()
          .write("HTTP/1.1 502 Bad Gateway\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException gone) {
      LOG.debug("nobody waits for the tunnel any more");
    }
  }

  private static void pass(Socket from, Socket to) {
    byte[] buffer = new byte[8192];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
        out.flush();
      }
    } catch (IOException ended) {
      LOG.debug("a connection through the tunnel ended");
    }
    shut(to);
  }

  private static void shut(Closeable each) {
    try {
      each.close();
    } catch (IOException e) {
      LOG.debug("closing: {}", e.getMessage());
    }
  }
}
