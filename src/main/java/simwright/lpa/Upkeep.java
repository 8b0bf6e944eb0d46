package simwright.lpa;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.device.CardSession;
import simwright.euicc.DeleteProfile;
import simwright.euicc.GetConfiguredAddresses;
import simwright.euicc.ProfileId;
import simwright.euicc.ProfileInfo;
import simwright.euicc.ResultCode;
import simwright.euicc.SetDefaultDpAddress;
import simwright.euicc.SetNickname;
import simwright.fault.Fault;
import simwright.identity.Iccid;

/// Names and deletes profiles and sets the default server, each time proven by reading the card
/// again: a return code alone proves nothing (SGP.22 clauses 5.7.18 and 5.7.21).
public final class Upkeep {
  private static final int NOT_FOUND = 1;

  private final CardSession card;
  private final Flow flow;

  /// On the card of a device.
  public Upkeep(CardSession card, Flow flow) {
    this.card = card;
    this.flow = flow;
  }

  /// Deletes a profile that is not in use, after the last digits of its ICCID were typed. A card
  /// that does not find it by its ICCID is told its AID.
  public void delete(Iccid iccid) {
    Guards here = new Guards(CardReading.profiles(card), card.hidden());
    ProfileInfo profile = in(here.profiles(), iccid);
    here.delete(profile).check("deleting a profile", flow.device());
    LastDigits.typed(
        flow,
        "Delete a profile",
        "Lost for good: "
            + profile.name().orElse("a profile without a name")
            + ", "
            + profile.provider().orElse("operator not told")
            + ". Its activation code will not bring it back. Type the last four digits of its"
            + " ICCID.",
        iccid);
    flow.stage(Stage.ASKED, "begun", Map.of());
    ResultCode code = delete(new ProfileId.ByIccid(iccid));
    if (code.value() == NOT_FOUND && profile.aid().isPresent() && isThere(iccid)) {
      flow.stage(Stage.RETRY, "again", Map.of("code", code.code().toString(), "how", "by AID"));
      code = delete(new ProfileId.ByAid(profile.aid().get()));
    }
    boolean there = isThere(iccid);
    if (there && !code.done()) {
      throw refused(code, "ES10c.DeleteProfile", Stage.DELETE, iccid);
    }
    if (there) {
      throw new Fault(LpaCodes.NOT_SWITCHED, "deleting a profile", flow.device());
    }
    flow.stage(Stage.DELETE, code.done() ? "done" : "already", Map.of("iccid", iccid));
  }

  private ResultCode delete(ProfileId id) {
    return card.askConfirmed(new DeleteProfile(id));
  }

  private boolean isThere(Iccid iccid) {
    return find(CardReading.profiles(card), iccid).isPresent();
  }

  /// Names the server that is asked where no code names one, "" for none; tells which it was
  /// before, so that it can be put back (SGP.22 clause 5.7.4).
  public Optional<String> defaultServer(String address) {
    Optional<String> before = card.ask(new GetConfiguredAddresses()).defaultSmdp();
    ResultCode code = card.ask(new SetDefaultDpAddress(address));
    if (!code.done()) {
      throw code.fault("ES10a.SetDefaultDpAddress");
    }
    Optional<String> now = card.ask(new GetConfiguredAddresses()).defaultSmdp();
    if (!now.orElse("").equalsIgnoreCase(address)) {
      throw new Fault(LpaCodes.NOT_SWITCHED, "setting the default server", flow.device());
    }
    flow.stage(Stage.DEFAULT_SERVER, "done", Map.of("before", before.orElse(""), "now", address));
    return before;
  }

  /// Gives a profile another nickname.
  public ProfileInfo rename(Iccid iccid, String nickname) {
    ResultCode code = card.ask(new SetNickname(iccid, nickname));
    if (!code.done()) {
      throw refused(code, "ES10c.SetNickname", Stage.RENAME, iccid);
    }
    ProfileInfo now = in(CardReading.profiles(card), iccid);
    if (!now.nickname().orElse("").equals(nickname)) {
      throw new Fault(LpaCodes.NOT_SWITCHED, "naming a profile", flow.device());
    }
    flow.stage(Stage.RENAME, "done", Map.of("iccid", iccid));
    return now;
  }

  private ProfileInfo in(List<ProfileInfo> profiles, Iccid iccid) {
    return find(profiles, iccid)
        .orElseThrow(() -> new Fault(LpaCodes.NO_PROFILE, "looking for a profile", flow.device()));
  }

  private static Optional<ProfileInfo> find(List<ProfileInfo> profiles, Iccid iccid) {
    return profiles.stream()
        .filter(each -> each.iccid().filter(iccid::equals).isPresent())
        .findFirst();
  }

  private Fault refused(ResultCode code, String function, Stage what, Iccid iccid) {
    flow.stage(what, "refused", Map.of("iccid", iccid, "code", code.code().toString()));
    return code.fault(function);
  }
}
