package simwright.at;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the lines of the modem mean while a command is in flight or none is: a state of records,
/// one step per line.
sealed interface Inbox {
  /// What a line did: the next state, an unsolicited result where it was one, and what else is to
  /// be known of it.
  record Step(Inbox next, @Nullable Urc urc, Oddity oddity) {
    static Step to(Inbox next) {
      return new Step(next, null, Oddity.NONE);
    }

    static Step unsolicited(Inbox next, String line) {
      return new Step(next, Urc.of(line), Oddity.NONE);
    }
  }

  /// What is odd about a line.
  enum Oddity {
    /// Nothing.
    NONE,
    /// It had to be dropped.
    DROPPED,
    /// It ends a command, and none is in flight: an earlier one was ended by another's result.
    STRAY
  }

  /// Whether nothing more can come for the command.
  default boolean settled() {
    return this instanceof Closed || this instanceof Lost;
  }

  /// Takes a complete line.
  Step line(String text);

  /// Takes a result number of ATV0.
  Step number(String digits);

  /// What is still to come of an unsolicited result of two lines: a message that is passed on at
  /// once (3GPP TS 27.005 clauses 3.4.1 and 4.2).
  enum Tail {
    /// Nothing.
    NONE,
    /// The digits of a PDU.
    DIGITS,
    /// A text of any kind.
    TEXT;

    static Tail after(String line) {
      return switch (Fields.prefix(line)) {
        case "+CMT", "+CBM" -> Fields.of(line).size() > 2 ? TEXT : DIGITS;
        case "+CDS" -> Fields.of(line).size() > 2 ? NONE : DIGITS;
        default -> NONE;
      };
    }

    boolean takes(String line) {
      return this == TEXT || (this == DIGITS && line.strip().matches("(?:[0-9A-Fa-f]{2}){8,}"));
    }
  }

  /// No command is in flight: every line is unsolicited; a stray final result is the late end of
  /// something given up.
  record Idle(Tail tail) implements Inbox {
    Idle() {
      this(Tail.NONE);
    }

    @Override
    public Step line(String text) {
      boolean stray = !tail.takes(text) && FinalResult.of(text, false).isPresent();
      Tail next = tail.takes(text) ? Tail.NONE : Tail.after(text);
      return stray ? new Step(this, null, Oddity.STRAY) : Step.unsolicited(new Idle(next), text);
    }

    @Override
    public Step number(String digits) {
      return Step.to(this);
    }
  }

  /// The lines of an answer so far, the newest first; adding one copies nothing.
  record Chain(@Nullable Chain before, String text, int count, int size) {
    static Chain add(@Nullable Chain before, String text) {
      return before == null
          ? new Chain(null, text, 1, text.length())
          : new Chain(before, text, before.count + 1, before.size + text.length());
    }

    static List<String> list(@Nullable Chain last) {
      Deque<String> lines = new ArrayDeque<>();
      for (Chain at = last; at != null; at = at.before) {
        lines.addFirst(at.text);
      }
      return List.copyOf(lines);
    }
  }

