package simwright.at;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Cuts bytes into lines, whatever the cuts of the wire. NUL and 0xFF bytes and empty lines are
/// dropped; a line longer than 4 KiB is cut and counted. A line of one digit that ends in a bare
/// carriage return is a V0 result, but only the next byte or a pause tells; so it waits for either.
public final class Framer {
  /// The longest line that is kept, in bytes.
  public static final int LONGEST = 4096;

  private static final String WORDS = "+CUSD";

  /// What the framer tells.
  public interface Sink {
    /// A complete line without its end.
    void line(String text);

    /// A result number after ATV0.
    void number(String digits);

    /// The modem waits for a text: `> ` without a line end.
    void prompt();
  }

  private enum Ending {
    NONE,
    DIGIT_THEN_RETURN
  }

  private final Sink sink;
  private final byte[] line = new byte[LONGEST];
  private int length;
  private boolean fresh = true;
  private boolean prompting;
  private Ending ending = Ending.NONE;
  private long cut;

  /// Tells `sink` what it finds.
  public Framer(Sink sink) {
    this.sink = sink;
  }

  /// Whether `> ` at the start of a line is a prompt; only while the command in flight is declared
  /// to prompt.
  public void prompting(boolean on) {
    prompting = on;
  }

  /// How many lines were cut for their length.
  public long cut() {
    return cut;
  }

  /// Whether something waits that a pause would decide.
  public boolean undecided() {
    return ending == Ending.DIGIT_THEN_RETURN;
  }

  /// Whether an unfinished line is the prompt of a modem that waits for a text.
  boolean promptWaits() {
    return isPrompt() || (length == 1 && line[0] == '>');
  }

  /// Takes bytes.
  public void accept(byte[] bytes, int count) {
    int start = 0;
    for (int i = 0; i < count; i++) {
      byte b = bytes[i];
      if (b > '\r' && ending == Ending.NONE && !(prompting && fresh)) {
        continue;
      }
      if (b == '\r' || b == '\n' || b == 0 || b == (byte) 0xff) {
        copy(bytes, start, i);
        start = i + 1;
        special(b);
      } else if (ending != Ending.NONE) {
        pause();
      } else if (prompting && fresh) {
        copy(bytes, start, i + 1);
        start = i + 1;
        if (isPrompt()) {
          length = 0;
          prompting = false;
          sink.prompt();
        }
      }
    }
    copy(bytes, start, count);
  }

  /// Nothing came for a while: what waits is decided.
  public void pause() {
    if (ending == Ending.DIGIT_THEN_RETURN) {
      ending = Ending.NONE;
      String digits = text();
      length = 0;
      fresh = true;
      sink.number(digits);
    }
  }

  private void special(byte b) {
    if (b == 0 || b == (byte) 0xff) {
      return;
    }
    if (b == '\r' && length == 1 && line[0] >= '0' && line[0] <= '9' && ending == Ending.NONE) {
      ending = Ending.DIGIT_THEN_RETURN;
      return;
    }
    if (b == '\r' && ending == Ending.DIGIT_THEN_RETURN) {
      pause();
      return;
    }
    ending = Ending.NONE;
    fresh = true;
    if (length > 0 && !goesOn()) {
      String text = text();
      length = 0;
      if (!text.isBlank()) {
        sink.line(text);
      }
    }
  }

  /// The words of a network may have line ends of their own, within quotes (+CUSD, 3GPP TS 27.007
  /// clause 7.15): the line then goes on. A result or another answer shows that the quote was lost.
  private boolean goesOn() {
    if (length < WORDS.length() || line[1] != 'C' || line[2] != 'U' || length == LONGEST) {
      return false;
    }
    String text = text();
    if (!text.startsWith(WORDS) || quotes() % 2 == 0) {
      return false;
    }
    int last = text.lastIndexOf('\n');
    String piece = text.substring(last + 1);
    if (last > 0 && (FinalResult.of(piece, true).isPresent() || !Fields.prefix(piece).isEmpty())) {
      sink.line(text.substring(0, last));
      length = 0;
      sink.line(piece);
      return true;
    }
    if (!piece.isEmpty()) {
      line[length++] = '\n';
    }
    return true;
  }

  private int quotes() {
    int quotes = 0;
    for (int i = 0; i < length; i++) {
      quotes += line[i] == '"' ? 1 : 0;
    }
    return quotes;
  }

  private void copy(byte[] bytes, int from, int to) {
    int n = to - from;
    if (n <= 0) {
      return;
    }
    int room = Math.min(n, LONGEST - length);
    if (room < n && length < LONGEST) {
      cut++;
    }
    System.arraycopy(bytes, from, line, length, room);
    length += room;
    fresh = length < 2;
  }

  private boolean isPrompt() {
    return length == 2 && line[0] == '>' && line[1] == ' ';
  }

  private String text() {
    return new String(Arrays.copyOf(line, length), StandardCharsets.ISO_8859_1);
  }
}
