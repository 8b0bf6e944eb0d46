package simwright.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.identity.Imsi;
import simwright.identity.Plmn;

/// A profile as the catalog knows it. `key` is what the log calls it, "" before it stands there; an
/// identifier is empty where nobody told it, or where it was forgotten. `region` is a country or a
/// group of them (`FR`, `EU`), `place` a town or "". What is not known as text is "". `tariff` is
/// what was ordered and what the operator set up; `cap` is in bytes; `eid` is the card it is on, or
/// is `staged` for.
public record CatalogProfile(
    String key,
    Optional<Iccid> iccid,
    Optional<Imsi> imsi,
    String name,
    String operator,
    Optional<Plmn> plmn,
    String region,
    String place,
    Optional<LocalDate> expiry,
    Use use,
    Coverage coverage,
    Service service,
    Tariff tariff,
    List<ApnSetting> apns,
    OptionalLong cap,
    String version,
    LifecycleState state,
    String owner,
    Optional<Eid> eid,
    boolean staged,
    String order,
    String notification) {
  /// A tariff as it was ordered and as it was found.
  public record Tariff(String ordered, String found) {
    /// Whether both are known and differ.
    public boolean differs() {
      return !ordered.isEmpty() && !found.isEmpty() && !ordered.equalsIgnoreCase(found);
    }
  }

  public CatalogProfile {
    apns = List.copyOf(apns);
  }

  /// The ICCID as it may be shown to anybody.
  public String shortened() {
    return iccid.map(Iccid::redacted).orElse("forgotten");
  }

  /// The name and, as names are shared, the end of the ICCID.
  public String words() {
    return name + " (" + shortened() + ")";
  }

  /// A field in words, "" for none; identifiers are shortened unless the reader may have them.
  public String told(Field field, boolean identified) {
    return ProfileText.words(this, field, identified);
  }

  /// All fields that are not empty, by their keys, in the same way.
  public Map<String, Object> told(boolean identified) {
    return ProfileText.plain(this, identified);
  }

  /// Whether it can still be used or come to use.
  public boolean alive() {
    return state != LifecycleState.REVOKED && state != LifecycleState.DELETED;
  }
}
