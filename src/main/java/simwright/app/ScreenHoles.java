package simwright.app;

import java.util.List;
import simwright.failover.RegionCoverage;
import simwright.journal.Alarm;
import simwright.observe.Observable;
import simwright.observe.Subscription;
import simwright.observe.Value;
import simwright.ui.failover.HoleSource;

/// What the screen of failover needs of holes.
final class ScreenHoles implements HoleSource, AutoCloseable {
  private final OpenData data;
  private final Value<Long> changed = new Value<>(0L);
  private final Subscription following;

  ScreenHoles(OpenData data) {
    this.data = data;
    this.following =
        data.audit()
            .follow(
                data.book().anchor().size() + 1,
                recorded -> {
                  if (recorded.kind().startsWith("alarm.")
                      || recorded.kind().startsWith("catalog.")) {
                    changed.set(recorded.seq());
                  }
                });
  }

  @Override
  public Observable<Long> changed() {
    return changed;
  }

  @Override
  public List<RegionCoverage> coverage() {
    return data.holes().coverage();
  }

  @Override
  public List<Alarm> alarms() {
    return data.holes().alarms();
  }

  @Override
  public void acknowledge(Alarm alarm) {
    data.writable("acknowledging an alarm");
    data.results().acknowledge(alarm);
  }

  @Override
  public void close() {
    following.close();
  }
}
