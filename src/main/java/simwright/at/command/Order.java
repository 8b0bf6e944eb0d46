package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;

/// A command that changes something and asks for nothing: its success alone is the answer.
interface Order extends AtCommand<Boolean> {
  @Override
  default Optional<Boolean> parse(List<String> lines) {
    return Optional.of(true);
  }
}
