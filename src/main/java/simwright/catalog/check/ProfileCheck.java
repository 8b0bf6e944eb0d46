package simwright.catalog.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.catalog.ApnSetting;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Coverage;
import simwright.catalog.Expiry;
import simwright.catalog.naming.NameCheck;
import simwright.catalog.provider.Operator;
import simwright.catalog.region.Country;
import simwright.identity.Iccid;
import simwright.identity.Identifier;
import simwright.identity.Imsi;
import simwright.identity.Plmn;

/// Checks profiles by the rules; a profile that is revoked or deleted is not looked at.
public final class ProfileCheck {
  private static final int SOON = 30;

  private final Rules rules;
  private final LocalDate today;
  private final List<Finding> found = new ArrayList<>();
  private final Set<String> told = new HashSet<>();

  private ProfileCheck(Rules rules, LocalDate today) {
    this.rules = rules;
    this.today = today;
  }

  /// All that is odd about these profiles, in their order.
  public static List<Finding> of(List<CatalogProfile> profiles, Rules rules, LocalDate today) {
    ProfileCheck check = new ProfileCheck(rules, today);
    Map<String, CatalogProfile> imsis = new HashMap<>();
    for (CatalogProfile each : profiles) {
      if (each.alive()) {
        check.one(each);
        check.twice(each, imsis);
      }
    }
    return List.copyOf(check.found);
  }

  private void one(CatalogProfile profile) {
    NameCheck name = rules.naming().check(profile);
    for (String wrong : name.wrong()) {
      found.add(new Finding(profile, "name", wrong, name.proposal()));
    }
    if (!profile.region().isEmpty() && !rules.regions().knows(profile.region())) {
      Optional<String> meant = rules.regions().meant(profile.region());
      say(profile, "region", "'" + profile.region() + "' is the code of no region", meant);
    }
    profile.iccid().ifPresent(iccid -> issuer(profile, iccid));
    profile.imsi().ifPresent(imsi -> subscriber(profile, imsi));
    profile.plmn().ifPresent(plmn -> network(profile, plmn));
    digits(profile, profile.iccid());
    digits(profile, profile.eid());
    if (profile.tariff().differs()) {
      say(
          profile,
          "tariff",
          "ordered was '"
              + profile.tariff().ordered()
              + "', found is '"
              + profile.tariff().found()
              + "'",
          Optional.empty());
    }
    profile.expiry().map(last -> new Expiry(profile, last, today)).ifPresent(this::term);
    rules.operators().named(profile.operator()).ifPresent(each -> contract(profile, each));
  }

  /// An operator's contract is told once, with the first of its profiles; a profile that outlives
  /// it is told by itself.
  private void contract(CatalogProfile profile, Operator operator) {
    Optional<String> warning = operator.contract().warning(today);
    if (warning.isPresent() && told.add(operator.name())) {
      say(profile, "contract", operator.name() + ": " + warning.get(), Optional.empty());
    }
    Optional<LocalDate> end = operator.contract().until();
    if (end.isPresent() && profile.expiry().filter(last -> last.isAfter(end.get())).isPresent()) {
      say(
          profile,
          "contract",
          "it outlives the contract with " + operator.name() + ", which ends on " + end.get(),
          Optional.empty());
    }
  }

  private void term(Expiry expiry) {
    if (expiry.daysLeft() <= SOON) {
      say(
          expiry.profile(),
          "expiry",
          expiry.daysLeft() < 0
              ? "it expired on " + expiry.last()
              : "it expires in " + expiry.daysLeft() + " days, on " + expiry.last(),
          Optional.empty());
    }
  }

  /// The issuer's country stands behind 89 in an ICCID (ITU-T E.118); an operator's own entry tells
  /// its beginnings exactly.
  private void issuer(CatalogProfile profile, Iccid iccid) {
    List<String> begins =
        rules.operators().named(profile.operator()).map(Operator::iccids).orElse(List.of());
    if (!begins.isEmpty()) {
      if (begins.stream().noneMatch(iccid.value()::startsWith)) {
        say(
            profile,
            "iccid",
            "it begins with none of " + profile.operator() + "'s numbers",
            Optional.empty());
      }
      return;
    }
    List<String> countries = home(profile);
    boolean fits =
        countries.isEmpty()
            || countries.stream()
                .map(code -> rules.regions().countries().get(code))
                .anyMatch(each -> each != null && iccid.value().startsWith("89" + each.calling()));
    if (!fits) {
      say(
          profile,
          "iccid",
          "its issuer is not of " + String.join(" or ", countries) + ", as its home network is",
          Optional.empty());
    }
  }

