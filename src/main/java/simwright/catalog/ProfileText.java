package simwright.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import simwright.identity.Identifier;

/// A profile's fields, written for the log, for files and for screens.
public final class ProfileText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ProfileText() {}

  /// As a JSON object, with identifiers.
  public static ObjectNode node(CatalogProfile profile) {
    return JSON.valueToTree(plain(profile, true));
  }

  /// The same profile with other values in some fields; throws IllegalArgumentException where one
  /// cannot be used.
  public static CatalogProfile with(CatalogProfile profile, Map<Field, String> changes) {
    ObjectNode node = node(profile);
    changes.forEach((field, value) -> node.put(field.key(), value));
    ProfileReader.Read read = ProfileReader.read(profile.key(), node);
    read.wrong()
        .forEach((field, why) -> {
          throw new IllegalArgumentException(field.key() + ": " + why);
        });
    return read.profile();
  }

  /// What a field holds: text, a number, a truth value, an identifier, or access points; "" for
  /// none.
  static Object value(CatalogProfile profile, Field field) {
    return switch (field) {
      case ICCID -> told(profile.iccid());
      case NAME -> profile.name();
      case IMSI -> told(profile.imsi());
      case OPERATOR -> profile.operator();
      case PLMN -> told(profile.plmn().map(Object::toString));
      case REGION -> profile.region();
      case PLACE -> profile.place();
      case EXPIRY -> told(profile.expiry().map(Object::toString));
      case USE -> profile.use().key();
      case COVERAGE -> profile.coverage().key();
      case SERVICE -> profile.service().key();
      case TARIFF_ORDERED -> profile.tariff().ordered();
      case TARIFF_FOUND -> profile.tariff().found();
      case APNS -> profile.apns().isEmpty() ? "" : profile.apns();
      case DATA_CAP -> profile.cap().isPresent() ? profile.cap().getAsLong() : "";
      case VERSION -> profile.version();
      case STATE -> profile.state().key();
      case OWNER -> profile.owner();
      case EID -> told(profile.eid());
      case STAGED -> profile.staged();
      case ORDER -> profile.order();
      case NOTIFICATION -> profile.notification();
    };
  }

  /// For the log, which seals identifiers.
  static Map<String, Object> sealed(CatalogProfile profile) {
    return fields(profile, identifier -> identifier);
  }

  /// For a file or a program, without what is empty: identifiers are shortened unless the reader
  /// may have them.
  public static Map<String, Object> plain(CatalogProfile profile, boolean identified) {
    return fields(profile, each -> shown(each, identified));
  }

  /// A field in words, "" for none.
  public static String words(CatalogProfile profile, Field field, boolean identified) {
    return switch (value(profile, field)) {
      case Identifier identifier -> shown(identifier, identified);
      case List<?> _ -> ApnSetting.text(profile.apns());
      case Object other -> other.toString();
    };
  }

  /// All cells of a row, in the order of the fields.
  public static List<String> cells(CatalogProfile profile, boolean identified) {
    return Stream.of(Field.values()).map(field -> words(profile, field, identified)).toList();
  }

  private static String shown(Identifier identifier, boolean identified) {
    return identified ? identifier.value() : identifier.redacted();
  }

  private static Object told(Optional<?> value) {
    return value.isPresent() ? value.get() : "";
  }

  private static Map<String, Object> fields(
      CatalogProfile profile, Function<Identifier, Object> shown) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Field field : Field.values()) {
      switch (value(profile, field)) {
        case String none when none.isEmpty() -> {}
        case Identifier identifier -> all.put(field.key(), shown.apply(identifier));
        case List<?> _ ->
            all.put(field.key(), profile.apns().stream().map(ProfileText::map).toList());
        case Object other -> all.put(field.key(), other);
      }
    }
    return all;
  }

  private static Map<String, Object> map(ApnSetting each) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("apn", each.apn().value());
    map.put("type", each.type().key());
    map.put("family", each.family().key());
    map.put("signIn", each.signIn().key());
    if (!each.user().isEmpty()) {
      map.put("user", each.user());
    }
    return map;
  }
}
