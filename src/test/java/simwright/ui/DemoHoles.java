package simwright.ui;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import simwright.failover.RegionCoverage;
import simwright.journal.Alarm;
import simwright.observe.Observable;
import simwright.observe.Value;
import simwright.ui.failover.HoleSource;

/// The regions of the made-up catalog, and made-up alarms.
public final class DemoHoles implements HoleSource {
  public final List<Alarm> alarms = new CopyOnWriteArrayList<>();
  public final Value<Long> changed = new Value<>(0L);

  private final DemoParts demo;
  private final DemoCatalog catalog;

  DemoHoles(DemoParts demo) {
    this.demo = demo;
    this.catalog = new DemoCatalog(demo);
  }

  /// A hole that stands as an alarm.
  public void raise(String id, String device, String text) {
    alarms.add(
        new Alarm(
            id,
            device,
            text,
            demo.time.now().minus(Duration.ofHours(3)),
            Optional.empty(),
            Optional.empty()));
    changed.set(changed.get() + 1);
  }

  /// What a full screen shows.
  public void fill() {
    raise("failover/hole/region/BR/viable", "", "Brazil: no profile for BR is on a card");
    raise(
        "failover/hole/device/ec25/EU/staged",
        "ec25",
        "in EU no standby is staged: 1 wanted, 0 there");
  }

  @Override
  public Observable<Long> changed() {
    return changed;
  }

  @Override
  public List<RegionCoverage> coverage() {
    demo.reading.run();
    return catalog.coverage();
  }

  @Override
  public List<Alarm> alarms() {
    return List.copyOf(alarms);
  }

  @Override
  public void acknowledge(Alarm alarm) {
    demo.asked.add("acknowledge " + alarm.id());
    alarms.remove(alarm);
    alarms.add(
        new Alarm(
            alarm.id(),
            alarm.device(),
            alarm.text(),
            alarm.raised(),
            Optional.of(demo.time.now()),
            Optional.empty()));
  }
}
