package simwright.acceptance;

/// An order that a run may use up on its device: activation code, and confirmation code ("" where
/// none is asked for). Both are secrets: neither stands in any text of it.
public record TestOrder(String code, String confirmationCode) {
  @Override
  public String toString() {
    return "TestOrder[****]";
  }
}
