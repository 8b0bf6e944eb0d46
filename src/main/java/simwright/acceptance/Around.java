package simwright.acceptance;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import simwright.lab.Disturbance;

/// What a run has done around its device and not undone yet. Of a run whose program ended in its
/// middle everything may still stand.
public final class Around {
  private final Surroundings bench;
  private final boolean afterwards;
  private final Set<String> standing = ConcurrentHashMap.newKeySet();

  private Around(Surroundings bench, boolean afterwards) {
    this.bench = bench;
    this.afterwards = afterwards;
  }

  /// For a run that begins on this bench.
  public static Around on(Surroundings bench) {
    return new Around(bench, false);
  }

  /// For the safe state of a run that ended before.
  public static Around after(Surroundings bench) {
    return new Around(bench, true);
  }

  /// Has the bench do it; false where a person has to.
  public boolean does(Disturbance act) {
    return bench.does(act);
  }

  /// Whether the run ended before: what was done since may be somebody else's.
  public boolean afterwards() {
    return afterwards;
  }

  /// It stands from now on, whether or not it came about as it should.
  public void begun(String what) {
    standing.add(what);
  }

  /// It was undone.
  public void ended(String what) {
    standing.remove(what);
  }

  /// Whether it may stand.
  public boolean mayStand(String what) {
    return afterwards || standing.contains(what);
  }
}
