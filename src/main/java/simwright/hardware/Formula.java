package simwright.hardware;

import java.util.List;
import java.util.Optional;

/// How a raw number of an answer becomes a value with a unit: straight lines, each for a range of
/// raw numbers; a number outside all ranges is unknown. `field` is the place of the number in the
/// answer, counted from 1, or 0 where the answer's shape tells it. The ranges are those of the
/// number itself, or of the one at `byField` where firmware differs in the unit of a whole answer.
public record Formula(int field, int byField, String unit, List<Piece> pieces) {
  private static final double FINEST = 1000;

  /// One straight line, `scale * raw + offset` for raw numbers from `from` to `to`.
  public record Piece(double from, double to, double scale, double offset) {}

  /// The value of a raw number; empty when the number is outside all ranges.
  public Optional<Double> value(double raw) {
    return value(raw, raw);
  }

  /// The value of a raw number where another number decides on the unit.
  public Optional<Double> value(double raw, double deciding) {
    return pieces.stream()
        .filter(piece -> deciding >= piece.from() && deciding <= piece.to())
        .findFirst()
        .map(piece -> Math.round((piece.scale() * raw + piece.offset()) * FINEST) / FINEST);
  }
}
