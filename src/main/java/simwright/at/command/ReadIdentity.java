package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;

/// A question whose answer is one identifier: the first run of 14 to 20 digits, bare or with prefix
/// and quotes; empty where `make` does not take it.
interface ReadIdentity<T> extends AtCommand<T> {
  /// The identifier that these digits are; throws `IllegalArgumentException` where they are none.
  T make(String digits);

  @Override
  default boolean plain() {
    return true;
  }

  @Override
  default Optional<T> parse(List<String> lines) {
    return Lines.identifier(lines, this::make);
  }
}
