package simwright.lpa;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import simwright.device.CardSession;
import simwright.euicc.AuthorisationRule;
import simwright.euicc.CardCertificate;
import simwright.euicc.CardRequest;
import simwright.euicc.ConfiguredAddresses;
import simwright.euicc.EimConfiguration;
import simwright.euicc.EuiccInfo1;
import simwright.euicc.EuiccInfo2;
import simwright.euicc.GetCerts;
import simwright.euicc.GetConfiguredAddresses;
import simwright.euicc.GetEid;
import simwright.euicc.GetEimConfiguration;
import simwright.euicc.GetEuiccInfo1;
import simwright.euicc.GetEuiccInfo2;
import simwright.euicc.GetProfilesInfo;
import simwright.euicc.GetRat;
import simwright.euicc.ListNotification;
import simwright.euicc.NotificationMetadata;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.identity.Eid;
import simwright.rsp.ActivationCode;

/// What an eUICC says of itself at one moment: who it is, what it can do, its profiles, what it
/// still has to tell, how it was reached and what was tried before, and whether the device hides it
/// while no profile is enabled.
public record CardReading(
    Eid eid,
    EuiccInfo2 info,
    ConfiguredAddresses addresses,
    List<AuthorisationRule> rules,
    List<ProfileInfo> profiles,
    List<NotificationMetadata> notifications,
    String way,
    List<String> tried,
    boolean hidesEmptyCard,
    Optional<EuiccInfo1> first,
    Iot iot,
    Changes changes) {
  private static final Set<String> CARD_SAID = Set.of("sw", "es10", "euicc", "tlv");

  /// What a card of SGP.32 tells beside the rest: its eIMs and its certificates; empty on others.
  public record Iot(List<EimConfiguration> managers, List<CardCertificate> certificates) {
    /// Of a card that is none.
    public static final Iot NONE = new Iot(List.of(), List.of());
  }

  /// What is other than at the reading before, one sentence each; without `since` there is none.
  public record Changes(Optional<Instant> since, List<String> words) {
    /// Nothing to compare with.
    public static final Changes NONE = new Changes(Optional.empty(), List.of());
  }

  /// Reads all of it over one channel.
  public static CardReading of(CardSession card) {
    return new CardReading(
        card.ask(new GetEid()),
        card.ask(new GetEuiccInfo2()),
        card.ask(new GetConfiguredAddresses()),
        card.ask(new GetRat()),
        profiles(card),
        card.ask(new ListNotification(Optional.empty())),
        card.way(),
        card.tried(),
        card.hidden(),
        Optional.of(card.ask(new GetEuiccInfo1())),
        iot(card),
        Changes.NONE);
  }

  /// A card that knows no eIM refuses the first question and is not asked the second.
  private static Iot iot(CardSession card) {
    Optional<List<EimConfiguration>> managers = asked(card, new GetEimConfiguration());
    return managers
        .map(all -> new Iot(all, asked(card, new GetCerts()).orElse(List.of())))
        .orElse(Iot.NONE);
  }

  private static <R> Optional<R> asked(CardSession card, CardRequest<R> request) {
    try {
      return Optional.of(card.ask(request));
    } catch (Fault refused) {
      if (!CARD_SAID.contains(refused.code().layer())) {
        throw refused;
      }
      return Optional.empty();
    }
  }

  /// The same with what has changed.
  CardReading with(Changes other) {
    return new CardReading(
        eid,
        info,
        addresses,
        rules,
        profiles,
        notifications,
        way,
        tried,
        hidesEmptyCard,
        first,
        iot,
        other);
  }

  /// What a download takes where no code was given: the default server alone, which knows the card.
  public ActivationCode codeOfDefaultServer() {
    return ActivationCode.at(
        addresses
            .defaultSmdp()
            .orElseThrow(
                () -> new Fault(LpaCodes.NO_DEFAULT_SERVER, "downloading a profile", "the card")));
  }

  /// What may be done with its profiles.
  public Guards guards() {
    return new Guards(profiles, hidesEmptyCard);
  }

  /// The profiles alone, with everything a card tells of them.
  public static List<ProfileInfo> profiles(CardSession card) {
    return card.ask(new GetProfilesInfo(Optional.empty(), GetProfilesInfo.EVERYTHING));
  }
}
