package simwright.acceptance;

/// Where a step stands in its run: the phase, the titles of the groups around it ("" when none),
/// the slot, which is the same for every try of the same step in the same round, the round of how
/// many, and which try it is. Rounds and tries count from 1.
public record Place(String phase, String group, String slot, int round, int rounds, int attempt) {
  /// The phase that a plan is about.
  static final String MAIN = "main";

  /// The first try of a phase's own step.
  public static Place in(String phase, String slot) {
    return new Place(phase, "", slot, 1, 1, 1);
  }

  /// A part of this one by its number.
  Place at(int number) {
    return new Place(phase, group, slot + "/" + number, round, rounds, attempt);
  }

  /// A part of this one by a letter: the setup, steps or teardown of a group.
  Place at(String part) {
    return new Place(phase, group, slot + "/" + part, round, rounds, attempt);
  }

  /// Within a group.
  Place within(String title) {
    return new Place(
        phase, group.isEmpty() ? title : group + " · " + title, slot, round, rounds, attempt);
  }

  /// In a round.
  Place round(int number, int of) {
    return new Place(phase, group, slot + "." + number, number, of, attempt);
  }

  /// At a try.
  Place attempt(int number) {
    return new Place(phase, group, slot, round, rounds, number);
  }
}
