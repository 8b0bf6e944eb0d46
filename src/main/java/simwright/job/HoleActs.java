package simwright.job;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import simwright.catalog.Catalog;
import simwright.catalog.region.Regions;
import simwright.failover.CoverageMap;
import simwright.failover.Holes;
import simwright.failover.Looked;
import simwright.failover.RegionCoverage;
import simwright.failover.policy.Policies;
import simwright.identity.Redactor;
import simwright.journal.Alarm;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Recorded;
import simwright.rollout.Alarms;
import simwright.time.Time;

/// What policies want to be there and is not: in regions, by what the catalog knows of cards, and
/// on devices, by what their cards said. Each hole stands as an alarm until it is mended.
public final class HoleActs {
  private static final String ALARM = "failover/hole/";
  private static final String REGION = ALARM + "region/";
  private static final String DEVICE = ALARM + "device/";

  private final Catalog catalog;
  private final Supplier<Regions> regions;
  private final Alarms alarms;
  private final Journal journal;
  private final Path data;
  private final Time time;

  /// By the catalog, with the own policies of a data folder; alarms stand in this log.
  public HoleActs(
      Catalog catalog,
      Supplier<Regions> regions,
      Alarms alarms,
      Journal journal,
      Path data,
      Time time) {
    this.catalog = catalog;
    this.regions = regions;
    this.alarms = alarms;
    this.journal = journal;
    this.data = data;
    this.time = time;
  }

  /// How well regions are covered, those with holes first; throws `catalog/broken-rules`.
  public List<RegionCoverage> coverage() {
    return new CoverageMap(Policies.with(data), regions.get()).of(catalog.all(), time.now());
  }

  /// The alarms of holes that still hold, newest first.
  public List<Alarm> alarms() {
    return alarms.standing().stream().filter(each -> each.id().startsWith(ALARM)).toList();
  }

  /// Raises what is missing in regions and was not told yet, and clears what is mended.
  public synchronized List<RegionCoverage> look() {
    List<RegionCoverage> rows = coverage();
    Map<String, String> now = new LinkedHashMap<>();
    for (RegionCoverage row : rows) {
      for (Holes.Hole each : row.holes()) {
        String id = REGION + row.region() + "/" + each.kind().key();
        now.put(id, row.name() + ": " + each.words());
      }
    }
    settle(alarms().stream().filter(each -> each.id().startsWith(REGION)).toList(), now, "");
    return rows;
  }

  /// The same for a device whose card was read.
  public synchronized void look(Looked looked) {
    String device = Redactor.redact(looked.device());
    Map<String, String> now = new LinkedHashMap<>();
    for (Holes.Hole each : looked.holes()) {
      String id = DEVICE + device + "/" + each.region() + "/" + each.kind().key();
      now.merge(id, each.words(), (one, other) -> one + "; " + other);
    }
    settle(
        alarms().stream()
            .filter(each -> each.id().startsWith(DEVICE) && each.device().equals(device))
            .toList(),
        now,
        device);
  }

  private void settle(List<Alarm> standing, Map<String, String> now, String device) {
    for (Alarm each : standing) {
      if (now.remove(each.id()) == null) {
        tell(each.id(), "cleared", device, each.text());
      }
    }
    now.forEach((id, words) -> tell(id, "raised", device, words));
  }

  private void tell(String id, String what, String device, String text) {
    Recorded unused = journal.append(new Event.Alarmed(id, what, device, text));
  }
}
