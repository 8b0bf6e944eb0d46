package simwright.euicc;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import simwright.identity.Iccid;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// One request of every function of the card.
final class Functions {
  private static final Tlv SOME = Tlv.of(Tag.of(0x30), Octets.NONE);
  private static final ProfileId PROFILE = new ProfileId.ByIccid(new Iccid("8988211000009000012"));

  private Functions() {}

  static List<CardRequest<?>> all() {
    return List.of(
        new AuthenticateServer(
            SOME,
            SOME,
            SOME,
            SOME,
            new AuthenticateServer.Context("", DeviceInfo.of(Optional.empty()))),
        new CancelSession(Octets.of(1), CancelSession.Reason.TIMEOUT),
        new DeleteProfile(PROFILE),
        new DisableProfile(PROFILE, true),
        new EnableProfile(PROFILE, true),
        new GetCerts(),
        new GetConfiguredAddresses(),
        new GetEid(),
        new GetEimConfiguration(),
        new GetEuiccChallenge(),
        new GetEuiccInfo1(),
        new GetEuiccInfo2(),
        GetProfilesInfo.all(),
        new GetRat(),
        new ListNotification(Optional.empty()),
        new LoadCrl(SOME),
        new MemoryReset(Set.of(MemoryReset.What.FIELD_LOADED_TEST_PROFILES)),
        new PrepareDownload(SOME, SOME, Optional.empty(), SOME),
        new RemoveNotification(1),
        new RetrieveNotifications(Optional.empty(), Optional.empty()),
        new SetDefaultDpAddress("smdp.example.com"),
        new SetNickname(new Iccid("8988211000009000012"), "Bench"));
  }
}
