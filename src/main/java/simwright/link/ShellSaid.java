package simwright.link;

import java.util.OptionalInt;

/// What a command on a shell gave: its output, its errors, and its exit code where the far end
/// tells one; where it tells none, errors stand in the output.
public record ShellSaid(String output, String errors, OptionalInt exit) {
  /// All that was said, output first.
  public String words() {
    return output + errors;
  }
}
