package simwright.at.command;

import java.util.Optional;
import java.util.OptionalDouble;
import simwright.at.Fields;
import simwright.hardware.Formula;
import simwright.hardware.Units;

/// The numbers of one answer in their units, by the formulas of the hardware profile. A quantity
/// without a formula, or a number outside its ranges, is unknown.
record Scale(Units units, String answer, Fields fields) {
  /// A quantity whose raw number stands at a place (from 0) unless the profile names another.
  Optional<Double> at(String quantity, int place) {
    return units.formula(answer, quantity).flatMap(formula -> read(formula, place));
  }

  /// The same as a whole number.
  Optional<Integer> whole(String quantity, int place) {
    return at(quantity, place).map(value -> (int) Math.round(value));
  }

  private Optional<Double> read(Formula formula, int place) {
    OptionalDouble raw = fields.decimal(formula.field() > 0 ? formula.field() - 1 : place);
    if (raw.isEmpty()) {
      return Optional.empty();
    }
    double number = raw.getAsDouble();
    double deciding =
        formula.byField() > 0 ? fields.decimal(formula.byField() - 1).orElse(number) : number;
    return formula.value(number, deciding);
  }
}
