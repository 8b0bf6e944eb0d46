package simwright.lpa;

import java.util.List;
import java.util.Optional;
import simwright.device.CardSession;
import simwright.euicc.AuthenticateServer;
import simwright.euicc.Authenticated;
import simwright.euicc.CancelSession;
import simwright.euicc.CardRequest;
import simwright.euicc.DeleteProfile;
import simwright.euicc.DeviceInfo;
import simwright.euicc.DisableProfile;
import simwright.euicc.EnableProfile;
import simwright.euicc.GetConfiguredAddresses;
import simwright.euicc.GetEid;
import simwright.euicc.GetEuiccChallenge;
import simwright.euicc.GetEuiccInfo1;
import simwright.euicc.GetEuiccInfo2;
import simwright.euicc.GetProfilesInfo;
import simwright.euicc.GetRat;
import simwright.euicc.ListNotification;
import simwright.euicc.LoadCrl;
import simwright.euicc.MemoryReset;
import simwright.euicc.PrepareDownload;
import simwright.euicc.ProfileId;
import simwright.euicc.RemoveNotification;
import simwright.euicc.ResultCode;
import simwright.euicc.RetrieveNotifications;
import simwright.euicc.SetNickname;
import simwright.fault.Fault;
import simwright.identity.Iccid;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// Asks one card one function; its refusal is thrown as the fault that it is.
record CardAsking(CardSession card, Optional<Iccid> profile) {
  private static final Iccid NOBODY = new Iccid("8900000000000000004");
  private static final int NEVER = 65_000;
  private static final Tag SEQUENCE = Tag.of(0x30);
  private static final Tag TRANSACTION = Tag.of(0x80);
  private static final Octets NO_TRANSACTION = Octets.of(1, 2, 3, 4, 5, 6, 7, 8);
  private static final Tlv EMPTY = Tlv.of(SEQUENCE, List.of());
  private static final Tlv FORGED = Tlv.of(Tag.of(0x5f37), Octets.of(new byte[64]));

  /// A function by its bytes alone.
  private record Raw(String function, Tlv request) implements CardRequest<Tlv> {
    @Override
    public Tlv answer(Tlv answer) {
      return answer;
    }
  }

  String answer(CardQuestion question) {
    return switch (question) {
      case EID -> "check digits " + card.ask(new GetEid()).check();
      case INFO1 -> card.ask(new GetEuiccInfo1()).rootsForVerification().size() + " roots";
      case INFO2 -> "version " + card.ask(new GetEuiccInfo2()).svn();
      case CHALLENGE -> challenges();
      case ADDRESSES ->
          "default server " + card.ask(new GetConfiguredAddresses()).defaultSmdp().orElse("none");
      case RULES -> card.ask(new GetRat()).size() + " rules in the table";
      case PROFILES -> CardReading.profiles(card).size() + " profiles";
      case PROFILE -> listed(named());
      case NOTIFICATIONS ->
          card.ask(new ListNotification(Optional.empty())).size() + " notifications";
      case SIGNED_NOTIFICATIONS ->
          card.ask(new RetrieveNotifications(Optional.empty(), Optional.empty())).size()
              + " signed notifications";
      default -> refusal(question);
    };
  }

  private String refusal(CardQuestion question) {
    return switch (question) {
      case UNKNOWN_PROFILE -> listed(NOBODY);
      case UNKNOWN_DATA ->
          raw("ES10c.GetEID", Tlv.of(Tag.of(0xbf3e), Tlv.of(Tag.of(0x5c), Octets.of(0x5f, 0x50))));
      case UNKNOWN_FUNCTION -> raw("an unknown function", Tlv.of(Tag.of(0xbf7d), List.of()));
      case ENABLE_UNKNOWN -> done(card.ask(new EnableProfile(by(NOBODY), true)));
      case ENABLE_ENABLED -> done(card.ask(new EnableProfile(by(named()), true)));
      case DISABLE_UNKNOWN -> done(card.ask(new DisableProfile(by(NOBODY), true)));
      case DISABLE_DISABLED -> done(card.ask(new DisableProfile(by(named()), true)));
      case DELETE_UNKNOWN -> done(card.askConfirmed(new DeleteProfile(by(NOBODY))));
      case DELETE_KEPT -> deleteKept();
      case NICKNAME_UNKNOWN -> done(card.ask(new SetNickname(NOBODY, "nobody")));
      case RESET_NOTHING -> resetNothing();
      case UNKNOWN_NOTIFICATION -> neverGiven();
      case REMOVE_UNKNOWN -> done(card.ask(new RemoveNotification(NEVER)));
      default -> session(question);
    };
  }

