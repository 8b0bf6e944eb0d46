package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.Fields;
import simwright.hardware.Units;

/// The card slot in use, counted from 1, by the maker's own command (+QUIMSLOT?, #SIMSELECT?,
/// !UIMS?, +GTDUALSIM?, ^SCFG="SIM/CS" ...); how the maker counts is told by the profile.
public record ReadSlot(String text, Units units) implements AtCommand<Integer> {
  /// With the formulas of the shipped families.
  public ReadSlot(String text) {
    this(text, Units.shipped());
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.CARD;
  }

  @Override
  public Optional<Integer> parse(List<String> lines) {
    String name = Lines.name(text);
    return Lines.fields(lines, name)
        .map(ReadSlot::bare)
        .flatMap(fields -> new Scale(units, name, fields).whole("slot", 0));
  }

  /// Cinterion repeats the name of its setting and says `SIM1`, `SIM_1` or a number.
  private static Fields bare(Fields fields) {
    return fields.text(0).equalsIgnoreCase("SIM/CS")
        ? Fields.split(fields.text(1).replaceFirst("^SIM_?", ""))
        : fields;
  }
}
