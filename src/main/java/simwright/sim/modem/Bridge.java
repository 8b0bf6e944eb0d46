package simwright.sim.modem;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The far end of a virtual modem's TCP socket: a real connection, to this computer alone. It does
/// not hear that the bearer is gone, as in life.
final class Bridge {
  private static final Set<String> HERE = Set.of("127.0.0.1", "localhost");
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int PIECE = 1500;

  private final Object lock = new Object();
  private @Nullable Socket socket;
  private boolean closed;

  /// Connects; false where nobody is there, or it is not this computer.
  boolean connect(String host, int port) {
    if (!HERE.contains(host)) {
      return false;
    }
    Socket made = new Socket();
    try {
      made.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
      made.setTcpNoDelay(true);
    } catch (IOException nobody) {
      return false;
    }
    synchronized (lock) {
      socket = made;
    }
    if (closed()) {
      close();
    }
    return true;
  }

  /// Hands over what comes until the other end closes.
  void listen(Consumer<String> taken) {
    Socket from = open();
    if (from == null) {
      return;
    }
    byte[] buffer = new byte[PIECE];
    try {
      for (int n = from.getInputStream().read(buffer);
          n >= 0;
          n = from.getInputStream().read(buffer)) {
        taken.accept(new String(Arrays.copyOf(buffer, n), StandardCharsets.ISO_8859_1));
      }
    } catch (IOException ended) {
      return;
    }
  }

  /// Sends; what cannot be sent any more is lost.
  void send(byte[] bytes) {
    Socket to = open();
    if (to == null) {
      return;
    }
    try {
      to.getOutputStream().write(bytes);
      to.getOutputStream().flush();
    } catch (IOException ended) {
      close();
    }
  }

  void close() {
    Socket old;
    synchronized (lock) {
      closed = true;
      old = socket;
      socket = null;
    }
    if (old != null) {
      try {
        old.close();
      } catch (IOException ended) {
        return;
      }
    }
  }

  private boolean closed() {
    synchronized (lock) {
      return closed;
    }
  }

  private @Nullable Socket open() {
    synchronized (lock) {
      return socket;
    }
  }
}
