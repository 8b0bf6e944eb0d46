package simwright.device.sanitise;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import simwright.identity.Eid;
import simwright.identity.Imei;

/// That a device was sanitised: the number of its certificate, the device with who it is, when and
/// by whom, whether it was simulated and the log that of a lab, and what of it was proven.
public record Sanitation(
    String number,
    String device,
    String model,
    Optional<Imei> imei,
    Optional<Eid> eid,
    Instant at,
    String by,
    boolean simulated,
    boolean lab,
    List<Cleaned> items) {
  public Sanitation {
    items = List.copyOf(items);
  }

  /// Whether all of it was proven.
  public boolean clean() {
    return items.stream().allMatch(Cleaned::proven);
  }

  /// What was not proven.
  public List<Cleaned> open() {
    return items.stream().filter(each -> !each.proven()).toList();
  }

  /// How it stands, in words.
  public String verdict() {
    return clean()
        ? "proven clean"
        : "not proven clean: "
            + String.join("; ", open().stream().map(each -> each.trace().words()).toList());
  }
}
