package simwright.rollout;

import simwright.acceptance.Taken;

/// What is measured: by which plan, in which step (its id, or its title where it has none), under
/// which name, in which unit.
public record Measurement(String plan, String step, String name, String unit)
    implements Comparable<Measurement> {
  static Measurement of(Taken taken) {
    return new Measurement(
        taken.run().plan(), taken.step(), taken.limit().name(), taken.limit().unit());
  }

  /// `first-boot attach/rsrp`.
  public String words() {
    return plan + " " + step + "/" + name;
  }

  @Override
  public int compareTo(Measurement other) {
    return (words() + " " + unit).compareTo(other.words() + " " + other.unit);
  }
}
