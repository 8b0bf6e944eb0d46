package simwright.at.command;

/// Who made the device, +CGMI (3GPP TS 27.007 clause 5.1): free text on one line.
public record Manufacturer(String text) implements ReadText {
  /// As 3GPP TS 27.007 has it.
  public Manufacturer() {
    this("AT+CGMI");
  }
}
