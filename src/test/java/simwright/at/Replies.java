package simwright.at;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/// The collected replies of real modems, read from the shared data. Their origins (QModem's test
/// cases, public issue logs, vendor status lines) are named section by section in the file itself.
public final class Replies {
  private static final Path FILE = Path.of("../shared/data/at-replies.md");
  private static final Pattern PREFIX =
      Pattern.compile("^([+^#%*!$&][A-Z][A-Z0-9]*)\\s*:?.*", Pattern.DOTALL);
  private static final Pattern START =
      Pattern.compile("(?<=^|[ ;|/>])(?=[+^#%*!$][A-Z0-9]+ ?: ?)|(?<=^|[ ;|/>])(?=CPIN: )");

  private Replies() {}

  /// A command and the bytes that answered it.
  public record Recorded(String device, String command, String bytes) {}

  /// A command as far as it is known, and an information line, URC or result.
  public record Line(String command, String text) {}

  /// The byte-exact recordings of section 1.
  public static List<Recorded> recorded() {
    List<Recorded> all = new ArrayList<>();
    for (String line : section(1)) {
      Matcher parts = Pattern.compile("(\\S+) \\| (AT.*?) => (.*)").matcher(line);
      if (parts.matches()) {
        all.add(new Recorded(parts.group(1), parts.group(2), unescape(parts.group(3))));
      }
    }
    return all;
  }

  /// Every line of every section, with the command it answers where that is told or follows from
  /// its prefix.
  public static List<Line> lines() {
    List<Line> all = new ArrayList<>();
    for (Recorded each : recorded()) {
      add(all, each.command(), each.bytes());
    }
    for (int number = 2; number <= 4; number++) {
      for (String line : section(number)) {
        fragments(all, line);
      }
    }
    return all;
  }

  private static void add(List<Line> all, String command, String bytes) {
    for (String text : bytes.split("[\r\n]+")) {
      String line = text.strip();
      if (!line.isEmpty() && !line.equalsIgnoreCase(command) && !line.equals("...")) {
        all.add(new Line(command, line));
      }
    }
  }

  /// Cuts a line of free notes into the replies that stand in it.
  private static void fragments(List<Line> all, String line) {
    Matcher asked = Pattern.compile("(AT[+^#%!*][^ =?]*(?:=\"[^ ]*|=[^ ]+|\\?)?)").matcher(line);
    String command = asked.find() ? asked.group(1) : "";
    String text = unescape(line.replaceAll("\\s{2,}\\(.*$|\\s\\* ", " "));
    for (String piece : text.split("[\r\n]+|\\s[|;/]\\s|\\s=>\\s")) {
      for (String fragment : START.split(piece.strip())) {
        String found =
            fragment.strip().replaceAll("\\s+\\([^()]*\\)$|,? x4,?$|[,;] ?$", "").strip();
        Matcher prefix = PREFIX.matcher(found);
        if (prefix.matches() && found.contains(":")) {
          String name = prefix.group(1);
          all.add(new Line(command.contains(name) ? command : guess(name, found), found));
        } else if (found.startsWith("CPIN:")) {
          all.add(new Line("AT+CPIN?", found));
        }
      }
    }
  }

  private static String guess(String name, String line) {
    return switch (name) {
      case "+QENG" -> "AT+QENG=\"" + (line.contains("neighbour") ? "neighbourcell" : "servingcell");
      case "+CCHO" -> "AT+CCHO=\"A0000005591010FFFFFFFF8900000100\"";
      case "+CGLA" -> "AT+CGLA=1,10,\"81E2910000\"";
      case "+CSIM" -> "AT+CSIM=10,\"0070000000\"";
      case "+QESIM" -> "AT+QESIM=\"" + (line.contains("eid") ? "eid\"" : "list\"");
      case "+QCFG" -> "AT+QCFG=\"usbnet\"";
      default -> "AT" + name + "?";
    };
  }

  private static List<String> section(int number) {
    Assumptions.assumeTrue(Files.exists(FILE), "the collected replies are not here: " + FILE);
    List<String> found = new ArrayList<>();
    boolean inside = false;
    boolean fenced = false;
    try {
      for (String line : Files.readAllLines(FILE, StandardCharsets.UTF_8)) {
        if (line.startsWith("## ")) {
          inside = line.startsWith("## " + number + ".");
        } else if (line.startsWith("```")) {
          fenced = !fenced;
        } else if (inside && fenced && !line.isBlank()) {
          found.add(line);
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return found;
  }

  private static String unescape(String text) {
    return text.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t");
  }
}
