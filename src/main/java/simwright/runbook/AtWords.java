package simwright.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simwright.at.CommandNames;
import simwright.at.Fields;
import simwright.at.FinalResult;
import simwright.at.command.Commands;
import simwright.at.command.ReadRegistration;
import simwright.at.command.Registration;
import simwright.at.command.Unsolicited;
import simwright.fault.FaultCode;

/// AT command lines, answers and unsolicited lines in words.
final class AtWords {
  private static final Pattern BASIC =
      Pattern.compile("(?i)(?:S([0-9]+)(?:\\?|=[0-9]*)|(&?[A-Z])([0-9]*))");
  private static final Pattern NAME = Pattern.compile("[+^#%$*!&@_][A-Z0-9_]+|&?[A-Z]|A/");
  private static final List<String> SECRET = List.of("+CPIN", "+CLCK", "+CPWD", "+CGAUTH");

  private final Runbook runbook;
  private final ValueWords values;
  private final CardWords card;

  AtWords(Runbook runbook, CardWords card) {
    this.runbook = runbook;
    this.values = new ValueWords(runbook);
    this.card = card;
  }

  /// Whether a person would say that this is a command line.
  static boolean isCommand(String text) {
    return text.matches("(?i)AT(?:[+^#%$*!&@_].*|D.*;|D[*0-9].*|S[0-9]+.*|(?:[EVQIZHOLMX][0-9]*)*)")
        || text.equalsIgnoreCase("A/");
  }

  /// A command line, each of its commands.
  Explained command(String line) {
    if (line.equalsIgnoreCase("A/")) {
      return named("A/", line, "");
    }
    List<Explained> parts = new ArrayList<>();
    for (String command : CommandNames.split(line)) {
      if (CommandNames.isMark(command.charAt(0)) && !command.startsWith("&")) {
        parts.add(extended(command));
      } else {
        basic(command, parts);
      }
    }
    if (parts.isEmpty()) {
      return Explained.of(line, "", "asks whether anybody answers AT commands").at("V.250 5.2");
    }
    return parts.size() == 1 ? parts.getFirst() : Explained.of(line, "", "").with(parts);
  }

  private Explained extended(String command) {
    int end = 1;
    while (end < command.length() && "=?".indexOf(command.charAt(end)) < 0) {
      end++;
    }
    String name = command.substring(0, end).strip().toUpperCase(Locale.ROOT);
    String rest = command.substring(end);
    Optional<AtName> known = AtName.of(name);
    boolean sets = rest.startsWith("=") && !rest.equals("=?");
    String form = rest.equals("?") ? "reads" : rest.equals("=?") ? "asks what is possible" : "";
    String title = known.map(AtName::title).orElse("a command of the maker, not understood");
    String meaning = form.isEmpty() ? title : form + ": " + title;
    List<Explained> parts =
        sets && known.isPresent() ? arguments(known.get(), rest.substring(1)) : List.of();
    return Explained.of("AT" + (SECRET.contains(name) ? name : command), "", meaning)
        .at(known.map(AtName::clause).orElse(""))
        .with(parts);
  }

