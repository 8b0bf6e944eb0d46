package simwright.at.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simwright.at.AtCommand;
import simwright.at.Fields;
import simwright.at.FinalResult;
import simwright.at.Replies;

/// Replies of real modems, collected from public sources, end as typed values.
class RecordedReplyTest {
  @Test
  void atLeastNinetyFiveOfAHundredLinesAreUnderstoodAndNoneThrows() {
    List<Replies.Line> all = Replies.lines();
    assertTrue(all.size() > 150, "too few lines were found: " + all.size());
    List<String> unread = new ArrayList<>();
    for (Replies.Line line : all) {
      if (reading(line).isEmpty()) {
        unread.add(line.command() + " => " + line.text());
      }
    }
    double share = 100.0 * (all.size() - unread.size()) / all.size();
    System.out.printf(
        Locale.ROOT,
        "collected replies: %d lines, %.1f %% typed; left over: %s%n",
        all.size(),
        share,
        unread);
    assertTrue(share >= 95, share + " % typed; left over: " + unread);
  }

  @Test
  void everyByteExactRecordingIsTyped() {
    for (Replies.Recorded recorded : Replies.recorded()) {
      AtCommand<?> command = Commands.any(recorded.command());
      List<String> lines = information(recorded);
      boolean failed = recorded.bytes().contains("ERROR");
      assertTrue(
          failed || command.parse(lines).isPresent(),
          recorded.device() + " " + recorded.command() + " " + lines);
    }
  }

  @Test
  void mostCommandsOfTheRecordingsHaveATypeOfTheirOwn() {
    List<String> generic =
        Replies.recorded().stream()
            .filter(each -> Commands.of(each.command()).isEmpty())
            .map(Replies.Recorded::command)
            .distinct()
            .toList();
    assertTrue(generic.size() <= 6, generic.toString());
  }

  @Test
  void theValuesAreWhatTheLineSays() {
    assertEquals(
        Optional.of(-59.0),
        Commands.radio("AT+CSQ")
            .orElseThrow()
            .parse(List.of("+CSQ: 27,99"))
            .orElseThrow()
            .rssiDbm());
    assertEquals("", new Manufacturer().parse(List.of("+CGMI: \"\"")).orElseThrow());
    assertEquals(
        4.014,
        new ReadSupply().parse(List.of("+CBC: 1,84,4014")).orElseThrow().volts().orElseThrow());
  }

  private static List<String> information(Replies.Recorded recorded) {
    List<String> lines = new ArrayList<>();
    for (String line : recorded.bytes().split("[\r\n]+")) {
      if (FinalResult.of(line, false).isPresent()) {
        break;
      }
      if (!line.isBlank() && !line.equalsIgnoreCase(recorded.command())) {
        lines.add(line);
      }
    }
    return lines;
  }

  /// A line is understood as a final result, as part of its command's answer, or as a URC.
  private static Optional<Object> reading(Replies.Line line) {
    Optional<FinalResult> result = FinalResult.of(line.text(), false);
    if (result.isPresent()) {
      return Optional.of(result.get());
    }
    Optional<Object> answer =
        Commands.of(line.command()).isPresent()
            ? Commands.read(line.command(), List.of(line.text()))
            : Optional.empty();
    return answer
        .or(() -> Unsolicited.of(line.text()).map(Object.class::cast))
        .or(() -> bare(line));
  }

  /// Rows of a table without prefix are read with the rows around them, by the test above.
  private static Optional<Object> bare(Replies.Line line) {
    boolean plain = Commands.of(line.command()).map(AtCommand::plain).orElse(false);
    return plain && Fields.prefix(line.text()).isEmpty() ? Optional.of(line) : Optional.empty();
  }
}
