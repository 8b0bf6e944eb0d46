package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.Fields;

/// Reads what has come over a TCP socket of the modem's own stack with the command of the hardware
/// profile: +QIRD, which tells the length and has the bytes in a line of their own, or +USORD,
/// which has them in quotes. For text of letters and digits alone; "" where nothing has come.
@NoKnownVector(because = "no public recording of a whole transfer is known")
public record ReadBytes(String text) implements AtCommand<String> {
  @Override
  public CommandClass commandClass() {
    return CommandClass.CONTEXT;
  }

  @Override
  public boolean plain() {
    return Lines.name(text).equals("+QIRD");
  }

  @Override
  public Optional<String> parse(List<String> lines) {
    String name = Lines.name(text);
    Optional<Fields> told = Lines.fields(lines, name);
    if (!name.equals("+QIRD")) {
      return told.map(fields -> fields.text(2));
    }
    return told.flatMap(fields -> Lines.number(fields, 0))
        .flatMap(length -> length == 0 ? Optional.of("") : data(lines, length));
  }

  /// The line of its own; of another length it is not what was told.
  private static Optional<String> data(List<String> lines, int length) {
    return lines.stream()
        .map(String::strip)
        .filter(line -> Fields.prefix(line).isEmpty() && line.length() == length)
        .findFirst();
  }
}
