package simwright.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import simwright.audit.Actor;
import simwright.audit.Actor.Role;

/// Registers who may act here.
@Command(
    name = "people",
    description = {
      "List, register and remove the people who sign in here.",
      "As long as nobody is registered, whoever uses this account may do everything."
    },
    footer = {
      "",
      "Examples:",
      "  simwright people add anna --role admin",
      "  simwright people add ben --role operator --as anna",
      "  simwright people list"
    })
public final class PeopleCommand {
  private static final String NEW_SECRET = "SIMWRIGHT_NEW_SECRET";

  private final Program program;
  private final Terminal terminal;
  @Spec private CommandSpec spec = CommandSpec.create();

  /// On this terminal.
  public PeopleCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Command(
      name = "list",
      description = "Who may sign in, and who acts now.",
      footer = {"", "Examples:", "  simwright people list", "  simwright people list --json"})
  int list(
      @Mixin Place place, @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      Actor now = session.log().current().get();
      List<Actor> all = session.log().people();
      if (json) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("acting", node(now));
        node.put("people", all.stream().map(PeopleCommand::node).toList());
        terminal.json(node);
      } else {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("NAME", "ROLE"));
        all.forEach(each -> rows.add(List.of(each.name(), each.role().key())));
        terminal.table(rows);
        terminal.say("Acting: " + now.name() + ", " + now.role().key());
      }
      return Exit.PASSED;
    }
  }

  @Command(
      name = "add",
      description =
          "Register a person, or give one a new role and secret. The secret is asked for, or taken"
              + " from SIMWRIGHT_NEW_SECRET. The first person must be an admin.",
      footer = {
        "",
        "Examples:",
        "  simwright people add anna --role admin",
        "  simwright people add ben --role operator --as anna"
      })
  int add(
      @Mixin Place place,
      @Option(
              names = "--role",
              required = true,
              description = "${COMPLETION-CANDIDATES}, in any case.")
          Role role,
      @Option(names = "--json", description = "Print JSON.") boolean json,
      @Parameters(paramLabel = "NAME", description = "Who; the name to sign in with.")
          String name) {
    char[] secret = secret(name);
    try (Session session = program.open(place)) {
      session.log().register(name, role, secret);
      if (json) {
        terminal.json(node(new Actor(name, role)));
      } else {
        terminal.line(name + " may sign in as " + role.name().toLowerCase(Locale.ROOT) + ".");
      }
      return Exit.PASSED;
    }
  }

  @Command(
      name = "remove",
      description = "Take a person off the list.",
      footer = {"", "Examples:", "  simwright people remove ben --as anna"})
  int remove(
      @Mixin Place place,
      @Option(names = "--json", description = "Print JSON.") boolean json,
      @Parameters(paramLabel = "NAME", description = "Who.") String name) {
    try (Session session = program.open(place)) {
      session.log().dismiss(name);
      if (json) {
        terminal.json(Map.of("removed", name));
      } else {
        terminal.line(name + " may not sign in any more.");
      }
      return Exit.PASSED;
    }
  }

  private char[] secret(String name) {
    String given = program.environment().get(NEW_SECRET);
    if (given != null) {
      return given.toCharArray();
    }
    if (terminal.keyboard().isEmpty()) {
      throw wrong("There is no terminal to ask for the secret on; set " + NEW_SECRET + ".");
    }
    char[] typed = typed("New secret of " + name + ", twice: ");
    if (!Arrays.equals(typed, typed("Again: "))) {
      throw wrong("The two secrets are not the same.");
    }
    return typed;
  }

  private char[] typed(String prompt) {
    return terminal
        .secret(prompt, program.time())
        .orElseThrow(() -> wrong("Nobody has typed the secret in time."));
  }

  private ParameterException wrong(String words) {
    return new ParameterException(spec.commandLine(), words);
  }

  private static Map<String, Object> node(Actor actor) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", actor.name());
    node.put("role", actor.role().key());
    return node;
  }
}
