package simwright.catalog.exchange;

/// What is wrong with a row of a file: its line, the profile as the row names it, the field or "",
/// and why.
public record Trouble(int line, String profile, String field, String why) {
  /// On one line.
  public String words() {
    return "line "
        + line
        + (profile.isEmpty() ? "" : " (" + profile + ")")
        + ": "
        + (field.isEmpty() ? "" : field + ": ")
        + why;
  }
}
