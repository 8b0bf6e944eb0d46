package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;

/// Starts counting bytes, for makers whose counters stand still until then: %XCONNSTAT=1.
public record StartCounting(String text) implements AtCommand<Boolean> {
  @Override
  public Optional<Boolean> parse(List<String> lines) {
    return Optional.of(true);
  }
}
