package simwright.lpa;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import simwright.device.CardSession;
import simwright.euicc.CardRequest;
import simwright.euicc.DeleteProfile;
import simwright.euicc.DisableProfile;
import simwright.euicc.EnableProfile;
import simwright.euicc.ProfileId;
import simwright.euicc.ProfileInfo;
import simwright.euicc.ResultCode;
import simwright.euicc.SetNickname;
import simwright.fault.Fault;
import simwright.identity.Iccid;
import simwright.time.Time;

/// Changes of the profiles on a card, each proven by reading the card again: a return code alone
/// proves nothing (SGP.22 clauses 3.2, 5.7.16 to 5.7.21).
public final class Switching {
  private static final Duration SETTLING = Duration.ofSeconds(40);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final CardSession card;
  private final Flow flow;
  private final Time time;

  /// On the card of a device.
  public Switching(CardSession card, Flow flow, Time time) {
    this.card = card;
    this.flow = flow;
    this.time = time;
  }

  /// Enables a profile; the one in use before is disabled. Enabling what is enabled is done.
  public ProfileInfo enable(Iccid iccid) {
    ProfileInfo found = found(iccid);
    if (!found.enabled()) {
      Optional<Iccid> before = inUse();
      change(new EnableProfile(new ProfileId.ByIccid(iccid), true), "enable", iccid);
      settled(iccid, true);
      flow.stage("enable", "done", with(iccid, before));
    }
    return found(iccid);
  }

  /// Disables the profile in use.
  public ProfileInfo disable(Iccid iccid) {
    ProfileInfo found = found(iccid);
    if (found.enabled()) {
      change(new DisableProfile(new ProfileId.ByIccid(iccid), true), "disable", iccid);
      settled(iccid, false);
      flow.stage("disable", "done", with(iccid, Optional.of(iccid)));
    }
    return found(iccid);
  }

  /// Deletes a profile that is not in use; the caller has asked for the typed confirmation.
  public void delete(Iccid iccid) {
    ProfileInfo unused = found(iccid);
    change(new DeleteProfile(new ProfileId.ByIccid(iccid)), "delete", iccid);
    if (find(iccid).isPresent()) {
      throw new Fault(LpaCodes.NOT_SWITCHED, "deleting a profile", flow.device());
    }
    flow.stage("delete", "done", with(iccid, Optional.empty()));
  }

  /// Gives a profile another nickname.
  public ProfileInfo rename(Iccid iccid, String nickname) {
    change(new SetNickname(iccid, nickname), "rename", iccid);
    flow.stage("rename", "done", with(iccid, Optional.empty()));
    return found(iccid);
  }

  /// The profile of an ICCID.
  public ProfileInfo found(Iccid iccid) {
    return find(iccid)
        .orElseThrow(() -> new Fault(LpaCodes.NO_PROFILE, "looking for a profile", flow.device()));
  }

  private Optional<ProfileInfo> find(Iccid iccid) {
    return CardReading.profiles(card).stream()
        .filter(each -> each.iccid().filter(iccid::equals).isPresent())
        .findFirst();
  }

  private Optional<Iccid> inUse() {
    return CardReading.profiles(card).stream()
        .filter(ProfileInfo::enabled)
        .findFirst()
        .flatMap(ProfileInfo::iccid);
  }

  private void change(CardRequest<ResultCode> request, String what, Iccid iccid) {
    ResultCode code = card.ask(request);
    if (!code.done()) {
      Map<String, Object> with = new java.util.LinkedHashMap<>(with(iccid, Optional.empty()));
      with.put("code", code.code().toString());
      flow.stage(what, "refused", with);
      throw code.fault(request.function());
    }
  }

  /// The card resets and the modem reads it anew: the channel is opened again until the card shows
  /// the change.
  private void settled(Iccid iccid, boolean enabled) {
    var deadline = time.deadline(SETTLING);
    Fault last = new Fault(LpaCodes.NOT_SWITCHED, "reading the card again", flow.device());
    while (!deadline.passed()) {
      time.sleep(PAUSE);
      try {
        card.reopen();
        if (found(iccid).enabled() == enabled) {
          return;
        }
      } catch (Fault notYet) {
        last = notYet;
      }
    }
    throw last;
  }

  private static Map<String, Object> with(Iccid iccid, Optional<Iccid> before) {
    return before.isPresent()
        ? Map.of("iccid", iccid, "before", before.get())
        : Map.of("iccid", iccid);
  }
}
