package simwright.catalog.access;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import simwright.catalog.ApnSetting;
import simwright.catalog.CatalogProfile;
import simwright.catalog.provider.Operator;
import simwright.catalog.provider.Operators;
import simwright.catalog.provider.Provider;
import simwright.identity.Apn;
import simwright.identity.Iccid;
import simwright.identity.Imsi;
import simwright.identity.Plmn;

/// Finds the rule for a profile: its own access points come first, then those of its operator's own
/// entry, where a variation that fits comes before the entry itself, then those that the directory
/// has for its home network.
public final class ApnRules {
  private final Operators operators;

  /// By these operators.
  public ApnRules(Operators operators) {
    this.operators = operators;
  }

  /// The profile in use, as far as it is known: its entry in the catalog, its ICCID and its IMSI.
  public record Subject(
      Optional<CatalogProfile> profile, Optional<Iccid> iccid, Optional<Imsi> imsi) {}

  /// The rule; empty where nobody says anything about its access points.
  public Optional<ApnRule> of(Subject subject) {
    return own(subject)
        .or(() -> operator(subject).flatMap(each -> entry(each, subject)))
        .or(() -> directory(subject));
  }

  /// The operator's own entry: the one of its name, else the one whose numbers it has, else the
  /// first of its home network.
  public Optional<Operator> operator(Subject subject) {
    return subject
        .profile()
        .flatMap(each -> operators.named(each.operator()))
        .or(() -> operators.own().stream().filter(each -> numbered(each, subject)).findFirst())
        .or(() ->
            operators.own().stream()
                .filter(each -> each.iccids().isEmpty() && each.imsis().isEmpty())
                .filter(each -> home(subject).anyMatch(each.networks()::contains))
                .findFirst());
  }

  private static Optional<ApnRule> own(Subject subject) {
    return subject
        .profile()
        .filter(each -> !each.apns().isEmpty())
        .map(each -> new ApnRule(ApnRule.Source.PROFILE, each.words(), each.apns()));
  }

  private static boolean numbered(Operator each, Subject subject) {
    return begins(each.iccids(), subject.iccid().map(Iccid::value))
        || begins(each.imsis(), subject.imsi().map(Imsi::value));
  }

  private static boolean begins(List<String> beginnings, Optional<String> number) {
    return number.filter(value -> beginnings.stream().anyMatch(value::startsWith)).isPresent();
  }

  private static Optional<ApnRule> entry(Operator operator, Subject subject) {
    return operator.variations().stream()
        .filter(each -> fits(each, subject))
        .findFirst()
        .map(each ->
            new ApnRule(
                ApnRule.Source.VARIATION, operator.name() + ", " + each.name(), each.apns()))
        .or(() ->
            operator.apns().isEmpty()
                ? Optional.empty()
                : Optional.of(
                    new ApnRule(ApnRule.Source.OPERATOR, operator.name(), operator.apns())));
  }

  /// Of what a variation says whom it is for, all must hold.
  private static boolean fits(Operator.Variation variation, Subject subject) {
    boolean tariff =
        subject
            .profile()
            .map(CatalogProfile::tariff)
            .filter(each ->
                variation.tariffs().stream()
                    .anyMatch(one ->
                        one.equalsIgnoreCase(
                            each.found().isEmpty() ? each.ordered() : each.found())))
            .isPresent();
    return (variation.tariffs().isEmpty() || tariff)
        && (variation.iccids().isEmpty()
            || begins(variation.iccids(), subject.iccid().map(Iccid::value)))
        && (variation.imsis().isEmpty()
            || begins(variation.imsis(), subject.imsi().map(Imsi::value)));
  }

  private Optional<ApnRule> directory(Subject subject) {
    return home(subject)
        .map(this::published)
        .filter(each -> !each.settings().isEmpty())
        .findFirst();
  }

  private ApnRule published(Plmn plmn) {
    List<ApnSetting> settings =
        operators.published(plmn).stream()
            .flatMap(each -> each.access().stream())
            .filter(each -> each.use().isEmpty() || each.use().contains("internet"))
            .map(Provider.Access::apn)
            .filter(ApnSetting::named)
            .distinct()
            .map(each ->
                new ApnSetting(
                    new Apn(each),
                    ApnSetting.Type.DEFAULT,
                    ApnSetting.Family.IPV4V6,
                    ApnSetting.SignIn.NONE,
                    ""))
            .toList();
    return new ApnRule(ApnRule.Source.DIRECTORY, plmn.toString(), settings);
  }

  /// The home network: the catalog's word, else the beginning of the IMSI, whose network code has
  /// two or three digits.
  private static Stream<Plmn> home(Subject subject) {
    Optional<Plmn> told = subject.profile().flatMap(CatalogProfile::plmn);
    return told.isPresent()
        ? told.stream()
        : subject.imsi().stream()
            .map(Imsi::value)
            .filter(each -> each.length() >= 6)
            .flatMap(each ->
                Stream.of(Plmn.parse(each.substring(0, 5)), Plmn.parse(each.substring(0, 6))));
  }
}
