package simwright.ui.part;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// A scale that values and their limits fit on, with room beyond both ends.
record ValueAxis(double from, double to) {
  private static final double ROOM = 0.08;

  static ValueAxis over(List<Double> values, OptionalDouble least, OptionalDouble most) {
    double[] all =
        Stream.of(values.stream().mapToDouble(Double::doubleValue), least.stream(), most.stream())
            .flatMapToDouble(each -> each)
            .filter(Double::isFinite)
            .toArray();
    double low = DoubleStream.of(all).min().orElse(0);
    double high = DoubleStream.of(all).max().orElse(1);
    double room = Math.max((high - low) * ROOM, Math.max(Math.abs(high), 1) * 1e-3);
    return new ValueAxis(low - room, high + room);
  }

  /// Where a value stands, 0 to 1.
  double share(double value) {
    return Math.clamp((value - from) / (to - from), 0, 1);
  }
}
