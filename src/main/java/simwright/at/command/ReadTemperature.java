package simwright.at.command;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import simwright.at.AtCommand;
import simwright.at.Fields;

/// The temperature by the maker's own command (+QTEMP, +CPMUTEMP, +UTEMP?, #TEMPSENS, +GTSENRDTEMP,
/// ^SCTM, ^CHIPTEMP?, %XTEMP?): the highest sensor in degrees Celsius. Values over 1000 are
/// thousandths, as +GTSENRDTEMP prints them; 255 and -273 mean no sensor.
public record ReadTemperature(String text) implements AtCommand<Double> {
  @Override
  public boolean plain() {
    return true;
  }

  @Override
  public Optional<Double> parse(List<String> lines) {
    double highest = Double.NEGATIVE_INFINITY;
    for (String line : lines) {
      Fields fields = Fields.of(line);
      for (int i = 0; i < fields.size(); i++) {
        OptionalDouble value = fields.decimal(i);
        boolean index = fields.size() > 1 && i == 0 && !fields.quoted(0);
        if (value.isPresent() && !index) {
          highest = Math.max(highest, celsius(value.getAsDouble()));
        }
      }
    }
    return Double.isInfinite(highest) ? Optional.empty() : Optional.of(highest);
  }

  private static double celsius(double value) {
    double celsius = Math.abs(value) > 1000 ? value / 1000 : value;
    return celsius >= 200 || celsius < -100 ? Double.NEGATIVE_INFINITY : celsius;
  }
}
