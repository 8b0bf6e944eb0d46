package simwright.acceptance.plan;

/// Something that a step does to the device, the card or an order: the command or act as a person
/// reads it, and how it weighs.
public record Change(String words, Weight weight) {
  /// Changes a setting or state that the safe state puts back.
  public static Change sets(String words) {
    return new Change(words, Weight.SETS);
  }

  /// How a change weighs, the lightest first.
  public enum Weight {
    /// A setting or a state: it can be put back.
    SETS,
    /// Another profile is put in use: the card bears only so many.
    SWITCHES,
    /// An order is used up.
    ORDERS,
    /// Something is gone for good.
    DELETES;

    /// Whether it cannot be undone. What a plan uses up is within the cap that it names.
    public boolean irreversible() {
      return compareTo(ORDERS) >= 0;
    }
  }
}
