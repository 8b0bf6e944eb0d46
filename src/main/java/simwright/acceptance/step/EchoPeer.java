package simwright.acceptance.step;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.Held;
import simwright.fault.Fault;
import simwright.time.Time;

/// The other end of a drill's stream, on this computer alone: it sends every request back as it
/// came, and counts what arrived, what arrived again, and whether one was missing when the next
/// came.
final class EchoPeer implements Held {
  private final ServerSocket socket;
  private final Time time;
  private final Set<String> arrived = new HashSet<>();
  private final Set<Socket> open = new HashSet<>();
  private long bytes;
  private int again;
  private int gaps;
  private int next;

  private EchoPeer(ServerSocket socket, Time time) {
    this.socket = socket;
    this.time = time;
  }

  /// Listens at a free port of the loopback interface.
  static EchoPeer open(Time time) {
    try {
      ServerSocket made = new ServerSocket();
      made.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      EchoPeer peer = new EchoPeer(made, time);
      Thread unused = time.start("echo", peer::accept);
      return peer;
    } catch (IOException e) {
      throw new Fault(
          AcceptanceCodes.NOT_DONE, "opening an echo endpoint", "loopback", e.getMessage(), e);
    }
  }

  String host() {
    return "127.0.0.1";
  }

  int port() {
    return socket.getLocalPort();
  }

  /// The bytes of all requests that arrived, each time counted.
  synchronized long bytes() {
    return bytes;
  }

  /// How many requests arrived that had arrived before.
  synchronized int again() {
    return again;
  }

  /// How often a request came though one before it never had.
  synchronized int gaps() {
    return gaps;
  }

  private void accept() {
    try {
      while (!socket.isClosed()) {
        Socket client = socket.accept();
        synchronized (this) {
          open.add(client);
        }
        Thread unused = time.start("echo client", () -> echo(client));
      }
    } catch (IOException closed) {
      return;
    }
  }

  private void echo(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      InputStream in = client.getInputStream();
      byte[] record = in.readNBytes(EchoRecord.LENGTH);
      while (record.length == EchoRecord.LENGTH) {
        taken(new String(record, StandardCharsets.US_ASCII));
        client.getOutputStream().write(record);
        client.getOutputStream().flush();
        record = in.readNBytes(EchoRecord.LENGTH);
      }
    } catch (IOException ended) {
      return;
    } finally {
      synchronized (this) {
        open.remove(client);
      }
    }
  }

  private synchronized void taken(String record) {
    bytes += record.length();
    int number = EchoRecord.number(record);
    if (!arrived.add(record)) {
      again++;
    } else if (number > next) {
      gaps++;
    }
    next = Math.max(next, number + 1);
  }

  @Override
  public void close() {
    Set<Socket> left;
    synchronized (this) {
      left = Set.copyOf(open);
    }
    try {
      socket.close();
      for (Socket each : left) {
        each.close();
      }
    } catch (IOException e) {
      throw new Fault(
          AcceptanceCodes.NOT_DONE, "closing an echo endpoint", "loopback", e.getMessage(), e);
    }
  }
}
