package simwright.at.command;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import simwright.at.AtCommand;
import simwright.at.Fields;

/// Supply voltage and charge, +CBC (3GPP TS 27.007 clause 8.4) in the makers' shapes: third field
/// in millivolts (Quectel), second with nine digits or millivolts (Fibocom), `3.591V` (SIMCom),
/// #CBC in units of 10 mV (Telit), ^SBV in millivolts (Cinterion).
public record ReadSupply(String text) implements AtCommand<ReadSupply.Supply> {
  /// Volts at the supply, and percent of charge where the device tells it.
  public record Supply(Optional<Double> volts, Optional<Integer> percent) {}

  /// The standard command.
  public ReadSupply() {
    this("AT+CBC");
  }

  @Override
  public Optional<Supply> parse(List<String> lines) {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = Fields.of(lines.getFirst());
    String prefix = Fields.prefix(lines.getFirst());
    if (fields.size() == 1) {
      return volts(fields.text(0), fields.decimal(0))
          .map(v -> new Supply(Optional.of(v), Optional.empty()));
    }
    if (prefix.equals("#CBC") && fields.decimal(1).isPresent()) {
      return Optional.of(
          new Supply(Optional.of(fields.decimal(1).getAsDouble() / 100), Optional.empty()));
    }
    if (fields.decimal(fields.size() - 1).isEmpty()) {
      return Optional.empty();
    }
    double second = fields.decimal(1).orElse(-1);
    Optional<Double> third = volts(fields.text(2), fields.decimal(2));
    return Optional.of(
        new Supply(
            third.or(() -> second > 1000 ? volts("", fields.decimal(1)) : Optional.empty()),
            second >= 0 && second <= 100 ? Optional.of((int) second) : Optional.empty()));
  }

  private static Optional<Double> volts(String text, OptionalDouble value) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    double number = value.getAsDouble();
    boolean unit = text.endsWith("V") || text.endsWith("v");
    return Optional.of(
        unit || number < 100 ? number : number > 100_000 ? number / 1e6 : number / 1000);
  }
}
