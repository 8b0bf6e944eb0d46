package simwright.at.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import simwright.at.Answer;
import simwright.at.AtCommand;
import simwright.at.AtEngine;
import simwright.at.CommandClass;
import simwright.at.Fields;
import simwright.time.Time;

/// Opens a UDP socket on the modem's own stack with the command of the hardware profile: +USOCR,
/// which tells the socket's number before OK, or +QIOPEN with a number of ours, whose outcome
/// follows it.
@NoKnownVector(because = "no public recording of a whole opening is known")
public record OpenSocket(String text) implements AtCommand<OpenSocket.Opened> {
  /// The socket's number, and the maker's number of what failed, 0 where nothing did.
  public record Opened(int socket, int failed) {}

  @Override
  public CommandClass commandClass() {
    return CommandClass.CONTEXT;
  }

  @Override
  public Optional<Opened> parse(List<String> lines) {
    return later()
        ? Optional.of(new Opened(0, 0))
        : Lines.fields(lines, Lines.name(text))
            .flatMap(fields -> Lines.number(fields, 0))
            .map(socket -> new Opened(socket, 0));
  }

  private boolean later() {
    return Lines.name(text).equals("+QIOPEN");
  }

  /// Opens it, and waits for the outcome; empty where none came.
  public Optional<Answer<Opened>> run(AtEngine engine, Duration within, Time time) {
    try (Heard heard = new Heard(engine, line -> Fields.prefix(line).equals("+QIOPEN"))) {
      Answer<Opened> answer = engine.send(this, within);
      if (!later() || !(answer instanceof Answer.Value<Opened>(var _, var exchange))) {
        return Optional.of(answer);
      }
      return heard.await(lines -> !lines.isEmpty(), within, time).stream()
          .findFirst()
          .map(Fields::of)
          .map(fields -> new Opened(fields.number(0).orElse(0), fields.number(1).orElse(-1)))
          .map(opened -> new Answer.Value<>(opened, exchange));
    }
  }
}
