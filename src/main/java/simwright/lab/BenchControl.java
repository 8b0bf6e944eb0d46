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
        boolean unused = Files.deleteIfExists(path);
      } catch (IOException e) {
        throw new Fault(LabCodes.CONTROL, "closing the bench", path.toString(), e.getMessage(), e);
      }
    }
  }

  /// Serves a bench. The socket lies in a short temporary folder, as its path may not exceed 107
  /// bytes.
  public static Server serve(Path folder, Ask ask, Time time) {
    try {
      Path path = Files.createTempDirectory("swb").resolve("s");
      ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      ServerSocketChannel bound = socket.bind(UnixDomainSocketAddress.of(path));
      var unused = time.start("bench control", () -> accept(bound, ask, time));
      return new Server(bound, path);
    } catch (IOException e) {
      throw new Fault(LabCodes.CONTROL, "serving a bench", folder.toString(), e.getMessage(), e);
    }
  }

  /// Disturbs a device of the bench served in `folder`.
  public static void disturb(Path folder, String id, Disturbance disturbance, Time time) {
    String address = BenchFile.read(folder).control();
    try (SocketChannel socket = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      boolean unused = socket.connect(UnixDomainSocketAddress.of(address));
      Task watchdog = time.after(ANSWER, "bench control", () -> shut(socket));
      write(socket, id + " " + text(disturbance) + "\n");
      String answer = line(socket);
      watchdog.cancel();
      if (!answer.equals("ok")) {
        throw new Fault(
            answer.indexOf('/') > 0 ? FaultCode.parse(answer) : LabCodes.CONTROL,
            "disturbing a device",
            id);
      }
    } catch (IOException e) {
      throw new Fault(
          LabCodes.NO_BENCH, "reaching the bench", folder.toString(), e.getMessage(), e);
    }
  }

  /// A disturbance as it is written: `unplug`, `plug`, `reboot`, `radio -120`, `faults flip:0.1`,
  /// `sim out`, `sim in`.
  public static String text(Disturbance disturbance) {
    return switch (disturbance) {
      case Disturbance.Unplug() -> "unplug";
      case Disturbance.Plug() -> "plug";
      case Disturbance.Reboot() -> "reboot";
      case Disturbance.Radio(int dbm) -> "radio " + dbm;
      case Disturbance.Faults(String specification) -> "faults " + specification;
      case Disturbance.Sim(boolean inserted) -> inserted ? "sim in" : "sim out";
    };
  }

  /// Reads a disturbance.
  public static Disturbance parse(String text) {
    String[] words = text.strip().split(" +", 2);
    String rest = words.length > 1 ? words[1].strip() : "";
    return switch (words[0]) {
      case "unplug" -> new Disturbance.Unplug();
      case "plug" -> new Disturbance.Plug();
      case "reboot" -> new Disturbance.Reboot();
      case "faults" -> new Disturbance.Faults(rest);
      case "sim" -> new Disturbance.Sim(!rest.equals("out"));
      case "radio" -> {
        if (!rest.matches("-?[0-9]{1,3}")) {
          throw new Fault(LabCodes.CONTROL, "reading a disturbance", text);
        }
        yield new Disturbance.Radio(Integer.parseInt(rest));
      }
      default -> throw new Fault(LabCodes.CONTROL, "reading a disturbance", text);
    };
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
      ask.disturb(asked.substring(0, space), parse(asked.substring(space + 1)));
      return "ok";
    } catch (Fault fault) {
      return fault.code().toString();
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
