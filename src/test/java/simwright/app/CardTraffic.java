package simwright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What went to an eUICC through a modem, read from the transcript of the modem's link, and what
/// the same functions cost at the least: STORE DATA in blocks of 255 bytes, answers fetched 256
/// bytes at a time, in the lines of 3GPP TS 27.007 clauses 8.43 and 8.44.
record CardTraffic(List<Function> functions, int commands, int lineBytes) {
  private static final Pattern LINE = Pattern.compile("^[0-9.]+ ([<>]) (.*)$");
  private static final Pattern SENT =
      Pattern.compile("AT\\+CGLA=(\\w+),(\\d+),\"([0-9A-F*]*)\"\\\\r");
  private static final Pattern SAID = Pattern.compile("\\+CGLA: (\\d+),\"([0-9A-F*]*)\"\\\\r\\\\n");
  private static final int HEADER = 5;
  private static final int BLOCK = 255;
  private static final int ANSWER = 256;
  private static final int FRAME = "AT+CGLA=1,,\"\"\r".length();
  private static final int REPLY = "\r\n+CGLA: ,\"\"\r\n\r\nOK\r\n".length();

  /// One function or segment: the tag it begins with, how many bytes went and came.
  record Function(String tag, int sent, int answered) {
    int commands() {
      return pieces(sent, BLOCK) + pieces(answered, ANSWER);
    }

    /// Characters of the lines, both ways.
    int lineBytes() {
      int bytes = 0;
      for (int left = sent; left > 0; left -= BLOCK) {
        bytes += line(HEADER + Math.min(left, BLOCK)) + reply(2);
      }
      for (int left = answered; left > 0; left -= ANSWER) {
        bytes += line(HEADER) + reply(Math.min(left, ANSWER) + 2);
      }
      return bytes;
    }

    private static int pieces(int bytes, int of) {
      return (bytes + of - 1) / of;
    }

    private static int line(int octets) {
      return FRAME + String.valueOf(2 * octets).length() + 2 * octets;
    }

    private static int reply(int octets) {
      return REPLY + String.valueOf(2 * octets).length() + 2 * octets;
    }
  }

  /// Of the last link whose transcript stands in a data folder.
  static CardTraffic of(Path data) throws IOException {
    try (var files = Files.list(data.resolve("transcripts"))) {
      Path last = files.max((a, b) -> a.getFileName().compareTo(b.getFileName())).orElseThrow();
      return read(Files.readAllLines(last));
    }
  }

  private static CardTraffic read(List<String> lines) {
    List<Function> functions = new ArrayList<>();
    boolean open = false;
    boolean chained = false;
    int commands = 0;
    int lineBytes = 0;
    for (String each : lines) {
      Matcher line = LINE.matcher(each);
      if (!line.matches()) {
        continue;
      }
      String text = line.group(2);
      if (text.startsWith("AT+CCHO") || text.startsWith("AT+CCHC")) {
        open = text.startsWith("AT+CCHO");
        continue;
      }
      if (open) {
        lineBytes += text.replaceAll("\\\\[rn]", "r").length();
      }
      Matcher sent = SENT.matcher(text);
      Matcher said = SAID.matcher(text);
      if (sent.matches()) {
        commands++;
        String apdu = sent.group(3);
        if (apdu.startsWith("E2", 2)) {
          int bytes = Integer.parseInt(apdu.substring(8, 10), 16);
          functions.add(chained ? more(functions, bytes, 0) : first(apdu, bytes));
          chained = apdu.startsWith("11", 4);
        }
      } else if (said.matches()) {
        functions.add(more(functions, 0, Integer.parseInt(said.group(1)) / 2 - 2));
      }
    }
    return new CardTraffic(List.copyOf(functions), commands, lineBytes);
  }

  private static Function first(String apdu, int bytes) {
    return new Function(apdu.substring(10, 14).toUpperCase(Locale.ROOT), bytes, 0);
  }

  private static Function more(List<Function> functions, int sent, int answered) {
    Function last = functions.removeLast();
    return new Function(last.tag(), last.sent() + sent, last.answered() + answered);
  }

  /// Commands of a flow that asks for nothing it knows.
  int floor(List<String> needed) {
    return necessary(needed).stream().mapToInt(Function::commands).sum();
  }

  /// Characters of the lines of such a flow.
  int lineFloor(List<String> needed) {
    return necessary(needed).stream().mapToInt(Function::lineBytes).sum();
  }

  /// Each segment of a package, and of the functions those that are needed, as often as they are.
  private List<Function> necessary(List<String> needed) {
    List<String> left = new ArrayList<>(needed);
    return functions.stream()
        .filter(each ->
            !each.tag().startsWith("BF") || each.tag().equals("BF36") || left.remove(each.tag()))
        .toList();
  }
}
