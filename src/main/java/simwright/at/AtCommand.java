package simwright.at;

import java.util.List;
import java.util.Optional;

/// A command that knows its answer. One file holds the request, the response with units, and the
/// clause.
public interface AtCommand<R> {
  /// The command line as it is sent, without the carriage return: `AT+CSQ`.
  String text();

  /// How long the answer may take.
  default CommandClass commandClass() {
    return CommandClass.LOCAL;
  }

  /// The prefixes its information lines may have; by default the name of the command.
  default List<String> prefixes() {
    return CommandNames.prefixes(text());
  }

  /// Whether information lines without any prefix belong to it.
  default boolean plain() {
    return false;
  }

  /// Whether a line with one of its prefixes is part of the answer rather than unsolicited.
  default boolean owns(String line) {
    return true;
  }

  /// Whether a line without prefix that looks unsolicited belongs to it all the same.
  default boolean claims(String line) {
    return false;
  }

  /// Whether a character sent while it runs ends it early (V.250 clause 5.6.1); never for APDUs,
  /// PINs and firmware.
  default boolean abortable() {
    return false;
  }

  /// What is sent when the modem prompts with `> `; empty when this command does not prompt.
  default Optional<String> body() {
    return Optional.empty();
  }

  /// Whether the results that end a call are final for it.
  default boolean dials() {
    return false;
  }

  /// Whether its own information line must come before its final result: a result before that line
  /// is the late end of something given up.
  default boolean named() {
    return false;
  }

  /// Reads the information lines of a successful answer; empty when they have a shape nobody has
  /// seen.
  Optional<R> parse(List<String> lines);
}
