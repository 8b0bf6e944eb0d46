package simwright.at;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the lines of the modem mean while a command is in flight or none is: a state of records,
/// one step per line.
sealed interface Inbox {
  /// What a line did: the next state, and an unsolicited result where it was one.
  record Step(Inbox next, @Nullable Urc urc) {}

  /// Takes a complete line.
  Step line(String text);

  /// Takes a result number of ATV0.
  Step number(String digits);

  /// No command is in flight: every line is unsolicited; a stray final result is the late end of
  /// something given up.
  record Idle() implements Inbox {
    @Override
    public Step line(String text) {
      boolean stray = FinalResult.of(text, false).isPresent();
      return new Step(this, stray ? null : Urc.of(text));
    }

    @Override
    public Step number(String digits) {
      return new Step(this, null);
    }
  }

  /// A command is in flight.
  record Open(AtCommand<?> command, boolean echoed, List<String> lines) implements Inbox {
    static final int MOST_LINES = 5000;

    static Open of(AtCommand<?> command) {
      return new Open(command, false, List.of());
    }

    @Override
    public Step line(String text) {
      if (!echoed && isEcho(text)) {
        return new Step(new Open(command, true, lines), null);
      }
      Optional<FinalResult> result = FinalResult.of(text, command.dials());
      if (result.isPresent()) {
        return new Step(new Closed(lines, result.get()), null);
      }
      if (!belongs(text)) {
        return new Step(this, Urc.of(text));
      }
      if (lines.size() >= MOST_LINES) {
        return new Step(this, null);
      }
      List<String> more = new ArrayList<>(lines);
      more.add(text);
      return new Step(new Open(command, echoed, more), null);
    }

    @Override
    public Step number(String digits) {
      Optional<FinalResult> result = FinalResult.ofNumber(digits);
      if (result.isPresent()) {
        return new Step(new Closed(lines, result.get()), null);
      }
      return line(digits);
    }

    /// The echo is the command line again; garbage may stand before it after a boot.
    private boolean isEcho(String text) {
      String line = text.strip();
      return line.equalsIgnoreCase(command.text().strip())
          || (line.length() > command.text().length()
              && line.toUpperCase(Locale.ROOT)
                  .endsWith(command.text().strip().toUpperCase(Locale.ROOT))
              && Fields.prefix(line).isEmpty());
    }

    private boolean belongs(String text) {
      String prefix = Fields.prefix(text);
      if (prefix.isEmpty()) {
        return command.plain() && !KnownUrcs.isPlain(text);
      }
      for (String own : command.prefixes()) {
        if (prefix.equals(own)
            || (own.endsWith("*") && prefix.startsWith(own.substring(0, own.length() - 1)))) {
          return command.owns(text);
        }
      }
      return command.plain() && command.prefixes().contains("*");
    }
  }

  /// The command has its final result.
  record Closed(List<String> lines, FinalResult result) implements Inbox {
    @Override
    public Step line(String text) {
      return new Step(this, Urc.of(text));
    }

    @Override
    public Step number(String digits) {
      return new Step(this, null);
    }
  }
}
