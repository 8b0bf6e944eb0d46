package simwright.lpa;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import simwright.ask.Cancel;
import simwright.ask.Question;
import simwright.device.Attachment;
import simwright.device.CarrierConfiguration;
import simwright.device.Device;
import simwright.device.PingResult;
import simwright.device.Rung;
import simwright.device.Snapshot;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.identity.Iccid;
import simwright.time.Deadline;
import simwright.time.Time;

/// Enables a profile and proves it: by the ICCID that the card and the modem tell, by an IMSI of
/// its owner, by a registration within the time of its access technology, and by a ping where the
/// modem can. A card in a reader is proven by what it tells itself. What does not come up is
/// switched back to the profile before.
public final class ProvenSwitch {
  private static final Duration REGISTERED = Duration.ofMinutes(2);

  /// NB-IoT and LTE-M search for minutes (3GPP TS 24.301, T3402 is 12 minutes by default).
  private static final Duration REGISTERED_NARROW = Duration.ofMinutes(6);

  private static final Duration PERSON = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Pattern NARROW = Pattern.compile("(?i).*(NB|CAT-?M|EMTC|LTE-M).*");

  private final Device device;
  private final Flow flow;
  private final Time time;

  /// On a device.
  public ProvenSwitch(Device device, Flow flow, Time time) {
    this.device = device;
    this.flow = flow;
    this.time = time;
  }

  /// What came of it: the profile, whether it is in use and registered, to which profile it was
  /// switched back, and what was missing, in words.
  public record Outcome(
      ProfileInfo profile, boolean proven, Optional<Iccid> backTo, Optional<String> missing) {}

  private record Switched(Optional<Iccid> former, ProfileInfo profile) {}

  /// Enables it.
  public Outcome enable(Iccid iccid) {
    Optional<String> carrier = CarrierConfiguration.of(device);
    Switched switched =
        device.card(
            flow.cancel(),
            card -> {
              Switching switching = new Switching(card, flow, time);
              agreed(switching.found(iccid));
              Optional<Iccid> former = switching.inUse();
              return new Switched(former, switching.enable(iccid));
            });
    ProfileInfo profile = switched.profile();
    Optional<String> missing = missing(profile).map(words -> words + suspicion(carrier));
    stage("proof", iccid, missing);
    if (missing.isEmpty()) {
      return new Outcome(profile, true, Optional.empty(), missing);
    }
    Optional<Iccid> back = switched.former().filter(each -> !each.equals(iccid));
    back.ifPresent(this::back);
    return new Outcome(profile, false, back, missing);
  }

  /// Nothing that will roam is enabled without consent.
  private void agreed(ProfileInfo profile) {
    Optional<String> words = Roaming.words(profile, device.view().get().snapshot());
    if (profile.enabled() || words.isEmpty()) {
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
    flow.stage("consent", "done", Map.of("roaming", true));
  }

  private void back(Iccid former) {
    flow.progress().at("switching back", 0, 0);
    ProfileInfo profile =
        device.card(new Cancel(), card -> new Switching(card, flow, time).enable(former));
    stage("rolled-back", former, missing(profile));
  }

  private void stage(String stage, Iccid iccid, Optional<String> missing) {
    Map<String, Object> with = new LinkedHashMap<>(Map.of("iccid", iccid));
    missing.ifPresent(words -> with.put("missing", words));
    flow.stage(stage, missing.isEmpty() ? "done" : "failed", with);
  }

  /// What is missing to the proof; empty where nothing is. A modem that is still reading its card
  /// is given time.
  private Optional<String> missing(ProfileInfo profile) {
    Iccid iccid = profile.iccid().orElseThrow();
    Deadline deadline = time.deadline(within(device.view().get().snapshot()));
    String last = "the device did not answer";
    while (!deadline.passed()) {
      flow.progress().at("waiting for the network", 0, 0);
      try {
        Attachment now = device.probe(flow.cancel());
        Optional<Iccid> told = now.snapshot().iccid().value();
        if (told.filter(iccid::equals).isEmpty()) {
          last = told.isPresent() ? "the device tells another ICCID" : "the device tells no ICCID";
        } else if (now.cardReader()) {
          return Optional.empty();
        } else if (stranger(profile, now)) {
          return Optional.of("its IMSI is not one of " + profile.owner().orElseThrow().plmn());
        } else if (registered(now)) {
          return pinged();
        } else {
          last = "it is not registered";
        }
      } catch (Fault notYet) {
        last = "the device did not answer (" + notYet.code() + ")";
        flow.cancel().check("waiting for the network", device.id());
      }
      time.sleep(PAUSE);
    }
    return Optional.of(last);
  }

  private static Duration within(Snapshot before) {
    return before.technology().filter(name -> NARROW.matcher(name).matches()).isPresent()
        ? REGISTERED_NARROW
        : REGISTERED;
  }

  /// An IMSI of another network than the owner of the profile has: not the profile that was meant.
  private static boolean stranger(ProfileInfo profile, Attachment now) {
    Optional<String> network =
        profile.owner().map(owner -> owner.plmn().mcc() + owner.plmn().mnc());
    return network.isPresent()
        && now.snapshot()
            .imsi()
            .value()
            .filter(imsi -> !imsi.value().startsWith(network.get()))
            .isPresent();
  }

  private static boolean registered(Attachment now) {
    return now.snapshot().ladder().stream()
        .anyMatch(rung -> rung.step() == Rung.Step.REGISTERED && rung.state() == Rung.State.PASSED);
  }

  /// A modem without a command for it is not asked to ping.
  private Optional<String> pinged() {
    flow.progress().at("pinging", 0, 0);
    Optional<PingResult> result = device.ping(PingResult.USUAL_HOST);
    Map<String, Object> with = new LinkedHashMap<>(Map.of("host", PingResult.USUAL_HOST));
    result.ifPresent(each -> with.put("received", each.received()));
    boolean lost = result.filter(each -> each.received() == 0).isPresent();
    flow.stage("ping", result.isEmpty() ? "skipped" : lost ? "failed" : "done", with);
    return lost ? Optional.of("it is registered, and no ping comes back") : Optional.empty();
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
