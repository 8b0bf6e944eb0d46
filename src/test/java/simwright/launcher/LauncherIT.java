package simwright.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher as it lies in `target/simwright/bin`, started as a person starts it.
class LauncherIT {
  private static final Path LAUNCHER =
      Path.of(System.getProperty("simwright.launcher", "target/simwright/bin/simwright"));
  private static final String THIS_JDK = System.getProperty("java.home");

  @TempDir private Path folder;

  private record Ended(int code, String out, String err) {}

  @BeforeAll
  static void onlyWhereThereIsAShell() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh: the launcher is for POSIX");
  }

  @Test
  void itTellsItsVersionAndNothingElse() throws Exception {
    Ended ended = run(LAUNCHER, Map.of("JAVA_HOME", THIS_JDK), "--version");
    assertEquals(0, ended.code(), ended.err());
    assertEquals("", ended.err());
    assertTrue(ended.out().contains("1.0.0"), ended.out());
  }

  @Test
  void itExplainsACodeAsJson() throws Exception {
    Ended ended = run(LAUNCHER, Map.of("JAVA_HOME", THIS_JDK), "explain", "cme/10", "--json");
    assertEquals(0, ended.code(), ended.err());
    assertTrue(ended.out().strip().startsWith("{"), ended.out());
    assertTrue(ended.out().contains("cme/10"), ended.out());
  }

  /// What libraries have to say of themselves stays out of a person's sight.
  @Test
  void aRunWithAPaperReportSaysItsVerdictAndNothingBeside() throws Exception {
    Path paper = folder.resolve("report.pdf");
    Ended ended =
        run(
            LAUNCHER,
            Map.of("JAVA_HOME", THIS_JDK),
            "accept",
            "run",
            "first-boot",
            "--device",
            "sim:ec25",
            "--pdf",
            paper.toString());
    assertEquals(0, ended.code(), ended.out() + ended.err());
    assertEquals("", ended.err());
    assertTrue(ended.out().contains("pass  SIMULATED"), ended.out());
    assertTrue(Files.size(paper) > 10_000, "an empty paper");
  }

  @Test
  void aWrongCommandIsAUsageError() throws Exception {
    assertEquals(2, run(LAUNCHER, Map.of("JAVA_HOME", THIS_JDK), "no-such-command").code());
  }

  @Test
  void aSymbolicLinkToItWorks() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("sw"), LAUNCHER.toAbsolutePath());
    assertEquals(0, run(link, Map.of("JAVA_HOME", THIS_JDK), "--version").code());
    Files.delete(link);
  }

  @Test
  void withoutJavaHomeItTakesTheJdkThatBuiltIt() throws Exception {
    assertEquals(0, run(LAUNCHER, Map.of("PATH", "/usr/bin:/bin"), "--version").code());
  }

  @Test
  void anOldJavaHomeIsPassedOver() throws Exception {
    Path old = folder.resolve("jdk-17");
    Files.createDirectories(old.resolve("bin"));
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
    Path java = Files.writeString(old.resolve("bin/java"), "#!/bin/sh\nexit 9\n");
    assertTrue(java.toFile().setExecutable(true));
    Map<String, String> environment =
        Map.of("JAVA_HOME", old.toString(), "PATH", System.getenv("PATH"));
    assertEquals(0, run(LAUNCHER, environment, "--version").code());
  }

  @Test
  void withoutAnyFittingJavaItSaysSoInOneLine() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("app/bin"));
    String text = Files.readString(LAUNCHER).replaceAll("built_with='[^']*'", "built_with=''");
    Path copy = Files.writeString(bin.resolve("simwright"), text);
    assertTrue(copy.toFile().setExecutable(true));
    Path tools = Files.createDirectory(folder.resolve("tools"));
    for (String tool : List.of("sed", "head", "dirname", "readlink", "false")) {
      String forward = "#!/bin/sh\nPATH=/usr/bin:/bin exec " + tool + " \"$@\"\n";
      Path script = Files.writeString(tools.resolve(tool), forward);
      assertTrue(script.toFile().setExecutable(true));
    }
    Ended ended = run(copy, Map.of("PATH", tools.toString()), "--version");
    assertEquals(3, ended.code());
    assertEquals("", ended.out());
    assertEquals(1, ended.err().lines().count(), ended.err());
    assertTrue(ended.err().contains("Java 25"), ended.err());
  }

  private Ended run(Path program, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("/bin/sh", program.toString()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(new HashMap<>(environment));
    builder.environment().put("SIMWRIGHT_DATA", folder.resolve("data").toString());
    builder.environment().putIfAbsent("PATH", System.getenv("PATH"));
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    Process process = builder.start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running after a minute");
    return new Ended(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
