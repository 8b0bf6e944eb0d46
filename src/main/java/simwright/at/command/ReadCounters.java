package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.Fields;

/// The bytes that went through since the last reset, by the maker's own command: +QGDCNT? and
/// +QGDNRCNT? (sent, received), +UGCNTRD (the totals of its first context), #GDATAVOL (two parts
/// and their sum in either order), ^DSFLOWQRY (hexadecimal totals), %XCONNSTAT? (kilobytes),
/// +GTSTATIS?.
public record ReadCounters(String text) implements AtCommand<ReadCounters.Counters> {
  /// Bytes sent and received by the device.
  public record Counters(long sent, long received) {}

  @Override
  public CommandClass commandClass() {
    return CommandClass.NETWORK;
  }

  @Override
  public Optional<Counters> parse(List<String> lines) {
    String name = Lines.name(text);
    return Lines.fields(lines, name)
        .flatMap(fields ->
            switch (name) {
              case "+UGCNTRD" -> pair(fields, 3, 10, 1);
              case "#GDATAVOL" -> volume(fields);
              case "^DSFLOWQRY" -> pair(fields, 4, 16, 1);
              case "%XCONNSTAT" -> pair(fields, 2, 10, 1000);
              default -> pair(fields, 0, 10, 1);
            });
  }

  /// The sum stands first or last; the other two are sent and received.
  private static Optional<Counters> volume(Fields fields) {
    Optional<Counters> first = pair(fields, 1, 10, 1);
    Optional<Counters> last = pair(fields, 2, 10, 1);
    boolean sumIsLast =
        first.isPresent()
            && last.isPresent()
            && first.get().sent() + first.get().received() == last.get().received();
    return sumIsLast ? first : last;
  }

  private static Optional<Counters> pair(Fields fields, int at, int radix, long unit) {
    try {
      return Optional.of(
          new Counters(
              Long.parseLong(fields.text(at), radix) * unit,
              Long.parseLong(fields.text(at + 1), radix) * unit));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
