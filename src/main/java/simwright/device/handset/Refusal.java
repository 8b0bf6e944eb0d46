package simwright.device.handset;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import simwright.fault.FaultCode;
import simwright.link.ShellSaid;

/// Why a command was not carried out, by its words and its exit code; many commands say it in words
/// alone and end with 0.
final class Refusal {
  private static final Pattern PERMISSION =
      Pattern.compile(
          "SecurityException|[Pp]ermission [Dd]eni|not allowed|Operation not permitted");
  private static final Pattern UNKNOWN =
      Pattern.compile(
          "[Uu]nknown command|No shell command implementation|Can't find service|not found"
              + "|[Ii]nvalid command|Unknown option|usage: svc");
  private static final Pattern FAILED = Pattern.compile("(?m)^(Error|Exception|Failure|Killed)\\b");

  private Refusal() {}

  /// Empty where nothing speaks against it.
  static Optional<FaultCode> of(ShellSaid said) {
    String words = said.words();
    boolean failed =
        said.exit().orElse(0) != 0 || FAILED.matcher(words).find() || !said.errors().isBlank();
    if (PERMISSION.matcher(words).find()) {
      return Optional.of(HandsetCodes.PERMISSION);
    }
    boolean silent = said.exit().equals(OptionalInt.empty());
    if ((failed || silent || words.lines().count() <= 2) && UNKNOWN.matcher(words).find()) {
      return Optional.of(HandsetCodes.NOT_SUPPORTED);
    }
    return failed ? Optional.of(HandsetCodes.COMMAND_FAILED) : Optional.empty();
  }
}
