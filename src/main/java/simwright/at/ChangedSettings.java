package simwright.at;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simwright.fault.Fault;

/// The settings of a modem that we changed, and how they were: echo, result words, error numbers,
/// registration and event reports. Putting them back leaves the port as it was found.
final class ChangedSettings {
  private static final Pattern WRITE = Pattern.compile("AT([+^#%$][A-Z0-9]+)=.*");

  private final AtEngine engine;
  private final Deque<String> undo = new ArrayDeque<>();

  ChangedSettings(AtEngine engine) {
    this.engine = engine;
  }

  /// Where the port holds late results of an earlier conversation, each of these commands is ended
  /// by one of them; the answer to `AT+CMEE?` then lacks its line.
  void init() {
    Answer<List<String>> first = plain("AT");
    boolean echo = engine.echoes();
    boolean digits = first.exchange().result().text().strip().length() == 1;
    Answer<List<String>> unused = plain("ATE0");
    if (echo) {
      remember("ATE1");
    }
    unused = plain("ATV1");
    if (digits) {
      remember("ATV0");
    }
    boolean told = remembered("AT+CMEE=1");
    unused = plain("AT+CMEE=1");
    if (!told) {
      engine.doubt();
    }
  }

  Answer<List<String>> change(String write) {
    boolean unused = remembered(write);
    return plain(write);
  }

  /// Asks what is there before the write; false when the modem does not tell.
  private boolean remembered(String write) {
    Matcher name = WRITE.matcher(write);
    if (!name.matches()) {
      return false;
    }
    String before = before(name.group(1));
    String undone = "AT" + name.group(1) + "=" + before;
    if (!before.isEmpty() && !undone.equals(write)) {
      remember(undone);
    }
    return !before.isEmpty();
  }

  /// The settings that were there first win, so the same one changed twice goes back to the start.
  private void remember(String line) {
    String name = line.replaceFirst("[=01].*$", "");
    synchronized (undo) {
      if (undo.stream().noneMatch(known -> known.replaceFirst("[=01].*$", "").equals(name))) {
        undo.push(line);
      }
    }
  }

  /// What the modem tells of a setting; of registration reports the first number alone, the others
  /// are states.
  private String before(String name) {
    Answer<List<String>> answer = plain("AT" + name + "?");
    if (!(answer instanceof Answer.Value<List<String>> value) || value.result().isEmpty()) {
      return "";
    }
    String said = Fields.afterPrefix(value.result().getFirst()).replace(" ", "");
    return name.endsWith("REG") ? said.replaceFirst(",.*$", "") : said;
  }

  void restore() {
    while (true) {
      String line;
      synchronized (undo) {
        line = undo.poll();
      }
      if (line == null) {
        return;
      }
      put(line);
    }
  }

  /// A modem that no longer answers cannot be put back; the transcript says so.
  private void put(String line) {
    try {
      Answer<List<String>> unused = plain(line);
    } catch (Fault fault) {
      if (!fault.code().layer().equals("at")) {
        throw fault;
      }
      engine.port().transcript().note("could not put back " + line + ": " + fault.code());
    }
  }

  private Answer<List<String>> plain(String line) {
    return engine.send(new RawCommand(line, CommandClass.LOCAL));
  }
}