  /// A command is in flight. `words` says that this modem prints its results as words, so that a
  /// lone digit is none.
  record Open(AtCommand<?> command, boolean words, boolean echoed, @Nullable Chain lines, Tail tail)
      implements Inbox {
    static final int MOST_LINES = 5000;
    static final int MOST_CHARACTERS = 1 << 20;

    static Open of(AtCommand<?> command, boolean words) {
      return new Open(command, words, false, null, Tail.NONE);
    }

    @Override
    public Step line(String text) {
      if (tail.takes(text)) {
        return Step.unsolicited(with(Tail.NONE), text);
      }
      if (isEcho(text)) {
        return Step.to(new Open(command, words, true, lines, tail));
      }
      Optional<FinalResult> result = result(text);
      if (result.isPresent()) {
        return Step.to(closed(result.get(), tail));
      }
      if (!belongs(text)) {
        return Step.unsolicited(lost(text) ? new Lost() : with(Tail.after(text)), text);
      }
      if (lines != null && (lines.count >= MOST_LINES || lines.size >= MOST_CHARACTERS)) {
        return new Step(this, null, Oddity.DROPPED);
      }
      return Step.to(new Open(command, words, echoed, Chain.add(lines, text), Tail.NONE));
    }

    /// Whether no answer can come any more, as the modem says that it has started. What is asked
    /// while it may still be starting is asked again by itself, and a restart is what REBOOT wants.
    private boolean lost(String unsolicited) {
      return switch (command.commandClass()) {
        case PROBE, LOCAL, REBOOT -> false;
        case CARD, NETWORK, RADIO, OPERATOR, SCAN, CONTEXT, MESSAGE, USSD, APDU ->
            KnownUrcs.isStart(unsolicited);
      };
    }

    private Open with(Tail next) {
      return next == tail ? this : new Open(command, words, echoed, lines, next);
    }

    @Override
    public Step number(String digits) {
      Optional<FinalResult> result = words ? Optional.empty() : FinalResult.ofNumber(digits);
      return result.map(found -> Step.to(closed(found, Tail.NONE))).orElseGet(() -> line(digits));
    }

    private Inbox closed(FinalResult found, Tail rest) {
      return command.named() && lines == null
          ? this
          : new Closed(Chain.list(lines), found, echoed, rest);
    }

    private Optional<FinalResult> result(String text) {
      if (command.commandClass() == CommandClass.REBOOT && KnownUrcs.isFarewell(text)) {
        return Optional.of(new FinalResult.Ok(text));
      }
      return FinalResult.of(text, command.dials());
    }

    /// The echo is the command line again, garbage before it after a boot, or the text sent at a
    /// prompt.
    private boolean isEcho(String text) {
      String line = text.strip();
      String sent = command.text().strip();
      if (!echoed && line.length() >= sent.length()) {
        int from = line.length() - sent.length();
        if (line.regionMatches(true, from, sent, 0, sent.length())
            && (from == 0 || Fields.prefix(line).isEmpty())) {
          return true;
        }
      }
      String body = command.body().orElse("");
      return !body.isEmpty() && bodyLine(line, body);
    }

    private static boolean bodyLine(String line, String body) {
      String shown = line.startsWith("> ") ? line.substring(2) : line;
      int end = shown.length();
      while (end > 0 && shown.charAt(end - 1) == 26) {
        end--;
      }
      return end > 0 && shown.substring(0, end).equals(body);
    }

    private boolean belongs(String text) {
      String prefix = Fields.prefix(text);
      if (prefix.isEmpty()) {
        return command.plain() && (!KnownUrcs.isPlain(text) || command.claims(text));
      }
      for (String own : command.prefixes()) {
        if (prefix.equals(own)
            || (own.endsWith("*") && prefix.startsWith(own.substring(0, own.length() - 1)))) {
          return command.owns(text);
        }
      }
      return false;
    }
  }

  /// The modem has started anew: the command is lost, and what comes is unsolicited.
  record Lost() implements Inbox {
    @Override
    public Step line(String text) {
      return Step.unsolicited(this, text);
    }

    @Override
    public Step number(String digits) {
      return Step.to(this);
    }
  }

  /// The command has its final result.
  record Closed(List<String> lines, FinalResult result, boolean echoed, Tail tail)
      implements Inbox {
    @Override
    public Step line(String text) {
      boolean stray = !tail.takes(text) && FinalResult.of(text, false).isPresent();
      Tail next = tail.takes(text) ? Tail.NONE : Tail.after(text);
      return stray
          ? new Step(this, null, Oddity.STRAY)
          : Step.unsolicited(new Closed(lines, result, echoed, next), text);
    }

    @Override
    public Step number(String digits) {
      return Step.to(this);
    }
  }
}
