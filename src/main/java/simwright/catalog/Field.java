package simwright.catalog;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What is written of a profile, in the order of the columns of an export.
public enum Field {
  /// Its ICCID.
  ICCID("iccid"),
  /// Its name.
  NAME("name"),
  /// Its subscriber.
  IMSI("imsi"),
  /// Who sells it.
  OPERATOR("operator"),
  /// The home network.
  PLMN("plmn"),
  /// Where it is for.
  REGION("region"),
  /// The town.
  PLACE("place"),
  /// Its last day.
  EXPIRY("expiry"),
  /// What it is meant for.
  USE("use"),
  /// How far it reaches.
  COVERAGE("coverage"),
  /// Voice, or data alone.
  SERVICE("service"),
  /// The tariff that was ordered.
  TARIFF_ORDERED("tariffOrdered"),
  /// The tariff that the operator set up.
  TARIFF_FOUND("tariffFound"),
  /// Its access points.
  APNS("apns"),
  /// The data it may carry, in bytes.
  DATA_CAP("dataCap"),
  /// Its version.
  VERSION("version"),
  /// How far its life has come.
  STATE("state"),
  /// Who answers for it.
  OWNER("owner"),
  /// The card it is on or for.
  EID("eid"),
  /// Whether it waits beside the one in use.
  STAGED("staged"),
  /// How its order stands at the server.
  ORDER("order"),
  /// Whether the server has heard of it from the card.
  NOTIFICATION("notification");

  private final String key;

  Field(String key) {
    this.key = key;
  }

  /// As files and records spell it.
  public String key() {
    return key;
  }

  /// The one that a heading means: case, blanks, dashes and underscores do not matter.
  public static Optional<Field> of(String heading) {
    String bare = heading.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    return Stream.of(values())
        .filter(each -> each.key.toLowerCase(Locale.ROOT).equals(bare))
        .findAny();
  }
}
