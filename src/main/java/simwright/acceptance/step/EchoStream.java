package simwright.acceptance.step;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import simwright.acceptance.StepContext;
import simwright.ask.Cancel;
import simwright.at.Answer;
import simwright.at.AtEngine;
import simwright.at.command.CloseSocket;
import simwright.at.command.ConnectSocket;
import simwright.at.command.OpenSocket;
import simwright.at.command.ReadBytes;
import simwright.at.command.SendBytes;
import simwright.device.Device;
import simwright.time.Time;

/// A TCP connection on a modem's own stack, by the commands of its family.
final class EchoStream {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Device device;
  private final Time time;
  private final String host;
  private final int port;
  private final int cid;
  private int socket = -1;

  EchoStream(StepContext context, String host, int port) {
    this.device = context.device();
    this.time = context.time();
    this.host = host;
    this.port = port;
    this.cid = Templates.context(context);
  }

  /// Whether the family has the commands it takes.
  static boolean possible(StepContext context) {
    return Templates.first(context, "stream_open").isPresent()
        && Templates.first(context, "stream_send").isPresent()
        && Templates.first(context, "stream_read").isPresent()
        && Templates.first(context, "stream_close").isPresent();
  }

  boolean open() {
    return socket >= 0;
  }

  /// Whether the device is in service, as far as it was asked.
  boolean served() {
    return device.view().get().snapshot().registered();
  }

  /// Opens and connects; what a family numbers itself is closed again where that fails.
  boolean connect() {
    String text = filled("stream_open");
    Optional<OpenSocket.Opened> opened =
        talk(engine -> new OpenSocket(text).run(engine, PATIENCE, time)).flatMap(Answer::value);
    socket = opened.map(OpenSocket.Opened::socket).orElse(named(text));
    boolean good = opened.filter(each -> each.failed() == 0).isPresent() && connected();
    if (!good) {
      close();
    }
    return good;
  }

  private boolean connected() {
    Optional<String> template = template("stream_connect");
    if (template.isEmpty()) {
      return true;
    }
    String text = fill(template.get());
    return talk(engine -> engine.send(new ConnectSocket(text), PATIENCE)).value().isPresent();
  }

  /// The number that stands in the command itself; -1 where the modem gives it.
  private static int named(String text) {
    return text.startsWith("AT+QIOPEN=") ? 1 : -1;
  }

  /// Whether the modem took it, which is no word on whether it arrives.
  boolean send(String record) {
    SendBytes command = SendBytes.of(filled("stream_send"), socket, host, port, record);
    return talk(engine -> engine.send(command, PATIENCE))
        .value()
        .filter(taken -> taken == record.length())
        .isPresent();
  }

  /// What has come, up to so many bytes; "" where nothing has.
  String read(int most) {
    String text = filled("stream_read").replace("{length}", Integer.toString(most));
    return talk(engine -> engine.send(new ReadBytes(text), PATIENCE)).value().orElse("");
  }

  void close() {
    if (socket >= 0) {
      String text = filled("stream_close");
      socket = -1;
      Answer<Boolean> unused = talk(engine -> engine.send(new CloseSocket(text), PATIENCE));
    }
  }

  /// It is gone with the modem's power or its port.
  void forget() {
    socket = -1;
  }

  private Optional<String> template(String need) {
    return device.profile().slot(need).stream().findFirst();
  }

  private String filled(String need) {
    String text = template(need).orElseThrow();
    return need.equals("stream_send") ? text : fill(text);
  }

  private String fill(String text) {
    return text.replace("{cid}", Integer.toString(cid))
        .replace("{socket}", Integer.toString(socket))
        .replace("{host}", host)
        .replace("{port}", Integer.toString(port));
  }

  private <T> T talk(Function<AtEngine, T> act) {
    return device.talk(new Cancel(), act);
  }
}
