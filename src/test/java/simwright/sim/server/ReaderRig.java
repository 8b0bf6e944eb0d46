package simwright.sim.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import simwright.apdu.Command;
import simwright.apdu.Response;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.ask.Progress;
import simwright.ask.Question;
import simwright.device.Device;
import simwright.device.DeviceSet;
import simwright.device.QuietJournal;
import simwright.euicc.PolicyRules;
import simwright.euicc.ProfileInfo;
import simwright.hardware.HardwareProfiles;
import simwright.identity.Iccid;
import simwright.journal.Event;
import simwright.journal.Recorded;
import simwright.link.LinkAddress;
import simwright.link.Links;
import simwright.link.MadeUpCard;
import simwright.lpa.Flow;
import simwright.lpa.ProvenSwitch;
import simwright.lpa.Upkeep;
import simwright.lpa.Wiping;
import simwright.sim.euicc.CardMaking;
import simwright.time.SleeplessTime;
import simwright.time.SystemTime;
import simwright.time.Time;

/// A simulated card in a made-up reader, and what acts on it; what the card is sent can be answered
/// by something else. Sleeping takes no time.
final class ReaderRig implements AutoCloseable {
  static final String A = "8988211000000900011";
  static final String B = "8988211000000900029";
  static final String IMSI = "001010000900001";
  static final String STRANGE = "999990000900002";

  final Encounter both =
      new Encounter(
          Encounter.MEMORY,
          List.of(new CardMaking.Allowed(new PolicyRules(false, true, false), true)));
  final List<Event.Provisioned> stages = new ArrayList<>();
  final List<Question.TypedConfirmation> typed = new ArrayList<>();
  final Cancel wish = new Cancel();
  final Device device;
  private final SystemTime clock = new SystemTime();
  private final DeviceSet devices;
  private final Time time = new SleeplessTime(clock);
  private Function<Command, Optional<Response>> before = unused -> Optional.empty();

  ReaderRig(Path folder) {
    MadeUpCard reader =
        new MadeUpCard(this::transmit) {
          @Override
          public void reset() {
            super.reset();
            both.card.reset();
          }
        };
    Links links = new Links(List.of(reader.provider()), folder, unused -> true, time);
    devices = new DeviceSet(links, HardwareProfiles.shipped(), new Stages(), time);
    device = devices.at(LinkAddress.parse("card:made up"));
  }

  /// Connects it; what is sent from now on may be answered by `other` in place of the card.
  ReaderRig with(Function<Command, Optional<Response>> other) {
    both.card.reset();
    var unused = device.connect();
    before = other;
    return this;
  }

  ReaderRig issue(String iccid, String imsi, ProfileInfo.ProfileClass kind, boolean inUse) {
    return issue(iccid, imsi, kind, PolicyRules.NONE, inUse);
  }

  ReaderRig issue(
      String iccid, String imsi, ProfileInfo.ProfileClass kind, PolicyRules rules, boolean inUse) {
    Offer offer = Encounter.offer(iccid, imsi, kind, rules);
    both.card.issue(offer.metadata(), offer.upp(), inUse);
    return this;
  }

  ProvenSwitch.Outcome enable(String iccid) {
    return new ProvenSwitch(device, flow(), time).enable(new Iccid(iccid));
  }

  ProfileInfo disable(String iccid) {
    return new ProvenSwitch(device, flow(), time).disable(new Iccid(iccid));
  }

  ProfileInfo rename(String iccid, String nickname) {
    return device.card(wish, card -> new Upkeep(card, flow()).rename(new Iccid(iccid), nickname));
  }

  Wiping wiping() {
    return new Wiping(device, flow(), time);
  }

  /// The ICCID of the profile in use, as the card has it.
  Optional<String> inUse() {
    return both.card.enabled().map(upp -> upp.iccid());
  }

  /// The values of one kind that stages were written with, in order.
  List<String> told(String stage, String key) {
    return stages.stream()
        .filter(each -> each.stage().equals(stage))
        .map(each -> String.valueOf(each.with().get(key)))
        .toList();
  }

  private Flow flow() {
    return new Flow("job", device.id(), new Agreeing(), Progress.none(), wish, new Stages());
  }

  private Response transmit(Command command) {
    return before.apply(command).orElseGet(() -> both.card.transmit(command).response());
  }

  @Override
  public void close() {
    devices.close();
    clock.close();
  }

  private final class Stages extends QuietJournal {
    @Override
    public Recorded append(Event event) {
      if (event instanceof Event.Provisioned stage) {
        stages.add(
            new Event.Provisioned(
                stage.job(),
                stage.device(),
                stage.stage(),
                stage.outcome(),
                Map.copyOf(stage.with())));
      }
      return super.append(event);
    }
  }

  private final class Agreeing implements Attendant {
    @Override
    @SuppressWarnings("unchecked")
    public <T> Optional<T> ask(Question<T> question) {
      if (question instanceof Question.TypedConfirmation one) {
        typed.add(one);
      }
      return (Optional<T>) Optional.of(true);
    }
  }
}
