package simwright.ui.terminal;

import java.util.ArrayList;
import java.util.List;

/// A short list of lines to send; after each the answer must hold `expect` ("" for anything) before
/// the next one goes, and `waitMillis` pass. `text` is what a person wrote.
public record Macro(String name, List<Step> steps, String text) {
  /// One line with what must come back and the pause after it, in milliseconds.
  public record Step(String send, String expect, int waitMillis) {}

  /// Reads a macro: lines `expect TEXT` and `wait MILLIS` belong to the line sent before them;
  /// blank lines and those beginning with `#` say nothing; every other line is sent as it stands.
  public static Macro parse(String name, String text) {
    List<Step> steps = new ArrayList<>();
    List<String> lines =
        text.lines().map(String::strip).filter(l -> !l.isEmpty() && l.charAt(0) != '#').toList();
    for (String line : lines) {
      int blank = line.indexOf(' ');
      String rest = blank < 0 ? "" : line.substring(blank + 1).strip();
      Step last = steps.isEmpty() ? new Step("", "", 0) : steps.getLast();
      switch (blank < 0 ? line : line.substring(0, blank)) {
        case "expect" -> replace(steps, new Step(last.send(), rest, last.waitMillis()));
        case "wait" -> replace(steps, new Step(last.send(), last.expect(), millis(rest)));
        default -> steps.add(new Step(line, "", 0));
      }
    }
    return new Macro(name, List.copyOf(steps), text);
  }

  private static void replace(List<Step> steps, Step step) {
    if (!steps.isEmpty()) {
      steps.set(steps.size() - 1, step);
    }
  }

  private static int millis(String text) {
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
  }
}
