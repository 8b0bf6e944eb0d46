package simwright.acceptance.plan;

/// How much of orders and of the card's switches a plan may use up at most, and which orders they
/// are in words.
public record Wear(int orders, int switches, String which) {
  /// None.
  public static final Wear NONE = new Wear(0, 0, "");
}
