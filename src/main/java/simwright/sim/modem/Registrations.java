package simwright.sim.modem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import simwright.sim.network.Operator;

/// Where the modem stands with the network, as each domain's command tells it (3GPP TS 27.007
/// clauses 7.2, 10.1.20, 10.1.22): an LTE modem, so 5GS stays unregistered.
final class Registrations {
  private static final List<String> DOMAINS = List.of("+CREG", "+CGREG", "+CEREG", "+C5GREG");

  private final Map<String, Integer> reports = new TreeMap<>();
  private final Consumer<String> unsolicited;
  private final String area;
  private int stat;
  private int cause;
  private int statusWord = 0x9000;
  private Runnable arrived = () -> {};
  private @Nullable Operator operator;

  /// `area` is the tracking area and cell as the commands print them.
  Registrations(Consumer<String> unsolicited) {
    this.unsolicited = unsolicited;
    this.area = "\"00C3\",\"0001A2B3\",7";
  }

  /// What happens on every registration.
  void whenArrived(Runnable then) {
    arrived = then;
  }

  int stat() {
    return stat;
  }

  /// The EMM cause of the last refusal; 0 when there was none.
  int cause() {
    return cause;
  }

  /// What the card said last to a network that could not prove itself.
  int statusWord() {
    return statusWord;
  }

  void statusWord(int word) {
    statusWord = word;
  }

  boolean registered() {
    return stat == 1 || stat == 5;
  }

  Optional<Operator> operator() {
    return Optional.ofNullable(operator);
  }

  void searching(boolean trying) {
    cause = 0;
    state(trying ? 2 : 0, null);
  }

  void denied(int why) {
    cause = why;
    state(3, null);
  }

  /// Refused for now: the modem keeps waiting.
  void congested(int why) {
    boolean told = stat == 2;
    cause = why;
    state(2, null);
    if (told) {
      report(3);
    }
  }

  /// Let in: at home, or as a guest.
  void accepted(Operator at, boolean home) {
    cause = 0;
    state(home ? 1 : 5, at);
    arrived.run();
  }

  /// Reports are off after a start.
  void silence() {
    reports.clear();
  }

  static boolean known(String command) {
    return DOMAINS.contains(command);
  }

  int reports(String command) {
    return reports.getOrDefault(command, 0);
  }

  void reports(String command, int n) {
    reports.put(command, n);
  }

  /// What follows n, as far as n asks for it.
  String details(String command) {
    int n = reports(command);
    if (command.equals("+C5GREG")) {
      return "0";
    }
    List<String> parts = new ArrayList<>();
    parts.add(Integer.toString(stat));
    boolean where = registered() && n >= 2;
    if (where) {
      parts.add(area);
    }
    if (n >= 3 && cause != 0) {
      if (!where) {
        parts.add(",,");
      }
      parts.add("0," + cause);
    }
    return String.join(",", parts);
  }

  private void state(int next, @Nullable Operator at) {
    boolean changed = next != stat;
    stat = next;
    operator = at;
    if (changed) {
      report(1);
    }
  }

  /// Tells it where reports are on at this level; a cause is told from the third one on.
  private void report(int level) {
    for (String domain : DOMAINS) {
      if (reports(domain) >= level && !domain.equals("+C5GREG")) {
        unsolicited.accept(domain + ": " + details(domain));
      }
    }
  }
}
