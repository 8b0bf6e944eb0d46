package simwright.ui.terminal;

import java.util.ArrayList;
import java.util.List;

/// The lines a person sent, walked with up and down; a line being typed is kept at the end.
final class History {
  private static final int MOST = 500;

  private final List<String> lines = new ArrayList<>();
  private int at;
  private String draft = "";

  void add(String line) {
    if (lines.isEmpty() || !lines.getLast().equals(line)) {
      lines.add(line);
    }
    if (lines.size() > MOST) {
      lines.removeFirst();
    }
    at = lines.size();
    draft = "";
  }

  String up(String typed) {
    if (at == lines.size()) {
      draft = typed;
    }
    at = Math.max(0, at - 1);
    return lines.isEmpty() ? typed : lines.get(at);
  }

  String down(String typed) {
    if (at >= lines.size()) {
      return typed;
    }
    at++;
    return at == lines.size() ? draft : lines.get(at);
  }
}
