package simwright.kpi;

/// A measure of how a device does, with its unit and what it is made of.
public enum Measure {
  SWITCH_LATENCY(
      "switch-latency", "s", "from the wish to switch profiles to the proof on the network"),
  ACTIVATION("activation-success", "", "profiles that were asked for and proven in use"),
  ACTIVATION_60(
      "activation-within-60-s", "", "profiles that were asked for and proven within 60 s"),
  REGISTRATION(
      "registration-success", "", "switches of the card after which the network took the profile"),
  INSTALLS("installs-per-push", "", "downloads that were begun and ended with a profile installed"),
  INSTALL_LATENCY("install-latency", "s", "from consent to the card's signed account"),
  TIME_TO_ACTIVATE(
      "time-to-activate",
      "s",
      "from the wish to download a profile to its first proof on the network, people's time in"
          + " between"),
  SESSION_DROPS(
      "session-drops", "", "losses of service that a policy saw while it looked after the device"),
  TIME_TO_RECOVER(
      "time-to-recover", "s", "from a loss of service to a profile that serves, by a policy"),
  DATA_LATENCY("data-latency", "ms", "round trips of pings in runs"),
  THROUGHPUT("throughput", "kbit/s", "counted transfers in runs, by profile"),
  HANDOVER_FAILURES("handover-failures", "", "hand-overs between cells that failed"),
  SIGNING_LATENCY("signing-latency", "ms", "how long the server takes to sign"),
  QUEUE_DEPTH("queue-depth", "", "how many orders wait at the server");

  private final String key;
  private final String unit;
  private final String about;

  Measure(String key, String unit, String about) {
    this.key = key;
    this.unit = unit;
    this.about = about;
  }

  /// Its name in results.
  public String key() {
    return key;
  }

  /// The unit of its values; "" for shares and counts.
  public String unit() {
    return unit;
  }

  /// What it is made of.
  public String about() {
    return about;
  }
}
