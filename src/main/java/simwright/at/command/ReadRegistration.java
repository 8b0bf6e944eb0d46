package simwright.at.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.Fields;
import simwright.fault.FaultCode;

/// Registration in one domain, +CREG?, +CGREG?, +CEREG?, +C5GREG? (3GPP TS 27.007 clauses 7.2,
/// 10.1.20, 10.1.22, 10.1.47). With n of 3 or more the network's reject cause is told; its text is
/// looked up per domain.
public record ReadRegistration(Registration.Domain domain) implements AtCommand<Registration> {
  @Override
  public String text() {
    return "AT" + prefix() + "?";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.NETWORK;
  }

  @Override
  public List<String> prefixes() {
    return List.of(prefix());
  }

  /// An answer has n first; an unsolicited result has not: its second value is a quoted area, or it
  /// has one value alone.
  @Override
  public boolean owns(String line) {
    Fields fields = Fields.of(line);
    return fields.size() > 1 && !fields.quoted(1) && fields.number(1).isPresent();
  }

  @Override
  public Optional<Registration> parse(List<String> lines) {
    return Lines.fields(lines, prefix()).flatMap(fields -> read(fields, 1));
  }

  /// Reads an unsolicited registration line of any domain.
  public static Optional<Registration> unsolicited(String line) {
    for (Registration.Domain domain : Registration.Domain.values()) {
      ReadRegistration query = new ReadRegistration(domain);
      if (Fields.prefix(line).equals(query.prefix())) {
        return query.read(Fields.of(line), 0);
      }
    }
    return Optional.empty();
  }

  private Optional<Registration> read(Fields fields, int at) {
    if (fields.number(at).isEmpty()) {
      return Optional.empty();
    }
    int stat = fields.number(at).getAsInt();
    int afterCell = at + 3;
    return Optional.of(
        new Registration(
            domain,
            stat,
            state(stat),
            Lines.technology(fields, afterCell),
            fields.some(at + 1),
            fields.some(at + 2),
            cause(fields, at)));
  }

  /// `<cause_type>,<reject_cause>` follow the access technology, after the RAC in +CGREG and the
  /// NSSAI in +C5GREG.
  private Optional<FaultCode> cause(Fields fields, int at) {
    int type =
        switch (domain) {
          case CS, EPS -> at + 4;
          case PS -> fields.size() > at + 6 ? at + 5 : at + 4;
          case FIVE_GS -> at + 6;
        };
    boolean standard = fields.number(type).isPresent() && fields.number(type).getAsInt() == 0;
    if (!standard || fields.number(type + 1).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FaultCode(layer(), Integer.toString(fields.number(type + 1).getAsInt())));
  }

  private String layer() {
    return switch (domain) {
      case CS -> "mm";
      case PS -> "gmm";
      case EPS -> "emm";
      case FIVE_GS -> "5gmm";
    };
  }

  private String prefix() {
    return switch (domain) {
      case CS -> "+CREG";
      case PS -> "+CGREG";
      case EPS -> "+CEREG";
      case FIVE_GS -> "+C5GREG";
    };
  }

  private static Registration.State state(int stat) {
    return switch (stat) {
      case 0 -> Registration.State.OFF;
      case 1, 6, 9 -> Registration.State.HOME;
      case 2 -> Registration.State.SEARCHING;
      case 3 -> Registration.State.DENIED;
      case 5, 7, 10 -> Registration.State.ROAMING;
      case 8, 11 -> Registration.State.EMERGENCY;
      default -> Registration.State.UNKNOWN;
    };
  }

  /// The domain that a command line asks for.
  static Optional<ReadRegistration> of(String text) {
    String name = Lines.name(text).toUpperCase(Locale.ROOT);
    for (Registration.Domain domain : Registration.Domain.values()) {
      ReadRegistration query = new ReadRegistration(domain);
      if (query.prefix().equals(name)) {
        return Optional.of(query);
      }
    }
    return Optional.empty();
  }
}
