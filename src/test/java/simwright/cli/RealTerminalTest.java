package simwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.audit.Classes;

/// Questions at a real terminal: a program of its own, a person's keys, and what the terminal shows
/// of them.
@Timeout(60)
class RealTerminalTest {
  private static final Path SCRIPT = Path.of("/usr/bin/script");

  private static final String CODE = "90817263544536271000";
  private static final String OTHER = "55667788990011223344";

  private final StringBuilder seen = new StringBuilder();
  private Process process;

  @TempDir Path folder;

  /// Begins a program at a terminal of its own.
  private void start(String main, String... words) throws IOException {
    assumeTrue(Files.isExecutable(SCRIPT), "script(1) gives the program its terminal");
    List<String> command = Classes.program(main, words).command();
    String line = command.stream().map(each -> "'" + each + "'").collect(Collectors.joining(" "));
    process =
        new ProcessBuilder(SCRIPT.toString(), "-qec", line, "/dev/null")
            .redirectErrorStream(true)
            .start();
  }

  @AfterEach
  void end() {
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  @Test
  void whoIsRegisteredAndSignsInTypesASecretThatIsNeverShown() throws Exception {
    String data = folder.toString();
    start("simwright.app.Main", "people", "add", "anna", "--role", "admin", "--data", data);
    shows("New secret of anna, twice: ");
    types(CODE);
    shows("Again: ");
    types(CODE);
    shows("anna may sign in as admin.");
    assertEquals(0, process.waitFor());
    start("simwright.app.Main", "people", "list", "--as", "anna", "--data", data);
    shows("Secret of anna: ");
    types(CODE);
    shows("Acting: anna, admin");
    assertEquals(0, process.waitFor());
    assertFalse(seen.toString().contains(CODE), seen.toString());
  }

  @Test
  void oneQuestionAfterAnotherIsAnsweredAndASecretIsNeverShown() throws Exception {
    start("simwright.cli.Asked");
    shows("Type y: ");
    types("y");
    shows("first Optional[true]");
    shows("> ");
    types(CODE);
    shows("secret Optional[" + backwards(CODE) + "]");
    shows("late Optional.empty");
    shows("press Enter");
    types("");
    shows("1 | 2: ");
    types("2");
    shows("choice Optional[2]");
    shows("> ");
    types(OTHER);
    shows("again Optional[" + backwards(OTHER) + "]");
    assertEquals(0, process.waitFor());
    assertFalse(seen.toString().contains(CODE), seen.toString());
    assertFalse(seen.toString().contains(OTHER), seen.toString());
  }

  private static String backwards(String typed) {
    return new StringBuilder(typed).reverse().toString();
  }

  private void types(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /// Waits until the terminal shows it, after what was waited for before.
  private void shows(String text) throws IOException {
    InputStream screen = process.getInputStream();
    int from = seen.length();
    while (seen.indexOf(text, from) < 0) {
      int next = screen.read();
      assertTrue(next >= 0, () -> "the program ended before it showed " + text + ":\n" + seen);
      seen.append((char) next);
    }
  }
}
