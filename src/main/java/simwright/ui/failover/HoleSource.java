package simwright.ui.failover;

import java.util.List;
import simwright.failover.RegionCoverage;
import simwright.journal.Alarm;
import simwright.observe.Observable;

/// What the screen of failover needs of holes.
public interface HoleSource {
  /// The number of the newest record that may have changed them; 0 where nobody has looked.
  Observable<Long> changed();

  /// How well regions are covered. Reads the log.
  List<RegionCoverage> coverage();

  /// The alarms of holes that still hold, newest first. Reads the log.
  List<Alarm> alarms();

  /// A person has seen an alarm.
  void acknowledge(Alarm alarm);
}
