package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.Fields;

/// The firmware, +CGMR (3GPP TS 27.007 clause 5.3) and what makers have instead: free text; of
/// several lines the one that is marked as the revision, else the last.
public record Revision(String text) implements AtCommand<String> {
  /// As 3GPP TS 27.007 has it.
  public Revision() {
    this("AT+CGMR");
  }

  @Override
  public boolean plain() {
    return true;
  }

  @Override
  public Optional<String> parse(List<String> lines) {
    return lines.stream()
        .filter(line -> line.strip().regionMatches(true, 0, "Revision", 0, 8))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(last(lines)));
  }

  private static String last(List<String> lines) {
    return Fields.afterPrefix(lines.getLast()).replace("\"", "").strip();
  }
}
