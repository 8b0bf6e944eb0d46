package simwright.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import simwright.identity.Redactor;
import simwright.runbook.Entry;
import simwright.runbook.Runbook;

/// Says in one sentence what is wrong with a command line, and where to read how it is right; to a
/// program that asked for JSON, as JSON.
public final class WrongUse implements IParameterExceptionHandler {
  private static final String JSON = "--json";

  private final Terminal terminal;

  /// Says it on this terminal.
  public WrongUse(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    if (List.of(arguments).contains(JSON) && command.getCommandSpec().findOption(JSON) != null) {
      terminal.json(error(sentence(wrong), command.getCommandSpec().qualifiedName()));
      return Exit.USAGE;
    }
    terminal.say(sentence(wrong));
    UnmatchedArgumentException.printSuggestions(wrong, terminal.err());
    terminal.say("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return Exit.USAGE;
  }

  private static Map<String, Object> error(String sentence, String command) {
    Optional<Entry> entry = Runbook.shipped().entry(CommandCodes.USAGE);
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("error", CommandCodes.USAGE.toString());
    error.put("doing", "reading the command line");
    error.put("where", command);
    error.put("evidence", Redactor.redact(sentence));
    error.put("title", entry.map(Entry::title).orElse(""));
    error.put("state", entry.map(Entry::state).orElse(""));
    error.put("next", "Try: " + command + " --help");
    return error;
  }

  private static String sentence(ParameterException wrong) {
    String said = wrong.getMessage() == null ? "" : wrong.getMessage().strip();
    String first = said.lines().findFirst().orElse("This is no command line.");
    return first.endsWith(".") ? first : first + ".";
  }
}
