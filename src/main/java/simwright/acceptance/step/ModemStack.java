package simwright.acceptance.step;

import java.util.Optional;
import simwright.acceptance.StepContext;
import simwright.at.Answer;
import simwright.at.AtEngine;
import simwright.at.command.CloseSocket;
import simwright.at.command.OpenSocket;
import simwright.at.command.ReadCounters;
import simwright.at.command.SendBytes;
import simwright.device.Told;
import simwright.fault.Fault;
import simwright.fault.FaultCode;

/// A UDP socket on a modem's own stack, by the commands of its family, and that modem's counters.
final class ModemStack implements Way {
  private final StepContext context;
  private final String host;
  private final int port;
  private int socket = -1;

  ModemStack(StepContext context, String host, int port) {
    this.context = context;
    this.host = host;
    this.port = port;
  }

  /// Whether the family has all the commands it takes.
  static boolean possible(StepContext context) {
    return Templates.first(context, "socket_open").isPresent()
        && Templates.first(context, "socket_send").isPresent()
        && Templates.first(context, "socket_close").isPresent()
        && Templates.first(context, "data_counters").isPresent();
  }

  @Override
  public String words() {
    return "the modem's own stack";
  }

  @Override
  public Optional<FaultCode> open() {
    String text =
        filled("socket_open")
            .replace("{cid}", Integer.toString(Templates.context(context)))
            .replace("{host}", host)
            .replace("{port}", Integer.toString(port));
    Optional<Answer<OpenSocket.Opened>> answer =
        talk(engine -> new OpenSocket(text).run(engine, context.deadline().left(), context.time()));
    Optional<OpenSocket.Opened> opened = answer.flatMap(Answer::value);
    if (opened.isPresent() && opened.get().failed() == 0) {
      socket = opened.get().socket();
      return Optional.empty();
    }
    return answer.flatMap(Answer::code).or(() -> Optional.of(REFUSED));
  }

  @Override
  public Optional<FaultCode> send(String piece) {
    SendBytes command = SendBytes.of(filled("socket_send"), socket, host, port, piece);
    Answer<Integer> answer = talk(engine -> engine.send(command, context.deadline().left()));
    return answer.value().filter(taken -> taken == piece.length()).isPresent()
        ? Optional.empty()
        : answer.code().or(() -> Optional.of(REFUSED));
  }

  @Override
  public Optional<ReadCounters.Counters> count() {
    return talk(engine ->
            Told.by(
                engine, context.device().profile(), "data_counters", ReadCounters.Counters.class))
        .value();
  }

  /// One that breaks off is closed by the modem itself.
  @Override
  public void close() {
    if (socket >= 0) {
      String text = filled("socket_close").replace("{socket}", Integer.toString(socket));
      socket = -1;
      try {
        Answer<Boolean> unused = talk(engine -> engine.send(new CloseSocket(text)));
      } catch (Fault broken) {
        LOG.debug("a socket was left open: {}", broken.code());
      }
    }
  }

  private String filled(String need) {
    return Templates.first(context, need).orElseThrow();
  }

  private <T> T talk(java.util.function.Function<AtEngine, T> act) {
    return context.device().talk(context.cancel(), act);
  }
}
