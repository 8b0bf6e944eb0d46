package simwright.at;

/// An unsolicited result code: its prefix in upper case ("" where it has none) and the whole line.
public record Urc(String prefix, String line) {
  /// Takes a line apart.
  public static Urc of(String line) {
    return new Urc(Fields.prefix(line), line);
  }
}
