package simwright.device.handset;

import java.util.Optional;

/// One slot of a handset, from 0: the state of its card as Android names it (`LOADED`, `ABSENT`,
/// `PIN_REQUIRED`), the network by name and number, whether it roams, the registration for data
/// (`HOME`, `ROAMING`, `DENIED`, `NOT_REG_OR_SEARCHING`), the technology, the cause of a refusal,
/// the signal, and whether data flows.
public record SlotReading(
    int slot,
    String card,
    Optional<String> operator,
    Optional<String> plmn,
    boolean roaming,
    Optional<String> registration,
    Optional<String> technology,
    Optional<Integer> cause,
    Strength signal,
    Optional<Boolean> data) {
  /// Powers in dBm, ratios in dB, as the handset reports them (not calibrated).
  public record Strength(
      Optional<Double> rssi, Optional<Double> rsrp, Optional<Double> rsrq, Optional<Double> sinr) {
    /// Nothing is known.
    public static final Strength NONE =
        new Strength(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// Whether a card is in it.
  public boolean occupied() {
    return !card.isEmpty() && !card.equals("ABSENT") && !card.equals("UNKNOWN");
  }

  /// In words, for people: the slot, from 1, its card and its network.
  public String words() {
    String net =
        operator.map(name -> ", " + name + (roaming ? " (roaming)" : "")).orElse("")
            + plmn.map(number -> " " + number).orElse("");
    return "slot " + (slot + 1) + ": " + (card.isEmpty() ? "unknown" : card) + net;
  }
}
