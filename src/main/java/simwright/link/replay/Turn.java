package simwright.link.replay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simwright.transcript.Direction;
import simwright.transcript.Escapes;
import simwright.transcript.TranscriptLine;

/// One turn of a recorded conversation. `pause` is the time since the line before it.
sealed interface Turn {
  /// How a transcript says that the far end hung up.
  String HUNG_UP = "ended: link/gone";

  /// We speak: what is expected, as it stands in the transcript, and as a pattern.
  record Sent(String text, Pattern pattern) implements Turn {
    /// How much of what was written is this turn: -1 when it is something else, 0 when more must
    /// come to tell.
    int match(String written) {
      Matcher matcher = pattern.matcher(written);
      if (matcher.lookingAt() && matcher.end() > 0) {
        return matcher.end();
      }
      return matcher.hitEnd() ? 0 : -1;
    }
  }

  /// The far end speaks.
  record Received(byte[] bytes, Duration pause) implements Turn {}

  /// The far end hangs up.
  record HangUp(Duration pause) implements Turn {}

  /// The turns of a transcript. Lines sent one after the other are one turn.
  static List<Turn> of(List<TranscriptLine> lines) {
    List<Turn> turns = new ArrayList<>();
    StringBuilder sent = new StringBuilder();
    long before = 0;
    for (TranscriptLine line : lines) {
      Duration pause = Duration.ofMillis(Math.max(0, line.millis() - before));
      before = line.millis();
      if (line.direction() == Direction.SENT) {
        sent.append(line.text());
      } else if (line.direction() == Direction.RECEIVED || line.text().startsWith(HUNG_UP)) {
        if (!sent.isEmpty()) {
          turns.add(sent(sent.toString()));
          sent.setLength(0);
        }
        turns.add(
            line.direction() == Direction.RECEIVED
                ? new Received(Escapes.unescape(line.text()), pause)
                : new HangUp(pause));
      }
    }
    if (!sent.isEmpty()) {
      turns.add(sent(sent.toString()));
    }
    return turns;
  }

  private static Sent sent(String text) {
    StringBuilder pattern = new StringBuilder();
    int from = 0;
    for (int at = maskAt(text, 0); at >= 0; at = maskAt(text, from)) {
      pattern.append(quoted(text.substring(from, at))).append("[^\r\n]*");
      from = at + 4;
    }
    pattern.append(quoted(text.substring(from)));
    return new Sent(text, Pattern.compile(pattern.toString()));
  }

  /// The place of the next mask: the last four of a run of asterisks.
  private static int maskAt(String text, int from) {
    int at = text.indexOf("****", from);
    while (at >= 0 && text.startsWith("****", at + 1)) {
      at++;
    }
    return at;
  }

  private static String quoted(String escaped) {
    return Pattern.quote(new String(Escapes.unescape(escaped), StandardCharsets.ISO_8859_1));
  }
}
