package simwright.acceptance;

/// An order that a run may use up on its device: activation code, confirmation code ("" where none
/// is asked for), and the policy rule that its profile carries. The codes are secrets: neither
/// stands in any text of it. `name` tells it from others as the log does, "" where nothing does.
public record TestOrder(String code, String confirmationCode, Rule rule, String name) {
  /// The policy rule of a profile (SGP.22 clause 2.9.1).
  public enum Rule {
    /// None.
    NONE,
    /// Once enabled it may not be disabled.
    PPR1,
    /// It may not be deleted.
    PPR2;

    /// As it stands in plans and in files of codes.
    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// One that nothing tells from others.
  public TestOrder(String code, String confirmationCode, Rule rule) {
    this(code, confirmationCode, rule, "");
  }

  /// One of a profile without a rule.
  public TestOrder(String code, String confirmationCode) {
    this(code, confirmationCode, Rule.NONE);
  }

  /// The same, told from others by this.
  public TestOrder named(String other) {
    return new TestOrder(code, confirmationCode, rule, other);
  }

  @Override
  public String toString() {
    return "TestOrder[****]";
  }
}
