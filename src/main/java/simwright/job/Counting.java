package simwright.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import simwright.ask.Cancel;
import simwright.at.command.Registration;
import simwright.device.DataCounts;
import simwright.device.Device;
import simwright.device.Snapshot;
import simwright.fault.Fault;
import simwright.identity.Redactor;
import simwright.quota.Counted;
import simwright.quota.DataBook;
import simwright.quota.QuotaCodes;
import simwright.time.Time;

/// Reads what devices counted and takes it down. The profile in use is asked for anew where a
/// person wants a reading, and where the card is another than at the reading before.
final class Counting {
  private final DataBook book;
  private final Time time;
  private final Map<String, Known> labels = new ConcurrentHashMap<>();

  /// The name of a profile in use, and the card's number by which it was asked for.
  private record Known(String card, String label) {}

  Counting(DataBook book, Time time) {
    this.book = book;
    this.time = time;
  }

  /// Reads a connected device; throws `quota/no-counters` where it does not tell.
  SampledData read(Device device, Cancel cancel) {
    String profile = label(device, cancel);
    DataCounts counts = device.counts(cancel);
    if (counts.all().isEmpty()) {
      throw new Fault(
          QuotaCodes.NO_COUNTERS, "reading counters of data", device.id(), why(counts), null);
    }
    return take(device, profile, counts);
  }

  /// The same when nobody else wants the device; nothing is written where nothing was carried since
  /// the reading before. Empty where nothing was taken down.
  Optional<SampledData> whenFree(Device device) {
    Optional<DataCounts> told = device.countsWhenFree().filter(each -> !each.all().isEmpty());
    if (told.isEmpty()) {
      return Optional.empty();
    }
    Known known = labels.get(device.id());
    String profile =
        known != null && known.card().equals(card(device))
            ? known.label()
            : label(device, new Cancel());
    return same(device.id(), profile, told.get().all())
        ? Optional.empty()
        : Optional.of(take(device, profile, told.get()));
  }

  /// Whether the card is another than when its profile was asked for.
  boolean changed(Device device) {
    Known known = labels.get(device.id());
    return known != null && !known.card().equals(card(device));
  }

  private String label(Device device, Cancel cancel) {
    String card = card(device);
    String label = ProfileLabel.of(device, cancel);
    labels.put(device.id(), new Known(card, label));
    return label;
  }

  private static String card(Device device) {
    return device.view().get().snapshot().iccid().value().map(each -> each.value()).orElse("");
  }

  private boolean same(String device, String profile, List<DataCounts.Count> counts) {
    String held = Redactor.redact(device);
    List<Counted> standing =
        book.standing().stream().filter(each -> each.device().equals(held)).toList();
    return standing.size() == counts.size()
        && counts.stream()
            .allMatch(now ->
                standing.stream()
                    .anyMatch(was ->
                        was.app().equals(now.app())
                            && was.profile().equals(profile)
                            && was.sent() == now.sent()
                            && was.received() == now.received()));
  }

  private SampledData take(Device device, String profile, DataCounts counts) {
    Snapshot snapshot = device.view().get().snapshot();
    SampledData sampled =
        new SampledData(
            time.now(), device.id(), profile, counts.means(), roaming(snapshot), counts.all());
    book.count(
        new DataBook.Reading(
            sampled.device(),
            sampled.means(),
            snapshot.iccid().value(),
            sampled.counts().stream().map(each -> counted(sampled, each, counts)).toList()));
    return sampled;
  }

  private static Counted counted(SampledData sampled, DataCounts.Count each, DataCounts counts) {
    return new Counted(
        sampled.at(),
        sampled.device(),
        sampled.profile(),
        each.app(),
        each.sent(),
        each.received(),
        counts.fromZero(),
        sampled.roaming());
  }

  private static String why(DataCounts counts) {
    return counts
        .why()
        .map(code -> "the device says " + code)
        .orElse(counts.supported() ? "the device tells no counters now" : "it has no counters");
  }

  private static boolean roaming(Snapshot snapshot) {
    return snapshot.registration().value().orElse(List.of()).stream()
        .anyMatch(each -> each.state() == Registration.State.ROAMING);
  }
}
