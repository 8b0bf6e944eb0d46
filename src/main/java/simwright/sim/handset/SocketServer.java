package simwright.sim.handset;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.fault.Fault;
import simwright.lab.LabCodes;
import simwright.time.Time;

/// Listens on a loopback port of its own; each who connects is served on a thread of its own.
final class SocketServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SocketServer.class);

  /// Serves one who has connected, until either hangs up.
  interface Guest {
    void serve(Socket socket) throws IOException;
  }

  private final ServerSocket listening;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  SocketServer(String name, Guest guest, Time time) {
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new Fault(LabCodes.SERVER, "starting " + name, "loopback", e.getMessage(), e);
    }
    Thread unused = time.start(name, () -> accept(name, guest, time));
  }

  int port() {
    return listening.getLocalPort();
  }

  /// Hangs up on everybody.
  void hangUp() {
    open.forEach(SocketServer::shut);
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      LOG.debug("closing a simulated server: {}", e.getMessage());
    }
    hangUp();
  }

  private void accept(String name, Guest guest, Time time) {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        socket.setTcpNoDelay(true);
        open.add(socket);
        Thread unused = time.start(name + " guest", () -> serve(guest, socket));
      } catch (IOException e) {
        LOG.debug("a simulated server takes nobody more: {}", e.getMessage());
      }
    }
  }

  private void serve(Guest guest, Socket socket) {
    try (socket) {
      guest.serve(socket);
    } catch (IOException gone) {
      LOG.debug("a guest has gone: {}", gone.getMessage());
    } finally {
      open.remove(socket);
    }
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("hanging up: {}", e.getMessage());
    }
  }
}
