package simwright.lpa;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.ask.Cancel;
import simwright.ask.Question;
import simwright.device.CarrierConfiguration;
import simwright.device.Device;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.identity.Iccid;
import simwright.time.Time;

/// Enables a profile and proves it, or disables it and sees that the modem has let go of it. What
/// does not come up is switched back to the profile before, which is proven too; a profile that
/// turns out to be another's and has no former one is disabled.
public final class ProvenSwitch {
  private static final Duration PERSON = Duration.ofMinutes(2);

  private final Device device;
  private final Flow flow;
  private final Time time;
  private boolean silent;

  /// On a device.
  public ProvenSwitch(Device device, Flow flow, Time time) {
    this.device = device;
    this.flow = flow;
    this.time = time;
  }

  /// What came of it: the profile, whether it is in use and all was seen that can be seen here,
  /// what was missing, in words, what nobody could prove here, and what was done about a profile
  /// that did not come up.
  public record Outcome(
      ProfileInfo profile,
      boolean proven,
      Optional<String> missing,
      List<String> unproven,
      Aftermath aftermath) {
    public Outcome {
      unproven = List.copyOf(unproven);
    }
  }

  /// What was done about a profile that did not come up.
  public sealed interface Aftermath {
    /// Nothing had to be done, or there was nothing to switch back to: it stays in use.
    record Stays() implements Aftermath {}

    /// The former profile is in use again; what its own proof lacks, in words.
    record SwitchedBack(Iccid former, Optional<String> missing) implements Aftermath {}

    /// It is no longer in use, and no other is.
    record Disabled() implements Aftermath {}

    /// It was to be taken back, to the former profile where there is one, and that failed; why, in
    /// words. What is in use now the card alone can tell.
    record Failed(Optional<Iccid> former, String why) implements Aftermath {}
  }

  /// Enables it.
  public Outcome enable(Iccid iccid) {
    lookAtTheRadio();
    Optional<String> carrier = CarrierConfiguration.of(device);
    Turning turning = new Turning(device, flow, time, iccid, true);
    try {
      return proven(iccid, turning.run(this::agreed), carrier);
    } catch (Fault stopped) {
      if (!stopped.code().equals(Cancel.CANCELLED) || !turning.moving()) {
        throw stopped;
      }
      throw stopped.leaving(
          "It was stopped before the profile was proven. "
              + words(undone(iccid, turning.former(), false)));
    }
  }

  private void lookAtTheRadio() {
    silent = Settling.level(device).filter(level -> level == Settling.SILENT).isPresent();
  }

  private Proof proof(Flow through) {
    return new Proof(device, through, time, silent);
  }

  /// What was in use before anybody asked stays in use, whatever it lacks.
  private Outcome proven(Iccid iccid, Turning.Turned turned, Optional<String> carrier) {
    ProfileInfo profile = turned.profile();
    Proof.Found found = proof(flow).of(profile);
    Optional<String> missing = found.missing().map(words -> words + suspicion(carrier));
    stage(Stage.PROOF, iccid, missing, found.unproven());
    Aftermath aftermath =
        missing.isEmpty() || turned.former().filter(iccid::equals).isPresent()
            ? new Aftermath.Stays()
            : undone(iccid, turned.former(), found.stranger());
    return new Outcome(profile, missing.isEmpty(), missing, found.unproven(), aftermath);
  }

  /// Disables the profile in use; the modem tells it no longer then.
  public ProfileInfo disable(Iccid iccid) {
    lookAtTheRadio();
    Turning.Turned turned = new Turning(device, flow, time, iccid, false).run(unused -> {});
    if (turned.changed()) {
      flow.progress().at("reading the device again", 0, 0);
      boolean gone = proof(flow).gone(iccid);
      stage(
          Stage.PROOF,
          iccid,
          gone ? Optional.empty() : Optional.of("the device still tells its ICCID"),
          List.of());
      if (!gone) {
        throw new Fault(
            LpaCodes.NOT_SWITCHED,
            "disabling a profile",
            flow.device(),
            "the card has disabled it, and the device still tells its ICCID",
            null);
      }
    }
    return turned.profile();
  }

  /// Nothing that will roam is enabled without consent.
  private void agreed(ProfileInfo profile) {
    Optional<String> words = Roaming.words(profile, device.view().get().snapshot());
    if (words.isEmpty()) {
      return;
    }
    boolean yes =
        flow.attendant()
            .ask(
                new Question.Consent(
                    "Enable a profile that roams?", words.get(), "Enable profile", PERSON))
            .orElse(false);
    if (!yes) {
      throw new Fault(LpaCodes.ROAMING_REFUSED, "asking for consent", flow.device());
    }
    flow.stage(Stage.CONSENT, "done", Map.of("roaming", true));
  }

  /// A person's wish to stop does not leave a card in between.
  private Aftermath undone(Iccid iccid, Optional<Iccid> former, boolean stranger) {
    Flow through = flow.with(new Cancel());
    if (former.isEmpty() && !stranger) {
      return new Aftermath.Stays();
    }
    flow.progress().at("switching back", 0, 0);
    try {
      // a modem that has just started its card anew is busy with it for a while
      List<ProfileInfo> _ = new Settling(device, through, time).readAgain();
      if (former.isEmpty()) {
        Turning.Turned unused = new Turning(device, through, time, iccid, false).run(profile -> {});
        stage(Stage.GIVEN_UP, iccid, Optional.empty(), List.of());
        return new Aftermath.Disabled();
      }
      Turning.Turned back =
          new Turning(device, through, time, former.get(), true).run(profile -> {});
      Optional<String> missing = proof(through).of(back.profile()).missing();
      stage(Stage.ROLLED_BACK, former.get(), missing, List.of());
      return new Aftermath.SwitchedBack(former.get(), missing);
    } catch (Fault failed) {
      String why = failed.code() + failed.evidence().map(words -> ", " + words).orElse("");
      stage(Stage.ROLLED_BACK, former.orElse(iccid), Optional.of(why), List.of());
      return new Aftermath.Failed(former, why);
    }
  }

  private static String words(Aftermath aftermath) {
    return switch (aftermath) {
      case Aftermath.Stays() -> "It stays in use, as there was none before.";
      case Aftermath.SwitchedBack(_, Optional<String> missing) ->
          "The profile before is in use again"
              + missing.map(words -> ", and not proven: " + words).orElse("")
              + ".";
      case Aftermath.Disabled() -> "It is disabled again.";
      case Aftermath.Failed(_, String why) -> "Switching back failed (" + why + ").";
    };
  }

  private void stage(Stage stage, Iccid iccid, Optional<String> missing, List<String> unproven) {
    Map<String, Object> with = new LinkedHashMap<>(Map.of("iccid", iccid));
    missing.ifPresent(words -> with.put("missing", words));
    if (!unproven.isEmpty()) {
      with.put("unproven", String.join("; ", unproven));
    }
    flow.stage(stage, missing.isEmpty() ? "done" : "failed", with);
  }

  /// The classic reason why a modem with a new profile does not register.
  private String suspicion(Optional<String> before) {
    try {
      return CarrierConfiguration.of(device)
          .map(now ->
              " (carrier configuration of the modem: "
                  + now
                  + before
                      .filter(old -> !old.equals(now))
                      .map(old -> ", before the switch: " + old)
                      .orElse("")
                  + ")")
          .orElse("");
    } catch (Fault mute) {
      return "";
    }
  }
}
