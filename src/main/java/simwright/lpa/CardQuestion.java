package simwright.lpa;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import simwright.device.CardSession;
import simwright.euicc.GetEid;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.identity.Eid;
import simwright.identity.Iccid;

/// What a card can be asked for its own sake, one function at a time (SGP.22 clauses 5.7.3 to
/// 5.7.22): readings, and what it must refuse, which changes nothing on a card that is right.
public enum CardQuestion {
  /// ES10c.GetEID.
  EID,
  /// ES10b.GetEUICCInfo1.
  INFO1,
  /// ES10b.GetEUICCInfo2.
  INFO2,
  /// ES10b.GetEUICCChallenge: no two are the same.
  CHALLENGE,
  /// ES10a.GetEuiccConfiguredAddresses.
  ADDRESSES,
  /// ES10b.GetRAT.
  RULES,
  /// ES10c.GetProfilesInfo.
  PROFILES,
  /// The same of one profile, named by its ICCID.
  PROFILE,
  /// ES10b.ListNotification.
  NOTIFICATIONS,
  /// ES10b.RetrieveNotificationsList.
  SIGNED_NOTIFICATIONS,
  /// A profile by an ICCID that nobody has: a list without it is as good as a refusal.
  UNKNOWN_PROFILE,
  /// Other data than the EID of ES10c.GetEID.
  UNKNOWN_DATA,
  /// A function that the standard does not have.
  UNKNOWN_FUNCTION,
  /// ES10c.EnableProfile of a profile that is not there.
  ENABLE_UNKNOWN,
  /// ES10c.EnableProfile of the profile in use.
  ENABLE_ENABLED,
  /// ES10c.DisableProfile of a profile that is not there.
  DISABLE_UNKNOWN,
  /// ES10c.DisableProfile of a profile that is not in use.
  DISABLE_DISABLED,
  /// ES10c.DeleteProfile of a profile that is not there.
  DELETE_UNKNOWN,
  /// ES10c.DeleteProfile of a profile that must stay: it is in use, or its policy rule says so.
  DELETE_KEPT,
  /// ES10c.SetNickname of a profile that is not there.
  NICKNAME_UNKNOWN,
  /// ES10c.eUICCMemoryReset of test profiles, where there is none.
  RESET_NOTHING,
  /// ES10b.RetrieveNotificationsList by a number that the card never gave.
  UNKNOWN_NOTIFICATION,
  /// ES10b.RemoveNotificationFromList by such a number.
  REMOVE_UNKNOWN,
  /// ES10b.CancelSession where no session is open.
  CANCEL_NOTHING,
  /// ES10b.AuthenticateServer with a signature and a certificate of nobody.
  AUTHENTICATE_STRANGER,
  /// ES10b.PrepareDownload where no server was authenticated.
  PREPARE_NOTHING,
  /// ES10b.LoadBoundProfilePackage where no download was prepared.
  LOAD_NOTHING,
  /// ES10b.LoadCRL of what is no list.
  LOAD_NO_LIST;

  private static final Set<String> OF_THE_CARD = Set.of("sw", "es10", "euicc", "tlv");

  /// What the card answered, in words that name nobody; where it refused, its code.
  public record Answer(String words, Optional<FaultCode> refused) {}

  /// As it stands in plans: `enable-unknown`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The one of a key.
  public static Optional<CardQuestion> of(String key) {
    return List.of(values()).stream().filter(each -> each.key().equals(key)).findFirst();
  }

  /// Whether it is about a profile that has to be named.
  public boolean ofProfile() {
    return switch (this) {
      case PROFILE, ENABLE_ENABLED, DISABLE_DISABLED, DELETE_KEPT -> true;
      default -> false;
    };
  }

  /// What a card would do that does not refuse it, in words with the profile's place (`{profile}`);
  /// empty where it is only read.
  public Optional<String> wouldChange() {
    return switch (this) {
      case ENABLE_UNKNOWN -> Optional.of("enable a profile that is not there");
      case ENABLE_ENABLED -> Optional.of("enable the profile of {profile} once more");
      case DISABLE_UNKNOWN -> Optional.of("disable a profile that is not there");
      case DISABLE_DISABLED -> Optional.of("disable the profile of {profile} once more");
      case DELETE_UNKNOWN -> Optional.of("delete a profile that is not there");
      case DELETE_KEPT -> Optional.of("delete the profile of {profile}, which must stay");
      case NICKNAME_UNKNOWN -> Optional.of("name a profile that is not there");
      case RESET_NOTHING -> Optional.of("delete all test profiles, of which it has none");
      case REMOVE_UNKNOWN -> Optional.of("remove a notification that it never gave");
      case CANCEL_NOTHING -> Optional.of("end a session that is not open");
      case AUTHENTICATE_STRANGER -> Optional.of("believe a forged server");
      case PREPARE_NOTHING -> Optional.of("prepare a download without a server");
      case LOAD_NOTHING -> Optional.of("load a package that nobody ordered");
      case LOAD_NO_LIST -> Optional.of("take a revocation list that is none");
      case EID,
          INFO1,
          INFO2,
          CHALLENGE,
          ADDRESSES,
          RULES,
          PROFILES,
          PROFILE,
          NOTIFICATIONS,
          SIGNED_NOTIFICATIONS,
          UNKNOWN_PROFILE,
          UNKNOWN_DATA,
          UNKNOWN_FUNCTION,
          UNKNOWN_NOTIFICATION ->
          Optional.empty();
    };
  }

  /// Asks the card; its refusal is an answer, a broken line is not. The EID comes first, as a card
  /// that has said nothing yet and refuses is taken for one that is no eUICC.
  public Answer ask(CardSession card, Optional<Iccid> profile) {
    Eid there = card.ask(new GetEid());
    assert !there.value().isEmpty();
    try {
      return new Answer(new CardAsking(card, profile).answer(this), Optional.empty());
    } catch (Fault refused) {
      if (!OF_THE_CARD.contains(refused.code().layer())) {
        throw refused;
      }
      return new Answer("refused", Optional.of(refused.code()));
    }
  }
}
