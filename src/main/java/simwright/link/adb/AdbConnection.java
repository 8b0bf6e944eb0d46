package simwright.link.adb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.fault.Fault;
import simwright.link.LinkCodes;
import simwright.time.Deadline;

/// One connection to the adb server: a service is asked for by four hexadecimal digits of length
/// and its name, and granted by OKAY or refused by FAIL with words (adb's OVERVIEW.TXT and
/// SERVICES.TXT).
final class AdbConnection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AdbConnection.class);

  private final Socket socket;
  private final String where;

  private AdbConnection(Socket socket, String where) {
    this.socket = socket;
    this.where = where;
  }

  /// Connects; `where` is what a person knows the far end by. Throws `adb/no-server`.
  static AdbConnection open(ServerPlace server, String where, Deadline deadline) {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(
          new InetSocketAddress(server.host(), server.port()), Math.max(1, deadline.leftMillis()));
      return new AdbConnection(socket, where);
    } catch (IOException e) {
      close(socket);
      String evidence = "no adb server listens at " + server;
      throw new Fault(AdbCodes.NO_SERVER, "reaching the adb server", where, evidence, e);
    }
  }

  /// Asks for a service; throws what FAIL means.
  void ask(String service, Deadline deadline) {
    byte[] name = service.getBytes(StandardCharsets.UTF_8);
    String length = String.format(Locale.ROOT, "%04x", name.length);
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(length.getBytes(StandardCharsets.US_ASCII));
    request.writeBytes(name);
    try {
      socket.getOutputStream().write(request.toByteArray());
    } catch (IOException e) {
      throw gone(e);
    }
    String status = new String(exactly(4, deadline), StandardCharsets.US_ASCII);
    if (status.equals("FAIL")) {
      throw AdbRefusals.fault(text(deadline), "asking the adb server", where);
    }
    if (!status.equals("OKAY")) {
      throw unread("it answers neither OKAY nor FAIL");
    }
  }

  /// A text with its length before it.
  String text(Deadline deadline) {
    String length = new String(exactly(4, deadline), StandardCharsets.US_ASCII);
    if (!length.matches("[0-9a-fA-F]{4}")) {
      throw unread("a length is no hexadecimal number");
    }
    return new String(exactly(Integer.parseInt(length, 16), deadline), StandardCharsets.UTF_8);
  }

  /// That many bytes; throws `link/gone` where the far end hangs up before.
  byte[] exactly(int length, Deadline deadline) {
    byte[] bytes = new byte[length];
    int have = 0;
    while (have < length) {
      int n = read(bytes, have, deadline);
      if (n < 0) {
        throw gone(null);
      }
      have += n;
    }
    return bytes;
  }

  /// What is there, from an offset on; -1 at the end. Throws `link/command-timeout`.
  int read(byte[] bytes, int from, Deadline deadline) {
    try {
      int left = deadline.leftMillis();
      if (left == 0) {
        throw new SocketTimeoutException("the time is over");
      }
      socket.setSoTimeout(left);
      return socket.getInputStream().read(bytes, from, bytes.length - from);
    } catch (SocketTimeoutException e) {
      throw new Fault(
          LinkCodes.COMMAND_TIMEOUT, "waiting for the adb server", where, e.getMessage(), e);
    } catch (IOException e) {
      throw gone(e);
    }
  }

  Fault unread(String evidence) {
    return new Fault(AdbCodes.UNREAD, "talking to the adb server", where, evidence, null);
  }

  private Fault gone(@Nullable IOException e) {
    return new Fault(LinkCodes.GONE, "talking to the adb server", where, null, e);
  }

  @Override
  public void close() {
    close(socket);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("closing a connection to the adb server: {}", e.getMessage());
    }
  }
}
