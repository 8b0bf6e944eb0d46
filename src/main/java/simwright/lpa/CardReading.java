package simwright.lpa;

import java.util.List;
import java.util.Optional;
import simwright.device.CardSession;
import simwright.euicc.AuthorisationRule;
import simwright.euicc.ConfiguredAddresses;
import simwright.euicc.EuiccInfo2;
import simwright.euicc.GetConfiguredAddresses;
import simwright.euicc.GetEid;
import simwright.euicc.GetEuiccInfo2;
import simwright.euicc.GetProfilesInfo;
import simwright.euicc.GetRat;
import simwright.euicc.ListNotification;
import simwright.euicc.NotificationMetadata;
import simwright.euicc.ProfileInfo;
import simwright.identity.Eid;

/// What an eUICC says of itself at one moment: who it is, what it can do, its profiles, what it
/// still has to tell, how it was reached, and whether the device hides it while no profile is
/// enabled.
public record CardReading(
    Eid eid,
    EuiccInfo2 info,
    ConfiguredAddresses addresses,
    List<AuthorisationRule> rules,
    List<ProfileInfo> profiles,
    List<NotificationMetadata> notifications,
    String way,
    boolean hidesEmptyCard) {
  /// Of a device that reaches its card always.
  public CardReading(
      Eid eid,
      EuiccInfo2 info,
      ConfiguredAddresses addresses,
      List<AuthorisationRule> rules,
      List<ProfileInfo> profiles,
      List<NotificationMetadata> notifications,
      String way) {
    this(eid, info, addresses, rules, profiles, notifications, way, false);
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
        card.hidden());
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
