package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;

/// A question whose answer is free text on one line, bare or with prefix and quotes.
interface ReadText extends AtCommand<String> {
  @Override
  default boolean plain() {
    return true;
  }

  @Override
  default Optional<String> parse(List<String> lines) {
    return Lines.value(lines);
  }
}
