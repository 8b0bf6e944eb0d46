package simwright.device.handset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `dumpsys telephony.registry` tells of one phone of the handset; which of its many forms a
/// release prints does not matter, as long as the keys are there.
record Registry(String text) {
  private static final Pattern PHONE = Pattern.compile("(?m)^\\s*Phone Id\\s*[=:]\\s*([0-9])\\s*$");
  private static final String LTE = "CellSignalStrengthLte";
  private static final String NR = "CellSignalStrengthNr";

  /// Each phone by its number, which is its slot.
  static Map<Integer, Registry> read(String text) {
    Map<Integer, Registry> all = new HashMap<>();
    Matcher phone = PHONE.matcher(text);
    int slot = -1;
    int from = 0;
    while (phone.find()) {
      if (slot >= 0) {
        all.put(slot, new Registry(text.substring(from, phone.start())));
      }
      slot = Integer.parseInt(phone.group(1));
      from = phone.end();
    }
    if (slot >= 0) {
      all.put(slot, new Registry(text.substring(from)));
    }
    return Map.copyOf(all);
  }

  /// The registration for data over the radio, else any.
  private Optional<String> registrationBlock() {
    List<String> all = Keys.blocks(text, "NetworkRegistrationInfo", '{', '}');
    return all.stream()
        .filter(each -> Keys.word(each, "transportType").filter("WWAN"::equals).isPresent())
        .filter(each -> Keys.word(each, "domain").filter(name -> name.contains("PS")).isPresent())
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  Optional<String> registration() {
    return registrationBlock().flatMap(each -> Keys.word(each, "registrationState"));
  }

  Optional<String> technology() {
    return registrationBlock()
        .flatMap(each -> Keys.word(each, "accessNetworkTechnology"))
        .filter(name -> !name.equals("UNKNOWN"));
  }

  /// The cause of a refusal; 0 is none.
  Optional<Integer> cause() {
    return registrationBlock()
        .flatMap(each -> Keys.number(each, "rejectCause"))
        .map(Double::intValue)
        .filter(number -> number != 0);
  }

  /// Whether data is connected: 2, or in words.
  Optional<Boolean> data() {
    return Keys.word(text, "mDataConnectionState")
        .map(state -> state.startsWith("2") || state.startsWith("CONNECTED"));
  }

  SlotReading.Strength signal() {
    String all = Keys.blocks(text, "SignalStrength:", '{', '}').stream().findFirst().orElse("");
    String nr = part(all, NR);
    if (Keys.number(nr, "ssRsrp").isPresent()) {
      return new SlotReading.Strength(
          Optional.empty(),
          Keys.number(nr, "ssRsrp"),
          Keys.number(nr, "ssRsrq"),
          Keys.number(nr, "ssSinr"));
    }
    String lte = part(all, LTE);
    return new SlotReading.Strength(
        Keys.number(lte, "rssi"),
        Keys.number(lte, "rsrp"),
        Keys.number(lte, "rsrq"),
        Keys.number(lte, "rssnr"));
  }

  /// What is said of one technology, up to the next.
  private static String part(String all, String name) {
    int at = all.indexOf(name + ":");
    if (at < 0) {
      return "";
    }
    int next = all.indexOf("CellSignalStrength", at + name.length());
    return all.substring(at, next < 0 ? all.length() : next);
  }
}
