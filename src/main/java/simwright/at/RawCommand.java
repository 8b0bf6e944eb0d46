package simwright.at;

import java.util.List;
import java.util.Optional;

/// Any command line a person types; its answer is its lines. Lines without prefix belong to it, and
/// those with the prefix of a command in it; others are unsolicited.
public record RawCommand(String text, CommandClass commandClass)
    implements AtCommand<List<String>> {
  private static final List<String> DIALLING = List.of("D", "A", "O", "+CGDATA", "+XDATA");

  @Override
  public boolean plain() {
    return true;
  }

  @Override
  public List<String> prefixes() {
    List<String> names = CommandNames.prefixes(text);
    return names.isEmpty() ? List.of("+GCAP") : names;
  }

  @Override
  public boolean dials() {
    return CommandNames.split(text).stream()
        .anyMatch(part -> DIALLING.stream().anyMatch(start -> starts(part, start)));
  }

  @Override
  public boolean abortable() {
    return commandClass == CommandClass.SCAN;
  }

  @Override
  public Optional<List<String>> parse(List<String> lines) {
    return Optional.of(lines);
  }

  private static boolean starts(String part, String start) {
    return part.regionMatches(true, 0, start, 0, start.length());
  }
}
