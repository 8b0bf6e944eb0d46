package simwright.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says in one sentence what is wrong with a command line, and where to read how it is right.
public final class WrongUse implements IParameterExceptionHandler {
  private final Terminal terminal;

  /// Says it on this terminal.
  public WrongUse(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    terminal.say(sentence(wrong));
    UnmatchedArgumentException.printSuggestions(wrong, terminal.err());
    terminal.say("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return Exit.USAGE;
  }

  private static String sentence(ParameterException wrong) {
    String said = wrong.getMessage() == null ? "" : wrong.getMessage().strip();
    String first = said.lines().findFirst().orElse("This is no command line.");
    return first.endsWith(".") ? first : first + ".";
  }
}
