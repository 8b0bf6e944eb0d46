package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.Fields;

/// How many tries the PIN has left: +CPINR of 3GPP TS 27.007 clause 8.65 (`+CPINR: SIM PIN,3,3`),
/// or the maker's own: +QPINC? (`"SC",3,10`), +UPINCNT (`3,3,10,10`), #PCT (the code that is
/// asked), ^CPIN? (`SIM PIN,,10,3,10,3`: the fourth value), +SPIC.
public record ReadPinTries(String text) implements AtCommand<Integer> {
  /// As 3GPP TS 27.007 has it.
  public ReadPinTries() {
    this("AT+CPINR=\"SIM PIN\"");
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.CARD;
  }

  @Override
  public Optional<Integer> parse(List<String> lines) {
    String name = Lines.name(text);
    for (Fields fields : Lines.all(lines, name)) {
      Optional<Integer> tries =
          switch (name) {
            case "+CPINR" -> named(fields, "SIM PIN");
            case "+QPINC" -> named(fields, "SC");
            case "^CPIN" -> Lines.number(fields, 3);
            default -> Lines.number(fields, 0);
          };
      if (tries.isPresent()) {
        return tries;
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> named(Fields fields, String code) {
    return fields.text(0).equalsIgnoreCase(code) ? Lines.number(fields, 1) : Optional.empty();
  }
}
