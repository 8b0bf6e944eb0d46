package simwright.at.command;

/// Why the last call, registration or context failed, +CEER (3GPP TS 27.007 clause 6.10): the
/// maker's text.
public record ReadExtendedError() implements ReadText {
  @Override
  public String text() {
    return "AT+CEER";
  }
}
