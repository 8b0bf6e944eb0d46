package simwright.lpa;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import simwright.ask.Question;
import simwright.device.CardSession;
import simwright.euicc.CardRequest;
import simwright.euicc.DeleteProfile;
import simwright.euicc.DisableProfile;
import simwright.euicc.EnableProfile;
import simwright.euicc.GetEid;
import simwright.euicc.MemoryReset;
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
  private static final Duration PERSON = Duration.ofMinutes(2);
  private static final int LAST_DIGITS = 4;

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
    Guards here = guards();
    ProfileInfo found = in(here.profiles(), iccid);
    if (!found.enabled()) {
      here.enable(found).check("enabling a profile", flow.device());
      Optional<Iccid> before = inUse(here.profiles());
      change(new EnableProfile(new ProfileId.ByIccid(iccid), true), "enable", iccid);
      settled(iccid, true);
      flow.stage("enable", "done", with(iccid, before));
    }
    return found(iccid);
  }

  /// Disables the profile in use.
  public ProfileInfo disable(Iccid iccid) {
    Guards here = guards();
    ProfileInfo found = in(here.profiles(), iccid);
    if (found.enabled()) {
      here.disable(found).check("disabling a profile", flow.device());
      change(new DisableProfile(new ProfileId.ByIccid(iccid), true), "disable", iccid);
      settled(iccid, false);
      flow.stage("disable", "done", with(iccid, Optional.of(iccid)));
    }
    return found(iccid);
  }

  /// Deletes a profile that is not in use, after the last digits of its ICCID were typed.
  public void delete(Iccid iccid) {
    Guards here = guards();
    ProfileInfo profile = in(here.profiles(), iccid);
    here.delete(profile).check("deleting a profile", flow.device());
    typed(
        "Delete a profile",
        "Lost for good: "
            + profile.name().orElse("a profile without a name")
            + ", "
            + profile.provider().orElse("operator not told")
            + ". Its activation code will not bring it back. Type the last four digits of its"
            + " ICCID.",
        iccid.value());
    done(
        card.askConfirmed(new DeleteProfile(new ProfileId.ByIccid(iccid))),
        "ES10c.DeleteProfile",
        "delete",
        iccid);
    if (find(CardReading.profiles(card), iccid).isPresent()) {
      throw new Fault(LpaCodes.NOT_SWITCHED, "deleting a profile", flow.device());
    }
    flow.stage("delete", "done", with(iccid, Optional.empty()));
  }

  /// Takes everything of these kinds off the card, after the last digits of its EID were typed.
  public void reset(Set<MemoryReset.What> what) {
    List<ProfileInfo> before = CardReading.profiles(card);
    String lost =
        before.stream()
            .map(each -> each.name().orElse("a profile without a name"))
            .collect(Collectors.joining(", "));
    typed(
        "Reset the memory of the card",
        "Lost for good: "
            + (lost.isEmpty() ? "no profile" : lost)
            + ". Type the last four digits of the card's EID.",
        card.ask(new GetEid()).value());
    ResultCode code = card.askConfirmed(new MemoryReset(what));
    if (!code.done()) {
      throw code.fault("ES10c.eUICCMemoryReset");
    }
    card.reopen();
    flow.stage(
        "memory-reset",
        "done",
        Map.of("before", before.size(), "after", CardReading.profiles(card).size()));
  }

  private void typed(String title, String text, String identifier) {
    String digits = identifier.substring(identifier.length() - LAST_DIGITS);
    boolean typed =
        flow.attendant()
            .ask(new Question.TypedConfirmation(title, text, digits, PERSON))
            .orElse(false);
    if (!typed) {
      throw new Fault(LpaCodes.UNCONFIRMED, title.toLowerCase(Locale.ROOT), flow.device());
    }
  }

  /// Gives a profile another nickname.
  public ProfileInfo rename(Iccid iccid, String nickname) {
    change(new SetNickname(iccid, nickname), "rename", iccid);
    flow.stage("rename", "done", with(iccid, Optional.empty()));
    return found(iccid);
  }

  /// The profile of an ICCID.
  public ProfileInfo found(Iccid iccid) {
    return in(CardReading.profiles(card), iccid);
  }

  /// The profile in use.
  public Optional<Iccid> inUse() {
    return inUse(CardReading.profiles(card));
  }

  /// What may be done with the profiles, as they are now.
  private Guards guards() {
    return new Guards(CardReading.profiles(card), card.hidden());
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

  private static Optional<Iccid> inUse(List<ProfileInfo> profiles) {
    return profiles.stream().filter(ProfileInfo::enabled).findFirst().flatMap(ProfileInfo::iccid);
  }

  private void change(CardRequest<ResultCode> request, String what, Iccid iccid) {
    done(card.ask(request), request.function(), what, iccid);
  }

  private void done(ResultCode code, String function, String what, Iccid iccid) {
    if (!code.done()) {
      Map<String, Object> with = new LinkedHashMap<>(with(iccid, Optional.empty()));
      with.put("code", code.code().toString());
      flow.stage(what, "refused", with);
      throw code.fault(function);
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
