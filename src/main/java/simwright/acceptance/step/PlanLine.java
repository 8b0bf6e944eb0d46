package simwright.acceptance.step;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Parameters;
import simwright.at.Answer;
import simwright.at.AtEngine;
import simwright.at.CommandClass;
import simwright.at.CommandNames;
import simwright.at.DangerousCommands;
import simwright.at.RawCommand;
import simwright.at.command.Questions;

/// The AT command line of a plan's step, parameter `command`: what only asks may be sent as it is;
/// what changes something is declared by `changes`, so that the plan says so before it runs.
final class PlanLine {
  /// Each has a step of its own, a prompt, or belongs to a person: PINs, calls, messages, profiles.
  private static final Pattern NOT_HERE =
      Pattern.compile(
          "(?:D|A|O|\\+CPIN=[^?]|\\+CPWD|\\+CLCK=|\\+CMGS|\\+CMGW|\\+CMSS|\\+CUSD=|\\+C(?:CHO|CHC|GLA|SIM)"
              + "|\\+QESIM=\"(?!EID)|\\+CEUICC).*");

  /// Which reports a modem makes: the former setting is read first, and put back when the port is
  /// given up.
  private static final Pattern REPORTS =
      Pattern.compile(
          "AT\\+(?:C(?:5G|[GE])?REG|CGEREP|CMEE|CNMI|CTZR)=[0-9][0-9,]*", Pattern.CASE_INSENSITIVE);

  private PlanLine() {}

  /// Why the line cannot be used; empty where it can.
  static Optional<String> objection(Parameters with) {
    String line = with.text("command", "").strip();
    if (!line.regionMatches(true, 0, "AT", 0, 2) || line.length() > 200) {
      return Optional.of("command is an AT command line such as AT+CSQ");
    }
    for (String command : CommandNames.split(line)) {
      if (NOT_HERE.matcher(command.replace(" ", "").toUpperCase(Locale.ROOT)).matches()) {
        return Optional.of(
            "plans do not send "
                + line
                + ": calls, messages, PINs and the card's profiles have"
                + " steps of their own, or are a person's");
      }
    }
    DangerousCommands.Rule rule = new DangerousCommands(List.of(), List.of()).check(line, "");
    if (rule == DangerousCommands.Rule.NEVER) {
      return Optional.of(line + " is never sent");
    }
    String changes = with.text("changes", "");
    if (rule == DangerousCommands.Rule.CONFIRM_FIRST && !changes.equals("deletes")) {
      return Optional.of(line + " may destroy something: it needs changes: deletes");
    }
    if (with.has("changes") && weight(with).isEmpty()) {
      return Optional.of("changes is sets, switches, orders or deletes");
    }
    return with.has("changes") || Questions.only(line)
        ? Optional.empty()
        : Optional.of(line + " does not only ask: it needs changes: sets, or what it is");
  }

  /// The line, where it changes something.
  static List<Change> changes(Parameters with) {
    return weight(with)
        .map(each -> List.of(new Change(with.text("command", ""), each)))
        .orElse(List.of());
  }

  /// What the line leaves otherwise than it was: nothing where it only asks, where the port puts
  /// the report back, or where what it destroys was confirmed by typing.
  static Set<String> alters(Parameters with) {
    String line = with.text("command", "").strip();
    boolean lasts = weight(with).filter(each -> !each.irreversible()).isPresent();
    if (!lasts || Questions.only(line) || REPORTS.matcher(line).matches()) {
      return Set.of();
    }
    return CommandNames.split(line).stream()
        .filter(command -> !Questions.only("AT" + command))
        .filter(command -> !command.endsWith("?") && !usual(command))
        .map(PlanLine::what)
        .collect(Collectors.toSet());
  }

  /// Whether the line sets that, to its usual value where that is known.
  static boolean restores(Parameters with, String what) {
    return CommandNames.split(with.text("command", "")).stream()
        .filter(command -> !command.endsWith("?"))
        .anyMatch(command -> what(command).equals(what) && (usual(command) || free(command)));
  }

  private static String what(String command) {
    return switch (name(command)) {
      case "+CFUN" -> FunctionalityStep.OFF;
      case "+CGATT" -> AttachStep.LEFT;
      default -> "what AT" + name(command) + " sets";
    };
  }

  /// Whether it sets radio or attachment to what they usually are.
  private static boolean usual(String command) {
    String plain = command.replace(" ", "").toUpperCase(Locale.ROOT);
    return plain.equals("+CFUN=1") || plain.startsWith("+CFUN=1,") || plain.equals("+CGATT=1");
  }

  /// Whether only the plan knows what its usual value is.
  private static boolean free(String command) {
    return !Set.of("+CFUN", "+CGATT").contains(name(command));
  }

  private static String name(String command) {
    return CommandNames.of("AT" + command).stream()
        .findFirst()
        .orElse(command.toUpperCase(Locale.ROOT));
  }

  private static Optional<Change.Weight> weight(Parameters with) {
    return switch (with.text("changes", "")) {
      case "sets" -> Optional.of(Change.Weight.SETS);
      case "switches" -> Optional.of(Change.Weight.SWITCHES);
      case "orders" -> Optional.of(Change.Weight.ORDERS);
      case "deletes" -> Optional.of(Change.Weight.DELETES);
      default -> Optional.empty();
    };
  }

  /// Sends it. One that the device's family holds dangerous is sent only where the plan said that
  /// it deletes, which a person has confirmed.
  static Answer<List<String>> send(StepContext context, AtEngine engine) {
    String line = context.with().text("command", "").strip();
    Duration within = context.deadline().left();
    if (Questions.only(line)) {
      return engine.send(new RawCommand(line, CommandClass.LOCAL), within, context.cancel());
    }
    if (REPORTS.matcher(line).matches()) {
      return engine.change(line);
    }
    String typed = context.with().text("changes", "").equals("deletes") ? line : "";
    return engine.raw(line, within, typed);
  }
}
