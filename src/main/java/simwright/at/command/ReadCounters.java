package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.Fields;
import simwright.hardware.Units;

/// The bytes that went through since the last reset, by the maker's own command: +QGDCNT? and
/// +QGDNRCNT? (sent, received), +UGCNTRD (the totals of its first context), #GDATAVOL (two parts
/// and their sum in either order), ^DSFLOWQRY (hexadecimal totals), %XCONNSTAT? (kilobytes),
/// +GTSTATIS?.
public record ReadCounters(String text, Units units) implements AtCommand<ReadCounters.Counters> {
  /// Bytes sent and received by the device.
  public record Counters(long sent, long received) {}

  /// With the formulas of the shipped families.
  public ReadCounters(String text) {
    this(text, Units.shipped());
  }

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
              case "+UGCNTRD" -> pair(fields, 3, 10);
              case "#GDATAVOL" -> volume(fields);
              case "^DSFLOWQRY" -> pair(fields, 4, 16);
              case "%XCONNSTAT" -> pair(fields, 2, 10);
              default -> pair(fields, 0, 10);
            });
  }

  /// The sum stands first or last; the other two are sent and received.
  private Optional<Counters> volume(Fields fields) {
    Optional<Counters> first = pair(fields, 1, 10);
    Optional<Counters> last = pair(fields, 2, 10);
    boolean sumIsLast =
        first.isPresent()
            && last.isPresent()
            && first.get().sent() + first.get().received() == last.get().received();
    return sumIsLast ? first : last;
  }

  private Optional<Counters> pair(Fields fields, int at, int radix) {
    return bytes(fields, at, radix)
        .flatMap(
            sent -> bytes(fields, at + 1, radix).map(received -> new Counters(sent, received)));
  }

  private Optional<Long> bytes(Fields fields, int at, int radix) {
    try {
      long raw = Long.parseLong(fields.text(at), radix);
      return units
          .formula(Lines.name(text), "bytes")
          .flatMap(formula -> formula.value(raw))
          .map(Double::longValue);
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
