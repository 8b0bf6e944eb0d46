package simwright.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import simwright.identity.Apn;

/// An access point that belongs to a profile: its name, what for, the address family, how one signs
/// in and as whom. A password is never kept here.
public record ApnSetting(Apn apn, Type type, Family family, SignIn signIn, String user) {
  private static final int PARTS = 5;

  /// What an access point is for.
  public enum Type {
    /// Data in general.
    DEFAULT,
    /// Voice over LTE and its messages.
    IMS,
    /// Picture messages.
    MMS;

    /// As files spell it.
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The addresses it gives (3GPP TS 27.007, PDP_type).
  public enum Family {
    /// IPv4 alone.
    IPV4,
    /// IPv6 alone.
    IPV6,
    /// Both.
    IPV4V6;

    /// As files spell it.
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How one signs in (3GPP TS 27.007, +CGAUTH).
  public enum SignIn {
    /// Not at all.
    NONE,
    /// By PAP.
    PAP,
    /// By CHAP.
    CHAP;

    /// As files spell it.
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public ApnSetting {
    if (!named(apn.value())) {
      throw new IllegalArgumentException(
          "an access point name is letters, digits, dots and dashes, not '" + apn.value() + "'");
    }
  }

  /// Whether it can be the name of an access point.
  public static boolean named(String text) {
    return text.matches("[A-Za-z0-9.-]{1,100}");
  }

  /// Who signs in stands nowhere.
  @Override
  public String toString() {
    return apn + " (" + type.key() + ", " + family.key() + ", " + signIn.key() + ")";
  }

  /// One on a line: `internet|default|ipv4v6|pap|user`, of which what is usual may be left out at
  /// the end.
  public String text() {
    List<String> parts = List.of(apn.value(), type.key(), family.key(), signIn.key(), user);
    int last = user.isEmpty() ? signIn == SignIn.NONE ? 3 : 4 : PARTS;
    return String.join("|", parts.subList(0, last));
  }

  /// Several, with semicolons between.
  public static String text(List<ApnSetting> settings) {
    return settings.stream().map(ApnSetting::text).collect(Collectors.joining("; "));
  }

  /// Reads what `text` wrote.
  public static List<ApnSetting> read(String text) {
    return Stream.of(text.split(";", -1))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .map(ApnSetting::one)
        .toList();
  }

  private static ApnSetting one(String text) {
    String[] said = text.split("\\|", -1);
    if (said.length > PARTS) {
      throw new IllegalArgumentException(
          "'" + said[0] + "' has more than name|type|family|sign-in|user");
    }
    String[] parts = Arrays.copyOf(said, PARTS);
    return of(parts[0], said(parts[1]), said(parts[2]), said(parts[3]), said(parts[4]));
  }

  private static String said(String part) {
    return part == null ? "" : part;
  }

  /// The setting of these words; "" stands for what is usual.
  static ApnSetting of(String apn, String type, String family, String signIn, String user) {
    return new ApnSetting(
        new Apn(apn.strip()),
        Keyed.one(Type.values(), Type::key, "type", type, Type.DEFAULT),
        Keyed.one(Family.values(), Family::key, "family", family, Family.IPV4V6),
        Keyed.one(SignIn.values(), SignIn::key, "sign-in", signIn, SignIn.NONE),
        user.strip());
  }
}
