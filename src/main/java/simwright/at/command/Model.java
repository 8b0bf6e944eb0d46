package simwright.at.command;

/// Which model it is, +CGMM (3GPP TS 27.007 clause 5.2): free text on one line.
public record Model(String text) implements ReadText {
  /// As 3GPP TS 27.007 has it.
  public Model() {
    this("AT+CGMM");
  }
}
