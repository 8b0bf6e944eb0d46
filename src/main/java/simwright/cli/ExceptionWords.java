package simwright.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import simwright.lpa.HostExceptions;
import simwright.rsp.trust.HostException;

/// What is excepted for servers, as lines and as JSON.
record ExceptionWords(List<HostExceptions.Line> all, Instant now) {
  /// One on a line.
  static String line(HostException one) {
    return one.host()
        + "  "
        + one.hint()
        + "  until "
        + one.until()
        + "  because: "
        + one.because();
  }

  /// One for a program.
  static Map<String, Object> node(HostException one) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("host", one.host());
    node.put("certificate", one.certificate());
    node.put("until", one.until().toString());
    node.put("because", one.because());
    return node;
  }

  /// All for a person.
  List<String> lines() {
    if (all.isEmpty()) {
      return List.of("Nothing is excepted for any server.");
    }
    List<String> lines = new ArrayList<>();
    for (HostExceptions.Line each : all) {
      lines.add(line(each.exception()) + (holds(each) ? "" : "  ENDED"));
      lines.add(
          "  made by "
              + each.person()
              + " at "
              + each.made()
              + ", used "
              + each.uses()
              + (each.uses() == 1 ? " time" : " times")
              + each.last().map(last -> ", last at " + last).orElse(""));
    }
    return lines;
  }

  /// All for a program.
  Map<String, Object> node() {
    return Map.of("exceptions", all.stream().map(this::node).toList());
  }

  private Map<String, Object> node(HostExceptions.Line each) {
    Map<String, Object> node = node(each.exception());
    node.put("holds", holds(each));
    node.put("person", each.person());
    node.put("made", each.made().toString());
    node.put("uses", each.uses());
    node.put("lastUsed", each.last().map(Instant::toString).orElse(null));
    return node;
  }

  private boolean holds(HostExceptions.Line each) {
    return now.isBefore(each.exception().until());
  }
}
