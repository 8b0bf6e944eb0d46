package simwright.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.identity.Imsi;
import simwright.identity.Plmn;

/// Reads a profile from its fields; everything that cannot be used is told, not only the first.
public final class ProfileReader {
  private static final int LONGEST = 200;
  private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}";

  private final ObjectNode node;
  private final Map<Field, String> wrong = new LinkedHashMap<>();

  private ProfileReader(ObjectNode node) {
    this.node = node;
  }

  /// What was read, and what is wrong with it by field; with anything wrong, the profile is not to
  /// be used.
  public record Read(CatalogProfile profile, Map<Field, String> wrong) {}

  /// Reads the fields of a profile that stands in the log under a key, or nowhere yet ("").
  public static Read read(String key, ObjectNode node) {
    ProfileReader reader = new ProfileReader(node);
    CatalogProfile profile = reader.profile(key);
    return new Read(profile, Collections.unmodifiableMap(reader.wrong));
  }

  private CatalogProfile profile(String key) {
    return new CatalogProfile(
        key,
        number(Field.ICCID, Iccid::new),
        number(Field.IMSI, Imsi::new),
        value(Field.NAME, ProfileReader::name).orElse(""),
        text(Field.OPERATOR),
        value(Field.PLMN, Plmn::parse),
        text(Field.REGION).toUpperCase(Locale.ROOT),
        text(Field.PLACE),
        value(Field.EXPIRY, ProfileReader::day),
        value(Field.USE, text -> Keyed.one(Use.values(), Use::key, "it", text, Use.PRODUCTION))
            .orElse(Use.PRODUCTION),
        value(
                Field.COVERAGE,
                text -> Keyed.one(Coverage.values(), Coverage::key, "it", text, Coverage.LOCAL))
            .orElse(Coverage.LOCAL),
        value(
                Field.SERVICE,
                text -> Keyed.one(Service.values(), Service::key, "it", text, Service.DATA))
            .orElse(Service.DATA),
        new CatalogProfile.Tariff(text(Field.TARIFF_ORDERED), text(Field.TARIFF_FOUND)),
        apns(),
        value(Field.DATA_CAP, ByteCount::read).map(OptionalLong::of).orElse(OptionalLong.empty()),
        text(Field.VERSION),
        value(
                Field.STATE,
                text ->
                    Keyed.one(
                        LifecycleState.values(),
                        LifecycleState::key,
                        "it",
                        text,
                        LifecycleState.RESERVED))
            .orElse(LifecycleState.RESERVED),
        text(Field.OWNER),
        number(Field.EID, Eid::new),
        value(Field.STAGED, ProfileReader::truth).orElse(false),
        text(Field.ORDER),
        text(Field.NOTIFICATION));
  }

  private String said(Field field) {
    return node.path(field.key()).asText("").strip();
  }

  private String text(Field field) {
    String text = said(field);
    JsonNode value = node.path(field.key());
    if (value.isContainerNode()) {
      wrong.put(field, "it is no text");
    } else if (text.length() > LONGEST) {
      wrong.put(field, "it is longer than " + LONGEST + " characters");
    }
    return text;
  }

  private <T> Optional<T> value(Field field, Function<String, T> reading) {
    String text = text(field);
    if (text.isEmpty() || wrong.containsKey(field)) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.apply(text));
    } catch (IllegalArgumentException | ArithmeticException no) {
      wrong.put(field, String.valueOf(no.getMessage()));
      return Optional.empty();
    }
  }

  private List<ApnSetting> apns() {
    JsonNode value = node.path(Field.APNS.key());
    try {
      if (!value.isArray()) {
        return ApnSetting.read(value.asText(""));
      }
      List<ApnSetting> all = new ArrayList<>();
      for (JsonNode each : value) {
        all.add(
            ApnSetting.of(
                each.path("apn").asText(),
                each.path("type").asText(),
                each.path("family").asText(),
                each.path("signIn").asText(),
                each.path("user").asText()));
      }
      return all;
    } catch (IllegalArgumentException no) {
      wrong.put(Field.APNS, String.valueOf(no.getMessage()));
      return List.of();
    }
  }

  /// An identifier, whole as it was exported.
  private <T> Optional<T> number(Field field, Function<String, T> reading) {
    return value(
        field,
        text -> {
          if (text.matches("[0-9][.,]?[0-9]*[eE]\\+?[0-9]+")) {
            throw new IllegalArgumentException("a spreadsheet has made a rounded number of it");
          }
          if (text.contains("…")) {
            throw new IllegalArgumentException("it is shortened; export with --identified");
          }
          return reading.apply(text);
        });
  }

  private static String name(String text) {
    if (!text.matches(NAME)) {
      throw new IllegalArgumentException(
          "a name is up to 64 letters, digits, blanks, dots, dashes and underscores");
    }
    return text;
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException no) {
      throw new IllegalArgumentException("'" + text + "' is no day such as 2026-12-31", no);
    }
  }

  private static boolean truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default -> throw new IllegalArgumentException("it is neither true nor false");
    };
  }
}