  private void subscriber(CatalogProfile profile, Imsi imsi) {
    List<String> begins =
        rules.operators().named(profile.operator()).map(Operator::imsis).orElse(List.of());
    if (!begins.isEmpty() && begins.stream().noneMatch(imsi.value()::startsWith)) {
      say(
          profile,
          "imsi",
          "it begins with none of " + profile.operator() + "'s numbers",
          Optional.empty());
    }
    profile
        .plmn()
        .filter(plmn -> !imsi.value().startsWith(plmn.mcc() + plmn.mnc()))
        .ifPresent(plmn ->
            say(
                profile,
                "imsi",
                "it does not begin with the home network " + plmn,
                Optional.empty()));
  }

  private void network(CatalogProfile profile, Plmn plmn) {
    List<String> names = rules.operators().names(plmn);
    String said = profile.operator();
    boolean known = rules.operators().named(said).isPresent();
    if (!said.isEmpty()
        && !names.isEmpty()
        && names.stream().noneMatch(each -> alike(each, said))
        && (!known
            || rules.operators().named(said).filter(o -> !o.networks().isEmpty()).isPresent())) {
      say(
          profile,
          "operator",
          plmn + " is sold as " + String.join(", ", names.subList(0, Math.min(3, names.size()))),
          Optional.of(names.getFirst()));
    }
    Set<String> countries = rules.regions().ofMcc(plmn.mcc());
    if (profile.coverage() == Coverage.LOCAL
        && !profile.region().isEmpty()
        && !countries.isEmpty()
        && countries.stream().noneMatch(each -> rules.regions().holds(profile.region(), each))) {
      say(
          profile,
          "region",
          "it is local to "
              + profile.region()
              + ", its home network is of "
              + String.join(" or ", countries),
          Optional.empty());
    }
    access(profile, plmn);
  }

  private void access(CatalogProfile profile, Plmn plmn) {
    List<String> published =
        rules.operators().named(profile.operator()).isPresent()
            ? rules.operators().apns(plmn)
            : List.of();
    for (ApnSetting each : profile.apns()) {
      boolean data = each.type() == ApnSetting.Type.DEFAULT;
      if (data
          && !published.isEmpty()
          && published.stream()
              .noneMatch(other -> new simwright.identity.Apn(other).matches(each.apn()))) {
        say(
            profile,
            "apn",
            "'" + each.apn() + "' is no access point of " + profile.operator(),
            Optional.of(published.getFirst()));
      }
    }
  }

  private List<String> home(CatalogProfile profile) {
    return profile.plmn().stream()
        .flatMap(plmn -> rules.regions().ofMcc(plmn.mcc()).stream())
        .map(code -> rules.regions().countries().get(code))
        .map(Country::code)
        .toList();
  }

  private static boolean alike(String one, String other) {
    String a = one.toLowerCase(java.util.Locale.ROOT);
    String b = other.toLowerCase(java.util.Locale.ROOT);
    return a.contains(b) || b.contains(a);
  }

  private void digits(CatalogProfile profile, Optional<? extends Identifier> identifier) {
    identifier
        .filter(each -> each.check() == Identifier.Check.WRONG)
        .ifPresent(each ->
            say(profile, "digits", each.kind() + ": its check digit is wrong", Optional.empty()));
  }

  private void twice(CatalogProfile profile, Map<String, CatalogProfile> imsis) {
    profile
        .imsi()
        .map(imsi -> imsis.putIfAbsent(imsi.value(), profile))
        .ifPresent(other ->
            say(profile, "duplicate", other.words() + " has the same IMSI", Optional.empty()));
  }

  private void say(CatalogProfile profile, String check, String words, Optional<String> fix) {
    found.add(new Finding(profile, check, words, fix));
  }
}
