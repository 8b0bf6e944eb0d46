package simwright.catalog;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import simwright.identity.Iccid;

/// What a person looks for, as they type it: words that must all stand somewhere in a profile,
/// `field:text` for one field (`use:travel region:EU state:enabled`), and `before:2026-12-31` for
/// its last day.
public record CatalogFilter(String text, Predicate<CatalogProfile> test) {
  private static final int PART_OF_ICCID = 4;

  /// All there are.
  public static final CatalogFilter ALL = of("");

  /// Reads what was typed; a word with a colon that names no field is a word as others are.
  public static CatalogFilter of(String text) {
    List<Predicate<CatalogProfile>> all = new ArrayList<>();
    for (String word : text.strip().split("\\s+", -1)) {
      if (!word.isEmpty()) {
        all.add(term(word));
      }
    }
    return new CatalogFilter(
        text.strip(), profile -> all.stream().allMatch(each -> each.test(profile)));
  }

  private static Predicate<CatalogProfile> term(String word) {
    int colon = word.indexOf(':');
    String value = word.substring(colon + 1).toLowerCase(Locale.ROOT);
    String name = word.substring(0, Math.max(0, colon));
    if (name.equalsIgnoreCase("before")) {
      Optional<LocalDate> day = day(value);
      if (day.isPresent()) {
        return profile -> profile.expiry().filter(last -> last.isBefore(day.get())).isPresent();
      }
    }
    Optional<Field> field = colon < 0 ? Optional.empty() : Field.of(name);
    if (field.isPresent()) {
      Field only = field.get();
      return profile -> holds(profile, only, value);
    }
    String anywhere = word.toLowerCase(Locale.ROOT);
    return profile -> {
      for (Field each : Field.values()) {
        if (holds(profile, each, anywhere)) {
          return true;
        }
      }
      return false;
    };
  }

  private static boolean holds(CatalogProfile profile, Field field, String value) {
    return switch (field) {
      case ICCID ->
          value.length() >= PART_OF_ICCID
              && profile.iccid().map(Iccid::value).filter(each -> each.contains(value)).isPresent();
      case IMSI, EID -> ProfileText.words(profile, field, true).equals(value);
      case USE, COVERAGE, SERVICE, STATE, REGION ->
          ProfileText.words(profile, field, true).equalsIgnoreCase(value);
      case STAGED -> profile.staged() && (value.equals("true") || value.equals("staged"));
      default -> ProfileText.words(profile, field, true).toLowerCase(Locale.ROOT).contains(value);
    };
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException no) {
      return Optional.empty();
    }
  }
}
