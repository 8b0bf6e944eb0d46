package simwright.app;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/// What every command says of itself: purpose, every option in words, exit codes, and examples that
/// can be typed as they stand.
class CommandHelpTest {
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
  private final Shell shell = new Shell();

  @AfterEach
  void close() {
    shell.close();
  }

  @TestFactory
  Stream<DynamicTest> everyCommandExplainsItself() {
    return all(shell.commandLine())
        .map(each -> {
          String name = each.getCommandSpec().qualifiedName();
          return DynamicTest.dynamicTest(name, () -> explains(each, name));
        });
  }

  private static Stream<CommandLine> all(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(CommandHelpTest::all));
  }

  private void explains(CommandLine command, String name) {
    List<String> asked = new ArrayList<>(List.of(name.split(" ")));
    asked.removeFirst();
    asked.add("--help");
    assertEquals(0, shell.run(asked), shell.err());
    String help = shell.out();
    assertTrue(help.contains("Usage: " + name), help);
    assertTrue(help.contains("Exit codes:"), help);
    for (int code = 0; code <= 4; code++) {
      assertTrue(Pattern.compile("(?m)^ +" + code + " +\\w").matcher(help).find(), help);
    }
    assertFalse(String.join("", command.getCommandSpec().usageMessage().description()).isBlank());
    for (ArgSpec each : command.getCommandSpec().args()) {
      assertFalse(String.join("", each.description()).isBlank(), name + " " + each.paramLabel());
    }
    List<String> examples =
        help.lines().map(String::strip).filter(line -> line.startsWith("simwright ")).toList();
    assertFalse(examples.isEmpty(), help);
    assertTrue(examples.stream().allMatch(each -> each.startsWith(name)), help);
    assertAll(examples.stream().map(each -> () -> canBeTyped(each)));
  }

  private void canBeTyped(String example) {
    List<String> words = new ArrayList<>();
    Matcher found = WORD.matcher(example);
    while (found.find()) {
      words.add(found.group(1) == null ? found.group(2) : found.group(1));
    }
    String[] arguments = words.subList(1, words.size()).toArray(String[]::new);
    assertDoesNotThrow(() -> shell.commandLine().parseArgs(arguments), example);
  }
}
