package simwright.ui.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import simwright.at.command.Radio;
import simwright.at.command.ReadCounters;
import simwright.at.command.Registration;
import simwright.at.command.SimState;
import simwright.device.PacketContext;
import simwright.device.Reading;
import simwright.device.Service;
import simwright.device.Snapshot;
import simwright.identity.Plmn;
import simwright.ui.fx.Text;

/// Everything a snapshot holds beside what stands on the face of the card, in groups, with units.
final class Readings {
  private Readings() {}

  static List<FactGroup> of(Snapshot snapshot) {
    return Stream.of(
            radio(snapshot.radio()),
            network(snapshot),
            data(snapshot),
            card(snapshot),
            device(snapshot))
        .flatMap(group -> group)
        .toList();
  }

  private static Stream<FactGroup> radio(Reading<Radio> reading) {
    FactGroup.Gathering all = new FactGroup.Gathering();
    if (reading instanceof Reading.Known<Radio>(Radio radio, var _)) {
      part(all, Text.of("fact.technology"), radio.technology());
      part(all, Text.of("fact.rsrp"), radio.rsrpDbm().map(v -> decimal("fact.dbm", v)));
      part(all, Text.of("fact.rssi"), radio.rssiDbm().map(v -> decimal("fact.dbm", v)));
      part(all, Text.of("fact.rsrq"), radio.rsrqDb().map(v -> decimal("fact.db", v)));
      part(all, Text.of("fact.sinr"), radio.sinrDb().map(v -> decimal("fact.db", v)));
      part(all, Text.of("fact.band"), radio.band());
      part(all, Text.of("fact.cell"), radio.cell());
    } else {
      all.told(Text.of("fact.signal"), reading, Radio::toString);
    }
    return all.under(Text.of("group.radio"));
  }

  private static void part(FactGroup.Gathering all, String name, Optional<String> value) {
    value.ifPresentOrElse(
        known -> all.known(name, known), () -> all.missing(name, Text.of("fact.untold")));
  }

  private static Stream<FactGroup> network(Snapshot snapshot) {
    Service service = snapshot.service();
    FactGroup.Gathering all = new FactGroup.Gathering();
    all.told(Text.of("fact.functionality"), service.functionality(), Readings::functionality);
    if (snapshot.registration() instanceof Reading.Known<List<Registration>> known) {
      known.fact().forEach(one -> all.known(domain(one.domain()), registration(one)));
    } else {
      all.told(Text.of("fact.registration"), snapshot.registration(), List::toString);
    }
    return all.told(
            Text.of("fact.attached"),
            service.attached(),
            attached -> attached ? Text.of("fact.yes") : Text.of("fact.no"))
        .asked(Text.of("fact.last-error"), service.lastError(), words -> words)
        .asked(Text.of("fact.forbidden"), service.forbidden(), Readings::networks)
        .told(Text.of("fact.bands"), snapshot.bands(), words -> words)
        .asked(Text.of("fact.slice"), snapshot.slice(), words -> words)
        .under(Text.of("group.network"));
  }

  private static String functionality(int level) {
    return switch (level) {
      case 0 -> Text.of("functionality.least");
      case 1 -> Text.of("functionality.full");
      case 4 -> Text.of("functionality.no-radio");
      default -> Text.format("functionality.other", level);
    };
  }

  private static String domain(Registration.Domain domain) {
    return switch (domain) {
      case CS -> Text.of("domain.cs");
      case PS -> Text.of("domain.ps");
      case EPS -> Text.of("domain.eps");
      case FIVE_GS -> Text.of("domain.5gs");
    };
  }