  private List<Explained> arguments(AtName name, String text) {
    if (SECRET.contains(name.name())) {
      return List.of(Explained.of("values", "", "not repeated here: they may hold a secret"));
    }
    Fields given = Fields.split(text);
    List<Explained> parts = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      AtName.Field field = name.field(i);
      String value = given.text(i);
      parts.add(
          field.name().equals("apdu")
              ? card.any(value).orElseGet(() -> Explained.unknown(value))
              : Explained.of(field.name(), value, field.meaning(value)));
    }
    return parts;
  }

  private static void basic(String text, List<Explained> parts) {
    if (text.regionMatches(true, 0, "D", 0, 1)) {
      parts.add(named("D", "AT" + text, ""));
      return;
    }
    Matcher each = BASIC.matcher(text);
    while (each.find()) {
      if (each.group(1) != null) {
        String register = "register S" + each.group(1);
        parts.add(Explained.of("AT" + each.group(), "", register).at("V.250 5.3.2"));
      } else {
        parts.add(named(each.group(2), "AT" + each.group(), each.group(3)));
      }
    }
  }

  private static Explained named(String name, String text, String value) {
    return AtName.of(name)
        .map(known -> {
          String means = known.field(0).meaning(value.isEmpty() ? "0" : value);
          String words = known.title() + (means.isEmpty() ? "" : ": " + means);
          return Explained.of(text, "", words).at(known.clause());
        })
        .orElseGet(() -> Explained.unknown(text));
  }

  /// A line that a device printed; empty when it is none. `command` is what was sent, "" where
  /// nobody knows.
  Optional<Explained> answer(String command, String line) {
    Optional<FinalResult> end = FinalResult.of(line, true);
    if (end.isPresent()) {
      return end.map(result -> result(line, result));
    }
    String prefix = Fields.prefix(line);
    boolean url = prefix.isEmpty() || !NAME.matcher(prefix).matches();
    Optional<Object> typed = typed(command, prefix, line);
    if (typed.isPresent()) {
      return typed.map(value -> read(url ? name(command) : prefix, line, value));
    }
    Optional<Unsolicited> said = Unsolicited.of(line);
    if (said.isPresent()) {
      return said.map(event -> event(prefix, line, event));
    }
    return url ? Optional.empty() : Optional.of(untyped(prefix, line));
  }

  private Explained result(String line, FinalResult result) {
    return result
        .code()
        .map(code ->
            runbook
                .entry(code)
                .map(entry -> Explained.of(line, code.toString(), entry.title()).see(code))
                .orElseGet(() -> Explained.of(line, code.toString(), "a failure of the maker")))
        .orElseGet(() -> Explained.of(line, "", "done"))
        .at("3GPP TS 27.007 9, V.250 5.7.1");
  }

  /// The value by the typed command: of what was sent, or of the prefix. Registration without n is
  /// no answer.
  private static Optional<Object> typed(String command, String prefix, String line) {
    boolean registration = prefix.matches("\\+C5?G?E?REG");
    boolean reports = registration && !new ReadRegistration(domain(prefix)).owns(line);
    if (reports) {
      return Optional.empty();
    }
    if (!command.isEmpty() && (prefix.isEmpty() || name(command).equals(prefix))) {
      return Commands.read(command, List.of(line)).filter(AtWords::says);
    }
    String asks =
        switch (prefix) {
          case "+QENG" -> "AT+QENG=\"servingcell\"";
          case "+COPS" -> line.contains("(") ? "AT+COPS=?" : "AT+COPS?";
          case "" -> "";
          default -> "AT" + prefix + "?";
        };
    return asks.isEmpty()
        ? Optional.empty()
        : Commands.read(asks, List.of(line)).filter(AtWords::says);
  }

  /// Rows of bare values say no more than the line itself.
  private static boolean says(Object value) {
    boolean rows =
        value instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof List;
    return !rows && !value.equals(List.of());
  }

  private static Registration.Domain domain(String prefix) {
    return switch (prefix) {
      case "+CREG" -> Registration.Domain.CS;
      case "+CGREG" -> Registration.Domain.PS;
      case "+CEREG" -> Registration.Domain.EPS;
      default -> Registration.Domain.FIVE_GS;
    };
  }

  private Explained read(String name, String line, Object value) {
    Optional<AtName> known = AtName.of(name);
    String title = known.map(AtName::title).orElse("");
    List<Explained> parts = new ArrayList<>();
    if (value instanceof String hex && name.matches("\\+(CGLA|CSIM)")) {
      parts.add(card.response(hex).orElseGet(() -> Explained.unknown(hex)));
    } else {
      String one =
          known.filter(k -> !k.fields().isEmpty()).map(k -> k.field(0).name()).orElse("value");
      parts.addAll(values.parts(one, value));
      meaning(known, value).ifPresent(words -> parts.set(0, words));
      known.ifPresent(named -> parts.replaceAll(part -> worded(named, part)));
    }
    return Explained.of(line, "", title).at(known.map(AtName::clause).orElse("")).with(parts);
  }

  /// A single number by the command's own table.
  private static Optional<Explained> meaning(Optional<AtName> known, Object value) {
    return value instanceof Integer || value instanceof Boolean
        ? known
            .map(name -> name.field(0))
            .filter(field -> !field.values().isEmpty())
            .map(field -> {
              String number =
                  value.equals(true) ? "1" : value.equals(false) ? "0" : value.toString();
              return Explained.of(field.name(), number, field.meaning(number));
            })
        : Optional.empty();
  }

  /// A number that the command's table has words for.
  private static Explained worded(AtName name, Explained part) {
    return name.fields().stream()
        .filter(field -> part.meaning().isEmpty() && field.name().equals(part.text()))
        .filter(field -> !field.meaning(part.value()).isEmpty())
        .findFirst()
        .map(field -> Explained.of(part.text(), part.value(), field.meaning(part.value())))
        .orElse(part);
  }

  private Explained event(String prefix, String line, Unsolicited event) {
    String title =
        switch (event) {
          case Unsolicited.Started _ -> "the device has started; its settings are its own again";
          case Unsolicited.Ringing _ -> "somebody calls";
          case Unsolicited.CardPresence card -> card.present() ? "a card is in" : "the card is out";
          default -> AtName.of(prefix).map(AtName::title).orElse("report of the device");
        };
    boolean words =
        event instanceof Unsolicited.Started || event instanceof Unsolicited.CardPresence;
    return Explained.of(line, "", title)
        .at(AtName.of(prefix).map(AtName::clause).orElse(""))
        .with(words ? List.of() : values.parts("value", event));
  }

  private Explained untyped(String prefix, String line) {
    Optional<AtName> known = AtName.of(prefix);
    if (known.isEmpty()) {
      return Explained.unknown(line);
    }
    AtName name = known.get();
    Fields fields = Fields.of(line);
    List<Explained> parts = new ArrayList<>();
    Optional<Explained> carried =
        prefix.matches("\\+(CGLA|CSIM)") ? card.response(fields.text(1)) : Optional.empty();
    if (carried.isPresent()) {
      return Explained.of(line, "", name.title()).at(name.clause()).with(List.of(carried.get()));
    }
    for (int i = 0; i < Math.min(fields.size(), name.fields().size()); i++) {
      String value = fields.text(i);
      parts.add(Explained.of(name.field(i).name(), value, name.field(i).meaning(value)));
    }
    return Explained.of(line, "", name.title()).at(name.clause()).with(parts);
  }

  private static String name(String command) {
    List<String> names = CommandNames.of(command);
    return names.isEmpty() ? "" : names.getFirst();
  }

  /// The code that a final result names.
  static Optional<FaultCode> code(String line) {
    return FinalResult.of(line, true).flatMap(FinalResult::code);
  }
}
