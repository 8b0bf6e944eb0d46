package simwright.at.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import simwright.at.AtCommand;
import simwright.at.Fields;
import simwright.hardware.Units;

/// The temperature by the maker's own command (+QTEMP, +CPMUTEMP, +UTEMP?, #TEMPSENS, +GTSENRDTEMP,
/// ^SCTM, ^CHIPTEMP?, %XTEMP?): the highest sensor in degrees Celsius.
public record ReadTemperature(String text, Units units) implements AtCommand<Double> {
  /// With the formulas of the shipped families.
  public ReadTemperature(String text) {
    this(text, Units.shipped());
  }

  /// Telit's monitor answers under the name of its report.
  @Override
  public List<String> prefixes() {
    String name = Lines.name(text);
    return name.equals("#TEMPMON") ? List.of("#TEMPMEAS", name) : List.of(name);
  }

  @Override
  public boolean plain() {
    return true;
  }

  @Override
  public Optional<Double> parse(List<String> lines) {
    return lines.stream().flatMap(line -> sensors(Fields.of(line))).max(Double::compare);
  }

  /// The number before a sensor's value tells which sensor it is.
  private Stream<Double> sensors(Fields fields) {
    Scale scale = new Scale(units, Lines.name(text), fields);
    int first = fields.size() > 1 && !fields.quoted(0) && fields.size() < 3 ? 1 : 0;
    return IntStream.range(first, fields.size())
        .boxed()
        .flatMap(place -> scale.at("temperature", place).stream());
  }
}