  /// What needs a session, where there is none.
  private String session(CardQuestion question) {
    return switch (question) {
      case CANCEL_NOTHING ->
          card.ask(new CancelSession(NO_TRANSACTION, CancelSession.Reason.TIMEOUT))
              .refused()
              .map(CardAsking::done)
              .orElse("it ended a session that was none");
      case AUTHENTICATE_STRANGER -> stranger();
      case PREPARE_NOTHING ->
          accepted(
              card.ask(
                  new PrepareDownload(
                      Tlv.of(SEQUENCE, Tlv.of(TRANSACTION, NO_TRANSACTION)),
                      FORGED,
                      Optional.empty(),
                      EMPTY)));
      case LOAD_NOTHING ->
          raw(
              "ES10b.LoadBoundProfilePackage",
              Tlv.of(Tag.of(0xbf36), Tlv.of(Tag.of(0xbf23), List.of())));
      default -> done(card.ask(new LoadCrl(EMPTY)));
    };
  }

  private Iccid named() {
    return profile.orElseThrow(() -> new Fault(LpaCodes.NO_PROFILE, "asking the card", "the card"));
  }

  private static ProfileId by(Iccid iccid) {
    return new ProfileId.ByIccid(iccid);
  }

  private static String done(ResultCode code) {
    if (!code.done()) {
      throw code.fault("asking the card");
    }
    return "it did it";
  }

  private String raw(String function, Tlv request) {
    return "it answers with " + card.ask(new Raw(function, request)).raw().length() + " bytes";
  }

  private String challenges() {
    Octets first = card.ask(new GetEuiccChallenge());
    Octets second = card.ask(new GetEuiccChallenge());
    if (first.equals(second) || first.length() != 16) {
      throw new ResultCode("get-challenge", 127).fault("comparing two challenges");
    }
    return "two challenges of 16 bytes, which differ";
  }

  private String listed(Iccid iccid) {
    int found =
        card.ask(new GetProfilesInfo(Optional.of(by(iccid)), GetProfilesInfo.EVERYTHING)).size();
    if (found == 0) {
      throw new ResultCode("get-profiles-info", 1).fault("looking for a profile");
    }
    return found + " profile of that ICCID";
  }

  /// Nothing is asked for that a card which is right would do.
  private String deleteKept() {
    boolean kept =
        CardReading.profiles(card).stream()
            .filter(each -> each.iccid().equals(Optional.of(named())))
            .anyMatch(each -> each.enabled() || each.rules().mayNotDelete());
    if (!kept) {
      throw new Fault(LpaCodes.UNCONFIRMED, "asking for a deletion", "the card");
    }
    return done(card.askConfirmed(new DeleteProfile(by(named()))));
  }

  private String resetNothing() {
    if (CardReading.profiles(card).stream().anyMatch(Guards::test)) {
      throw new Fault(LpaCodes.UNCONFIRMED, "asking for a memory reset", "the card");
    }
    return done(
        card.askConfirmed(
            new MemoryReset(java.util.Set.of(MemoryReset.What.FIELD_LOADED_TEST_PROFILES))));
  }

  private String neverGiven() {
    int found = card.ask(RetrieveNotifications.one(NEVER)).size();
    if (found == 0) {
      throw new ResultCode("retrieve-notifications", 1).fault("fetching a notification");
    }
    return found + " notification of a number that was never given";
  }

  /// A fresh challenge, so that it is the server that is refused.
  private String stranger() {
    Octets challenge = card.ask(new GetEuiccChallenge());
    Tlv signed =
        Tlv.of(
            SEQUENCE,
            Tlv.of(TRANSACTION, NO_TRANSACTION),
            Tlv.of(Tag.of(0x81), challenge),
            Tlv.of(Tag.of(0x83), Octets.of('x')),
            Tlv.of(Tag.of(0x84), challenge));
    Octets root = card.ask(new GetEuiccInfo1()).rootsForVerification().getFirst();
    return accepted(
        card.ask(
            new AuthenticateServer(
                signed,
                FORGED,
                Tlv.of(Tag.of(0x04), root),
                EMPTY,
                new AuthenticateServer.Context("", DeviceInfo.of(Optional.empty())))));
  }

  private static String accepted(Authenticated answer) {
    return switch (answer) {
      case Authenticated.Refused refused -> done(refused.code());
      case Authenticated.Accepted _ -> "it believes a server that is none";
    };
  }
}
