package simwright.lpa;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import simwright.device.Attachment;
import simwright.device.Device;
import simwright.device.DeviceCodes;
import simwright.device.PingResult;
import simwright.device.Reading;
import simwright.device.Rung;
import simwright.device.Snapshot;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.identity.Iccid;
import simwright.time.Deadline;
import simwright.time.Time;

/// Whether the profile that the card has enabled is the one that works: the modem tells its ICCID
/// and an IMSI of its owner, is registered within the time of its access technology, and a ping
/// comes back where it can send one. A card in a reader tells both identities itself. A radio that
/// somebody has switched off stays off: no network is waited for then.
final class Proof {
  private static final Duration REGISTERED = Duration.ofMinutes(2);

  /// NB-IoT and LTE-M search for minutes (3GPP TS 24.301, T3402 is 12 minutes by default).
  private static final Duration REGISTERED_NARROW = Duration.ofMinutes(6);

  /// How long a modem may tell the former ICCID before it is helped.
  private static final Duration REREADS = Duration.ofSeconds(20);

  /// A ping may be lost, or refused while the modem has no context yet: the time for more of them
  /// once it is registered, at least.
  private static final Duration PINGS = Duration.ofSeconds(30);

  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Pattern NARROW = Pattern.compile("(?i).*(NB|CAT-?M|EMTC|LTE-M).*");

  private final Device device;
  private final Flow flow;
  private final Settling settling;
  private final Time time;
  private final boolean silent;
  private final List<String> unproven = new ArrayList<>();
  private int helped;
  private int pings;
  private String pingless = "";

  /// `silent` where the radio of the modem was off before by somebody's wish.
  Proof(Device device, Flow flow, Time time, boolean silent) {
    this.device = device;
    this.flow = flow;
    this.settling = new Settling(device, flow, time);
    this.time = time;
    this.silent = silent;
  }

  /// What is missing, in words, whether the profile is another's than it says, and what nobody
  /// could prove here.
  record Found(Optional<String> missing, boolean stranger, List<String> unproven) {}

  private Found missing(String words) {
    return new Found(Optional.of(words), false, List.copyOf(unproven));
  }

  /// What is missing to the proof; a modem that is still reading its card is given time.
  Found of(ProfileInfo profile) {
    Iccid iccid = profile.iccid().orElseThrow();
    Duration within = within(device.view().get().snapshot());
    Deadline deadline = time.deadline(within);
    Deadline rereads = time.deadline(REREADS);
    String last = "the device did not answer";
    while (!deadline.passed()) {
      flow.progress().at("waiting for the network", 0, 0);
      try {
        settling.reachable();
        Attachment now = device.probe(flow.cancel());
        Optional<Iccid> told = now.snapshot().iccid().value();
        if (told.filter(iccid::equals).isPresent()) {
          int tried = pings;
          Optional<Found> found = judged(profile, now);
          if (found.isPresent()) {
            return found.get();
          }
          last = registered(now) ? pingless : "it is not registered";
          if (pings == 1 && tried == 0 && deadline.left().compareTo(PINGS) < 0) {
            deadline = time.deadline(PINGS);
          }
        } else {
          last = told.isPresent() ? "the device tells another ICCID" : "the device tells no ICCID";
          if (rereads.passed() && help()) {
            rereads = time.deadline(REREADS);
            deadline = time.deadline(within);
          }
        }
      } catch (Fault notYet) {
        last = "the device did not answer (" + notYet.code() + ")";
        flow.cancel().check("waiting for the network", device.id());
      }
      time.sleep(PAUSE);
    }
    if (pings > 0) {
      flow.stage(Stage.PING, "failed", Map.of("host", PingResult.USUAL_HOST, "tries", pings));
    }
    return missing(last);
  }

  /// Whether the modem does not tell an ICCID any more that the card has disabled.
  boolean gone(Iccid iccid) {
    while (true) {
      Deadline deadline = time.deadline(REREADS);
      while (!deadline.passed()) {
        try {
          settling.reachable();
          Snapshot now = device.probe(flow.cancel()).snapshot();
          if (now.iccid().value().filter(iccid::equals).isEmpty()) {
            return true;
          }
        } catch (Fault notYet) {
          flow.cancel().check("reading the device again", device.id());
        }
        time.sleep(PAUSE);
      }
      if (!help()) {
        return false;
      }
    }
  }

  /// A modem that has not looked at its card again is made to, in the order of what it costs; false
  /// where all was tried.
  private boolean help() {
    if (settling.reader() || helped > 1) {
      return false;
    }
    helped++;
    if (helped == 1) {
      settling.restartCard();
    } else {
      settling.reboot(silent);
    }
    return true;
  }

  private static Duration within(Snapshot before) {
    return before.technology().filter(name -> NARROW.matcher(name).matches()).isPresent()
        ? REGISTERED_NARROW
        : REGISTERED;
  }

  /// What the ICCID alone does not prove; empty while it is not registered.
  private Optional<Found> judged(ProfileInfo profile, Attachment now) {
    unproven.clear();
    if (stranger(profile, now)) {
      String words = "its IMSI is not one of " + profile.owner().orElseThrow().plmn();
      return Optional.of(new Found(Optional.of(words), true, List.of()));
    }
    imsi(profile, now.snapshot().imsi());
    if (now.cardReader()) {
      return Optional.of(unheard("a card reader has no radio"));
    }
    if (silent && !registered(now) && silent(now)) {
      return Optional.of(unheard("the radio is off, +CFUN is " + Settling.SILENT));
    }
    return registered(now) ? pinged() : Optional.empty();
  }

  /// Proven as far as that goes without a network.
  private Found unheard(String why) {
    unproven.add("a network takes it (" + why + ")");
    return new Found(Optional.empty(), false, List.copyOf(unproven));
  }

  private static boolean silent(Attachment now) {
    return now.snapshot()
        .service()
        .functionality()
        .value()
        .filter(level -> level == Settling.SILENT)
        .isPresent();
  }

  private void imsi(ProfileInfo profile, Reading<?> imsi) {
    if (imsi.value().isEmpty()) {
      String why = imsi instanceof Reading.Unavailable<?> none ? " (" + none.why() + ")" : "";
      unproven.add("its IMSI is its owner's: it was not told" + why);
    } else if (profile.owner().isEmpty()) {
      unproven.add("its IMSI is its owner's: the profile names no owner");
    }
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

  /// A modem without a command for it is not asked to ping; empty where none came back.
  private Optional<Found> pinged() {
    flow.progress().at("pinging", 0, 0);
    Optional<PingResult> result = device.ping(PingResult.USUAL_HOST);
    if (result.filter(each -> each.received() == 0).isPresent()) {
      pings++;
      pingless =
          result
              .flatMap(PingResult::code)
              .filter(code -> !code.equals(DeviceCodes.NO_PING))
              .map(code -> "it is registered, and the modem refuses to ping (" + code + ")")
              .orElse("it is registered, and no ping comes back");
      return Optional.empty();
    }
    Map<String, Object> with = new LinkedHashMap<>(Map.of("host", PingResult.USUAL_HOST));
    result.ifPresent(each -> with.put("received", each.received()));
    flow.stage(Stage.PING, result.isEmpty() ? "skipped" : "done", with);
    if (result.isEmpty()) {
      unproven.add("data flows (the modem has no command to ping)");
    }
    return Optional.of(new Found(Optional.empty(), false, List.copyOf(unproven)));
  }
}
