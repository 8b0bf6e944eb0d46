package simwright.at.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import simwright.at.AtCommand;
import simwright.at.CommandClass;

/// The card slot in use, counted from 1, by the maker's own command: +QUIMSLOT?, +SMSIMCFG?,
/// #SIMSELECT?, ^SIMSWITCH? and %CSUS? count from 1, +QDSIM?, !UIMS? and +GTDUALSIM? from 0.
public record ReadSlot(String text) implements AtCommand<Integer> {
  private static final Set<String> FROM_ZERO = Set.of("+QDSIM", "!UIMS", "+GTDUALSIM");

  @Override
  public CommandClass commandClass() {
    return CommandClass.CARD;
  }

  @Override
  public Optional<Integer> parse(List<String> lines) {
    String name = Lines.name(text);
    int place = name.equals("+SMSIMCFG") ? 1 : 0;
    return Lines.fields(lines, name)
        .flatMap(fields ->
            Lines.number(fields, place)
                .or(() -> name.equals("^SCFG") ? named(fields.text(1)) : Optional.empty()))
        .map(number -> FROM_ZERO.contains(name) ? number + 1 : number)
        .filter(number -> number >= 0 && number < 10);
  }

  /// Cinterion says `SIM1`, `SIM3` or a number.
  private static Optional<Integer> named(String value) {
    String digits = value.replaceFirst("^SIM", "");
    return digits.matches("[0-9]") ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
  }
}