  private static String registration(Registration one) {
    return Stream.of(
            Optional.of(state(one.state())),
            one.technology(),
            one.area().map(area -> Text.format("registration.area", area)),
            one.cell().map(cell -> Text.format("registration.cell", cell)),
            one.cause().map(cause -> Text.format("registration.cause", cause)))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private static String state(Registration.State state) {
    return switch (state) {
      case HOME -> Text.of("registration.home");
      case ROAMING -> Text.of("registration.roaming");
      case SEARCHING -> Text.of("registration.searching");
      case DENIED -> Text.of("registration.denied");
      case OFF -> Text.of("registration.off");
      case EMERGENCY -> Text.of("registration.emergency");
      case UNKNOWN -> Text.of("registration.unknown");
    };
  }

  private static String networks(List<Plmn> all) {
    return all.isEmpty()
        ? Text.of("fact.none")
        : all.stream().map(plmn -> plmn.mcc() + "/" + plmn.mnc()).collect(Collectors.joining(", "));
  }

  private static Stream<FactGroup> data(Snapshot snapshot) {
    FactGroup.Gathering all = new FactGroup.Gathering();
    if (snapshot.contexts() instanceof Reading.Known<List<PacketContext>> known) {
      known.fact().forEach(one -> all.known(Text.format("fact.context", one.cid()), context(one)));
    } else {
      all.told(Text.of("fact.contexts"), snapshot.contexts(), List::toString);
    }
    Reading<ReadCounters.Counters> counters = snapshot.service().counters();
    return all.asked(Text.of("fact.sent"), counters, bytes -> bytes(bytes.sent()))
        .asked(Text.of("fact.received"), counters, bytes -> bytes(bytes.received()))
        .under(Text.of("group.data"));
  }

  private static String context(PacketContext one) {
    return Stream.of(
            Stream.of(
                one.type(),
                one.apn(),
                one.active() ? Text.of("context.active") : Text.of("context.idle")),
            one.addresses().stream())
        .flatMap(words -> words)
        .filter(words -> !words.isBlank())
        .collect(Collectors.joining(", "));
  }

  /// In decimal units, as quotas are sold; below 1 kB exact.
  static String bytes(long bytes) {
    if (bytes < 1_000) {
      return Text.format("bytes.one", bytes);
    }
    if (bytes < 1_000_000) {
      return decimal("bytes.kilo", bytes / 1e3);
    }
    return bytes < 1_000_000_000
        ? decimal("bytes.mega", bytes / 1e6)
        : decimal("bytes.giga", bytes / 1e9);
  }

  private static Stream<FactGroup> card(Snapshot snapshot) {
    FactGroup.Gathering all =
        new FactGroup.Gathering()
            .told(Text.of("fact.sim"), snapshot.sim(), Readings::sim)
            .told(Text.of("fact.slot"), snapshot.slot(), String::valueOf);
    if (snapshot.eid().value().isEmpty()) {
      all.told(Text.of("id.eid"), snapshot.eid(), _ -> "");
    }
    return all.under(Text.of("group.card"));
  }

  private static String sim(SimState state) {
    return switch (state) {
      case READY -> Text.of("sim.ready");
      case PIN -> Text.of("sim.pin");
      case PUK -> Text.of("sim.puk");
      case OTHER_LOCK -> Text.of("sim.lock");
      case ABSENT -> Text.of("sim.absent");
      case BUSY -> Text.of("sim.busy");
      case FAILED -> Text.of("sim.failed");
      case NO_PROFILE -> Text.of("sim.no-profile");
    };
  }

  private static Stream<FactGroup> device(Snapshot snapshot) {
    return new FactGroup.Gathering()
        .told(
            Text.of("fact.battery"),
            snapshot.batteryPercent(),
            charge -> Text.format("fact.percent", charge))
        .told(Text.of("fact.clock"), snapshot.clock(), words -> words)
        .ticking()
        .under(Text.of("group.device"));
  }

  /// A figure to one decimal; a whole one without it.
  private static String decimal(String unit, double value) {
    String figure =
        value == Math.rint(value)
            ? String.valueOf(Math.round(value))
            : String.format(Locale.ROOT, "%.1f", value);
    return Text.format(unit, figure);
  }
}
