package simwright.lab;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.time.Task;
import simwright.time.Time;

/// The way into a served bench from another process: a Unix domain socket; one line asks, one line
/// answers `ok` or a code.
public final class BenchControl {
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final int LONGEST = 4096;
  private static final String PREFIX = "swb";
  private static final String SOCKET = "s";
  private static final String ENDED = "the program that served it has ended";

  private BenchControl() {}

  /// What the server does when asked.
  @FunctionalInterface
  public interface Ask {
    /// Disturbs a device.
    void disturb(String id, Disturbance disturbance);
  }

  /// The serving end.
  public static final class Server implements AutoCloseable {
    private final ServerSocketChannel socket;
    private final Path path;

    private Server(ServerSocketChannel socket, Path path) {
      this.socket = socket;
      this.path = path;
    }

    /// Where clients connect.
    public String address() {
      return path.toString();
    }

    @Override
    public void close() {
      try {
        socket.close();
        removeSocket(path);
      } catch (IOException e) {
        throw new Fault(LabCodes.CONTROL, "closing the bench", path.toString(), e.getMessage(), e);
      }
    }
  }

  /// Serves a bench. The socket lies in a short temporary folder, as its path may not exceed 107
  /// bytes.
  public static Server serve(Path folder, Ask ask, Time time) {
    try {
      Path path = Files.createTempDirectory(PREFIX).resolve(SOCKET);
      ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      ServerSocketChannel bound = socket.bind(UnixDomainSocketAddress.of(path));
      var unused = time.start("bench control", () -> accept(bound, ask, time));
      return new Server(bound, path);
    } catch (IOException e) {
      throw new Fault(LabCodes.CONTROL, "serving a bench", folder.toString(), e.getMessage(), e);
    }
  }

  /// Whether the program that serves this bench is there.
  public static boolean serves(BenchDescription bench) {
    try (SocketChannel socket = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return socket.connect(UnixDomainSocketAddress.of(bench.control()));
    } catch (IOException ended) {
      return false;
    }
  }

  /// The bench of a folder, when the program that serves it is there.
  public static BenchDescription served(Path folder) {
    BenchDescription bench = BenchFile.read(folder);
    if (!serves(bench)) {
      throw new Fault(LabCodes.NO_BENCH, "reaching the bench", folder.toString(), ENDED, null);
    }
    return bench;
  }

  /// Removes the socket that a killed program left behind.
  public static void clear(BenchDescription left) throws IOException {
    Path path = Path.of(left.control());
    Path folder = path.getParent();
    if (folder != null && folder.getFileName().toString().startsWith(PREFIX)) {
      removeSocket(path);
    }
  }

  private static void removeSocket(Path path) throws IOException {
    boolean unused = Files.deleteIfExists(path) && Files.deleteIfExists(path.getParent());
  }

  /// Disturbs a device of the bench served in `folder`.
  public static void disturb(Path folder, String id, Disturbance disturbance, Time time) {
    String address = BenchFile.read(folder).control();
    try (SocketChannel socket = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      boolean unused = socket.connect(UnixDomainSocketAddress.of(address));
      Task watchdog = time.after(ANSWER, "bench control", () -> shut(socket));
      write(socket, id + " " + DisturbanceText.write(disturbance) + "\n");
      String answer = line(socket);
      watchdog.cancel();
      if (!answer.equals("ok")) {
        throw refusal(answer, id);
      }
    } catch (IOException e) {
      throw new Fault(LabCodes.NO_BENCH, "reaching the bench", folder.toString(), ENDED, e);
    }
  }

  /// What the server said: a code, a tab, and why.
  private static Fault refusal(String answer, String id) {
    String[] parts = answer.split("\t", 2);
    FaultCode code = parts[0].indexOf('/') > 0 ? FaultCode.parse(parts[0]) : LabCodes.CONTROL;
    String why = parts.length > 1 && !parts[1].isEmpty() ? parts[1] : null;
    return new Fault(code, "disturbing a device", id, why, null);
  }

  private static void accept(ServerSocketChannel socket, Ask ask, Time time) {
    try {
      while (socket.isOpen()) {
        SocketChannel client = socket.accept();
        var unused = time.start("bench client", () -> serve(client, ask, time));
      }
    } catch (IOException closed) {
      return;
    }
  }

  private static void serve(SocketChannel client, Ask ask, Time time) {
    Task watchdog = time.after(ANSWER, "bench client", () -> shut(client));
    try (client) {
      String asked = line(client);
      int space = asked.indexOf(' ');
      String answer = space < 0 ? LabCodes.CONTROL.toString() : carryOut(asked, space, ask);
      write(client, answer + "\n");
    } catch (IOException gone) {
      return;
    } finally {
      watchdog.cancel();
    }
  }

  private static String carryOut(String asked, int space, Ask ask) {
    try {
      ask.disturb(asked.substring(0, space), DisturbanceText.read(asked.substring(space + 1)));
      return "ok";
    } catch (Fault fault) {
      return fault.code() + "\t" + fault.evidence().orElse("").replaceAll("[\\s]+", " ");
    }
  }

  private static void shut(SocketChannel socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new Fault(LabCodes.CONTROL, "closing a socket", "bench", e.getMessage(), e);
    }
  }

  private static void write(SocketChannel socket, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      int unused = socket.write(bytes);
    }
  }

  private static String line(SocketChannel socket) throws IOException {
    StringBuilder text = new StringBuilder();
    var in = Channels.newInputStream(socket);
    for (int c = in.read(); c >= 0 && c != '\n' && text.length() < LONGEST; c = in.read()) {
      text.append((char) c);
    }
    return text.toString();
  }
}
