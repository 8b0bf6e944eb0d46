package simwright.device;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import simwright.hardware.HardwareProfile.BandCoding;

/// Bands in words, such as `LTE 1 3 7; NR 78`, from what band commands tell and the coding that the
/// hardware profile names. A mask of older technologies, whose bits every maker numbers in his own
/// way, is shown as it is told.
final class BandNames {
  private BandNames() {}

  /// `told` is what each command said.
  static String of(Map<String, String> told, Optional<BandCoding> coding) {
    if (coding.isEmpty()) {
      return String.join("; ", told.values());
    }
    Map<String, String> named = new LinkedHashMap<>();
    told.forEach((command, said) -> named.putAll(named(command, said, coding.get())));
    return named.isEmpty()
        ? String.join("; ", told.values())
        : named.entrySet().stream()
            .map(each -> (each.getKey() + " " + each.getValue()).strip())
            .collect(Collectors.joining("; "));
  }

  private static Map<String, String> named(String command, String said, BandCoding coding) {
    return switch (coding.coding()) {
      case LIST -> lists(command, said, coding.places());
      case MASK_HEX -> masks(said, coding.places(), 16);
      case MASK_DECIMAL -> masks(said, coding.places(), 10);
      case PREFIXED -> prefixed(said, coding.places());
    };
  }

  private static Map<String, String> lists(
      String command, String said, Map<String, String> settings) {
    return settings.entrySet().stream()
        .filter(setting -> command.contains("\"" + setting.getValue() + "\""))
        .collect(Collectors.toMap(Map.Entry::getKey, each -> said.replace(':', ' ')));
  }

  /// Places count from 1 in the whole answer, whose first value is the name of the setting.
  private static Map<String, String> masks(String said, Map<String, String> places, int radix) {
    String[] values = said.split(",", -1);
    Map<String, String> named = new TreeMap<>();
    places.forEach((technology, place) -> {
      int at = Integer.parseInt(place) - 2;
      if (at >= 0 && at < values.length) {
        String mask = values[at].strip();
        boolean numbered = technology.matches("(?:LTE|NB|NR).*");
        named.put(technology, numbered ? bits(mask, radix) : mask);
      }
    });
    return named;
  }

  private static String bits(String mask, int radix) {
    String digits = mask.replaceFirst("^0[xX]", "");
    if (!digits.matches(radix == 16 ? "[0-9A-Fa-f]{1,64}" : "[0-9]{1,64}")) {
      return mask;
    }
    BigInteger bits = new BigInteger(digits, radix);
    String bands =
        IntStream.range(0, bits.bitLength())
            .filter(bits::testBit)
            .mapToObj(bit -> Integer.toString(bit + 1))
            .collect(Collectors.joining(" "));
    return bands.isEmpty() ? "none" : bands;
  }

  /// One list for all, from its place on: UMTS up to 99, LTE from 101, NR with 50 in front.
  private static Map<String, String> prefixed(String said, Map<String, String> places) {
    int from = places.values().stream().mapToInt(Integer::parseInt).min().orElse(1) - 1;
    Map<String, List<String>> bands = new LinkedHashMap<>();
    Arrays.stream(said.split(",", -1))
        .skip(from)
        .map(String::strip)
        .filter(value -> value.matches("[0-9]{1,5}"))
        .forEach(value -> {
          boolean nr = value.length() > 2 && value.startsWith("50");
          String technology = nr ? "NR" : value.length() == 3 ? "LTE" : "UMTS";
          String band = nr ? value.substring(2) : technology.equals("LTE") ? lte(value) : value;
          bands.computeIfAbsent(technology, key -> new ArrayList<>()).add(band);
        });
    return bands.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                each -> String.join(" ", each.getValue()),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  private static String lte(String value) {
    return Integer.toString(Integer.parseInt(value) - 100);
  }
}
