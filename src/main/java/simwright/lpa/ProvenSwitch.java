package simwright.lpa;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import simwright.ask.Cancel;
import simwright.device.Attachment;
import simwright.device.Device;
import simwright.device.Rung;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.identity.Iccid;
import simwright.time.Time;

/// Enables a profile and proves it: by the ICCID that the card and the modem tell, and by a
/// registration within its time. A card in a reader is proven by what it tells itself. What does
/// not come up is switched back to the profile before.
public final class ProvenSwitch {
  private static final Duration REGISTERED = Duration.ofSeconds(120);
  private static final Duration PAUSE = Duration.ofSeconds(2);

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
    Switched switched =
        device.card(
            flow.cancel(),
            card -> {
              Switching switching = new Switching(card, flow, time);
              Optional<Iccid> former = switching.inUse();
              return new Switched(former, switching.enable(iccid));
            });
    ProfileInfo profile = switched.profile();
    Optional<String> missing = missing(iccid);
    Map<String, Object> with = new LinkedHashMap<>(Map.of("iccid", iccid));
    missing.ifPresent(words -> with.put("missing", words));
    flow.stage("proof", missing.isEmpty() ? "done" : "failed", with);
    if (missing.isEmpty()) {
      return new Outcome(profile, true, Optional.empty(), missing);
    }
    Optional<Iccid> back = switched.former().filter(each -> !each.equals(iccid));
    back.ifPresent(this::back);
    return new Outcome(profile, false, back, missing);
  }

  private void back(Iccid former) {
    flow.progress().at("switching back", 0, 0);
    ProfileInfo unused =
        device.card(new Cancel(), card -> new Switching(card, flow, time).enable(former));
    Optional<String> missing = missing(former);
    Map<String, Object> with = new LinkedHashMap<>(Map.of("iccid", former));
    missing.ifPresent(words -> with.put("missing", words));
    flow.stage("rolled-back", missing.isEmpty() ? "done" : "failed", with);
  }

  /// What is missing to the proof; empty where nothing is. A modem that is still reading its card
  /// is given time.
  private Optional<String> missing(Iccid iccid) {
    var deadline = time.deadline(REGISTERED);
    String last = "the device did not answer";
    while (!deadline.passed()) {
      flow.progress().at("waiting for the network", 0, 0);
      try {
        Attachment now = device.probe(flow.cancel());
        Optional<Iccid> told = now.snapshot().iccid().value();
        if (told.filter(iccid::equals).isEmpty()) {
          last = told.isPresent() ? "the device tells another ICCID" : "the device tells no ICCID";
        } else if (registered(now)) {
          return Optional.empty();
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

  /// A card in a reader has no network to wait for.
  private static boolean registered(Attachment now) {
    return now.cardReader()
        || now.snapshot().ladder().stream()
            .anyMatch(
                rung -> rung.step() == Rung.Step.REGISTERED && rung.state() == Rung.State.PASSED);
  }
}
