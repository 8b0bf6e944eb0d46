package simwright.at;

import java.util.List;
import java.util.Optional;

/// Any command line a person types; its answer is its lines. Lines without prefix belong to it, and
/// those with the prefix of a command in it; others are unsolicited.
public record RawCommand(String text, CommandClass commandClass)
    implements AtCommand<List<String>> {
  @Override
  public boolean plain() {
    return true;
  }

  @Override
  public Optional<List<String>> parse(List<String> lines) {
    return Optional.of(lines);
  }
}
