package simwright.rollout;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import simwright.acceptance.RunSummary;

/// What devices are alike in, as far as a registry can promise anything of them: "" where it is not
/// told. A simulated device is of another kind than a real one.
public record DeviceKind(
    String model, String hardware, String firmware, String os, String language, boolean simulated)
    implements Comparable<DeviceKind> {
  private static final Comparator<DeviceKind> ORDER =
      Comparator.comparing(DeviceKind::model)
          .thenComparing(DeviceKind::hardware)
          .thenComparing(DeviceKind::firmware)
          .thenComparing(DeviceKind::os)
          .thenComparing(DeviceKind::language)
          .thenComparing(DeviceKind::simulated);

  static DeviceKind of(RunSummary run) {
    return new DeviceKind(
        run.model(),
        run.facts().getOrDefault("hardware", ""),
        run.revision(),
        run.facts().getOrDefault("os", ""),
        run.facts().getOrDefault("language", ""),
        run.simulated());
  }

  /// The model with what else is told, for people.
  public String words() {
    return Stream.of(model, hardware, firmware, os, language)
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining(", "));
  }

  @Override
  public int compareTo(DeviceKind other) {
    return ORDER.compare(this, other);
  }
}
