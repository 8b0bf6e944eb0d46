package simwright.at.command;

import java.util.Optional;
import simwright.at.Fields;
import simwright.hardware.Units;

/// A line of a ping's outcome, which most makers print after OK: one reply, the summary, or a
/// failure. Times in ms.
public sealed interface PingReport {
  /// An answer from an address.
  record Reply(String address, int bytes, int millis) implements PingReport {}

  /// The counts at the end, with the shortest, longest and average time where something came back.
  record Summary(int sent, int received, int lost, int shortest, int longest, int average)
      implements PingReport {}

  /// One packet was lost.
  record Lost() implements PingReport {}

  /// The ping could not be done, with the maker's number.
  record Failed(int code) implements PingReport {}

  /// Reads a line of +QPING, +CPING, +UUPING, +UUPINGER, #PING, #XPING or ^SISX.
  static Optional<PingReport> of(String line) {
    Fields fields = Fields.of(line);
    return switch (Fields.prefix(line)) {
      case "+QPING" -> Shapes.quectel(fields);
      case "+CPING" -> Shapes.simcom(fields);
      case "+UUPING" -> Shapes.reply(fields, 3, 1, 5);
      case "+UUPINGER" -> Lines.number(fields, 0).map(Failed::new);
      case "#PING" -> Shapes.telit(fields);
      case "#XPING" -> Shapes.nordic(fields.text(0));
      case "^SISX" -> Shapes.cinterion(fields);
      default -> Optional.empty();
    };
  }

  /// The makers' shapes.
  final class Shapes {
    private Shapes() {}

    private static Optional<PingReport> quectel(Fields fields) {
      if (fields.size() == 1) {
        return Lines.number(fields, 0).map(Failed::new);
      }
      return fields.quoted(1) ? reply(fields, 1, 2, 3) : summary(fields, 1);
    }

    private static Optional<PingReport> simcom(Fields fields) {
      return switch (fields.number(0).orElse(0)) {
        case 1 -> reply(fields, 1, 2, 3);
        case 2 -> Optional.of(new Lost());
        case 3 -> summary(fields, 1);
        default -> Optional.empty();
      };
    }

    /// A time outside the formula's range means that nothing came.
    private static Optional<PingReport> telit(Fields fields) {
      if (Lines.number(fields, 2).isEmpty()) {
        return Optional.empty();
      }
      return new Scale(Units.shipped(), "#PING", fields)
          .whole("time", 2)
          .<PingReport>map(millis -> new Reply(fields.text(1), 0, millis))
          .or(() -> Optional.of(new Lost()));
    }

    /// Seconds with a fraction, with or without their unit; the average at the end is no reply.
    private static Optional<PingReport> nordic(String said) {
      String seconds = said.replace(" seconds", "");
      if (said.equals("timeout")) {
        return Optional.of(new Lost());
      }
      return seconds.matches("[0-9]{1,4}\\.[0-9]{1,6}")
          ? Optional.of(new Reply("", 0, (int) Math.round(Double.parseDouble(seconds) * 1000)))
          : Optional.empty();
    }

    private static Optional<PingReport> cinterion(Fields fields) {
      return fields.text(0).equalsIgnoreCase("Ping") && fields.number(1).orElse(0) == 1
          ? reply(fields, 3, 2, 4)
          : Optional.empty();
    }

    private static Optional<PingReport> reply(Fields fields, int address, int bytes, int millis) {
      return Lines.number(fields, millis)
          .map(time -> new Reply(fields.text(address), fields.number(bytes).orElse(0), time));
    }

    private static Optional<PingReport> summary(Fields fields, int at) {
      if (Lines.number(fields, at + 2).isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new Summary(
              fields.number(at).orElse(0),
              fields.number(at + 1).orElse(0),
              fields.number(at + 2).orElse(0),
              fields.number(at + 3).orElse(0),
              fields.number(at + 4).orElse(0),
              fields.number(at + 5).orElse(0)));
    }
  }
}
