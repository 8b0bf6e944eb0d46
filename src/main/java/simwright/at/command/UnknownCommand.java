package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;

/// A command that no typed one stands behind: OK alone is understood, lines are not.
public record UnknownCommand(String text) implements AtCommand<Boolean> {
  @Override
  public boolean plain() {
    return true;
  }

  @Override
  public Optional<Boolean> parse(List<String> lines) {
    return lines.isEmpty() ? Optional.of(true) : Optional.empty();
  }
}
