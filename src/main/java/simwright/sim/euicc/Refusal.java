package simwright.sim.euicc;

/// The card answers with a status word and nothing else.
final class Refusal extends RuntimeException {
  /// Conditions of use are not satisfied.
  static final int NOT_ALLOWED = 0x6985;

  /// Data that are wrong in themselves.
  static final int WRONG_DATA = 0x6a80;

  /// Something that this card does not know, or not here.
  static final int NOT_FOUND = 0x6a88;

  private static final long serialVersionUID = 1;
  private final int status;

  Refusal(int status) {
    super("status word " + Integer.toHexString(status), null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
