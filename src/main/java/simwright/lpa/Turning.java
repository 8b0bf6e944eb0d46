package simwright.lpa;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import simwright.ask.Cancel;
import simwright.device.CardSession;
import simwright.device.Device;
import simwright.euicc.CardRequest;
import simwright.euicc.DisableProfile;
import simwright.euicc.EnableProfile;
import simwright.euicc.ProfileId;
import simwright.euicc.ProfileInfo;
import simwright.euicc.ResultCode;
import simwright.fault.Fault;
import simwright.identity.Iccid;
import simwright.time.Time;

/// One change of the profile in use, from asking the card to the card showing it. Once the card was
/// asked, what breaks decides nothing: the card is read (SGP.22 clauses 5.7.16 and 5.7.17).
final class Turning {
  /// The profile is enabled, or disabled, already.
  private static final int ALREADY = 2;

  private final Device device;
  private final Flow flow;
  private final Settling settling;
  private final Demand demand;
  private final Iccid iccid;
  private final boolean on;
  private Optional<ProfileInfo> found = Optional.empty();
  private Optional<Iccid> former = Optional.empty();
  private Optional<Fault> broken = Optional.empty();
  private boolean needless;
  private boolean moving;

  Turning(Device device, Flow flow, Time time, Iccid iccid, boolean on) {
    this.device = device;
    this.flow = flow;
    this.settling = new Settling(device, flow, time);
    this.demand = new Demand(flow, settling, time);
    this.iccid = iccid;
    this.on = on;
  }

  /// What it came to: the profile as the card shows it now, the one that was in use before, and
  /// whether anything had to be changed.
  record Turned(ProfileInfo profile, Optional<Iccid> former, boolean changed) {}

  /// Whether the card was asked, and did not say that it would not do it.
  boolean moving() {
    return moving;
  }

  /// The profile that was in use before, as far as the card was read.
  Optional<Iccid> former() {
    return former;
  }

  /// Carries it out; `agreed` is asked before the card is.
  Turned run(Consumer<ProfileInfo> agreed) {
    look(agreed);
    if (needless) {
      stage("already", Map.of());
      return new Turned(found.orElseThrow(), former, false);
    }
    boolean aid = found.flatMap(ProfileInfo::aid).isPresent();
    Demand.Said said = demand.put(aid, true, this::asked);
    boolean already = broken.isEmpty() && said.code().value() == ALREADY;
    if (broken.isEmpty() && !said.code().done() && !already) {
      stage("refused", Map.of("code", said.code().code().toString()));
      throw said.code().fault(on ? "ES10c.EnableProfile" : "ES10c.DisableProfile");
    }
    ProfileInfo now = settled(said.form().refresh());
    stage(already ? "already" : "done", Map.of());
    return new Turned(now, former, !already);
  }

  private void look(Consumer<ProfileInfo> agreed) {
    List<ProfileInfo> profiles =
        device.card(
            flow.cancel(),
            card -> {
              Guards here = new Guards(CardReading.profiles(card), card.hidden());
              ProfileInfo profile = of(here.profiles());
              Guards.Guard guard = on ? here.enable(profile) : here.disable(profile);
              guard.check(on ? "enabling a profile" : "disabling a profile", flow.device());
              return here.profiles();
            });
    ProfileInfo profile = of(profiles);
    found = Optional.of(profile);
    former = profiles.stream().filter(ProfileInfo::enabled).findFirst().flatMap(ProfileInfo::iccid);
    needless = profile.enabled() == on;
    if (!needless) {
      agreed.accept(profile);
    }
  }

  private ProfileInfo of(List<ProfileInfo> profiles) {
    return find(profiles)
        .orElseThrow(() -> new Fault(LpaCodes.NO_PROFILE, "looking for a profile", flow.device()));
  }

  private Optional<ProfileInfo> find(List<ProfileInfo> profiles) {
    return profiles.stream()
        .filter(each -> each.iccid().filter(iccid::equals).isPresent())
        .findFirst();
  }

  /// The answer may be lost with the channel, and a modem may refuse what the card has done: both
  /// are left to the card.
  private ResultCode asked(Demand.Form form) {
    settling.reachable();
    moving = false;
    try {
      ResultCode code = device.card(flow.cancel(), card -> answer(card, form));
      moving = code.done();
      return code;
    } catch (Fault fault) {
      if (!moving || fault.code().equals(Cancel.CANCELLED)) {
        throw fault;
      }
      broken = Optional.of(fault);
      return new ResultCode(on ? "enable-profile" : "disable-profile", 0);
    }
  }

  private ResultCode answer(CardSession card, Demand.Form form) {
    ProfileId id =
        found
            .flatMap(ProfileInfo::aid)
            .filter(unused -> form.byAid())
            .<ProfileId>map(ProfileId.ByAid::new)
            .orElseGet(() -> new ProfileId.ByIccid(iccid));
    CardRequest<ResultCode> request =
        on ? new EnableProfile(id, form.refresh()) : new DisableProfile(id, form.refresh());
    moving = true;
    return card.ask(request);
  }

  private ProfileInfo settled(boolean told) {
    try {
      return of(
          settling.until(
              told, profiles -> find(profiles).filter(each -> each.enabled() == on).isPresent()));
    } catch (Fault unchanged) {
      broken.ifPresent(unchanged::addSuppressed);
      throw broken
          .filter(unused -> unchanged.code().equals(LpaCodes.NOT_SWITCHED))
          .orElse(unchanged);
    }
  }

  private void stage(String outcome, Map<String, Object> more) {
    Map<String, Object> with = new LinkedHashMap<>(Map.of("iccid", iccid));
    former.ifPresent(before -> with.put("before", before));
    broken.ifPresent(fault -> with.put("answer", fault.code().toString()));
    with.putAll(more);
    flow.stage(on ? Stage.ENABLE : Stage.DISABLE, outcome, with);
  }
}
