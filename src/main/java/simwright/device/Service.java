package simwright.device;

import java.util.List;
import simwright.at.command.ReadCounters;
import simwright.identity.Plmn;

/// How a device stands with the network beside its registration: the level of functionality (+CFUN:
/// 1 is full, 0 and 4 are without radio), whether it is attached to the packet domain (+CGATT), the
/// bytes that went through (the maker's own counters, asked while a context is active), what its
/// last call or context failed with (+CEER) and which networks the card forbids (EF_FPLMN), both
/// asked while service is missing.
public record Service(
    Reading<Integer> functionality,
    Reading<Boolean> attached,
    Reading<ReadCounters.Counters> counters,
    Reading<String> lastError,
    Reading<List<Plmn>> forbidden) {
  /// Before anything was asked.
  public static final Service NOT_ASKED =
      new Service(
          Reading.notAsked(),
          Reading.notAsked(),
          Reading.notAsked(),
          Reading.notAsked(),
          Reading.notAsked());

  /// The device's own words on what failed last, to be put after ours; "" where it has none.
  String afterthought() {
    return lastError
        .value()
        .filter(words -> !words.isBlank() && !words.matches("(?i)no (cause|error|report).*"))
        .map(words -> " (the device: " + words + ")")
        .orElse("");
  }

  /// Whether the radio is known to be off.
  boolean radioOff() {
    return functionality.value().filter(level -> level == 0 || level == 4).isPresent();
  }
}
