package simwright.at.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.Fields;
import simwright.hardware.Units;

/// Supply voltage and charge by +CBC (3GPP TS 27.007 clause 8.4), #CBC, ^SBV or %XVBAT: where the
/// voltage stands and in which unit differs by family and is told by its profile.
public record ReadSupply(String text, Units units) implements AtCommand<ReadSupply.Supply> {
  /// Volts at the supply, and percent of charge where the device tells it.
  public record Supply(Optional<Double> volts, Optional<Integer> percent) {}

  /// The standard command.
  public ReadSupply() {
    this("AT+CBC");
  }

  /// With the formulas of the shipped families.
  public ReadSupply(String text) {
    this(text, Units.shipped());
  }

  @Override
  public Optional<Supply> parse(List<String> lines) {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = Fields.of(lines.getFirst());
    Scale scale = new Scale(units, Lines.name(text), fields);
    Supply supply =
        new Supply(named(fields).or(() -> scale.at("voltage", 2)), scale.whole("charge", 1));
    return supply.volts().isPresent() || supply.percent().isPresent()
        ? Optional.of(supply)
        : Optional.empty();
  }

  /// A value that carries its unit needs no formula.
  private static Optional<Double> named(Fields fields) {
    boolean volts = fields.size() == 1 && fields.text(0).toUpperCase(Locale.ROOT).endsWith("V");
    return volts ? Lines.decimal(fields, 0) : Optional.empty();
  }
}
