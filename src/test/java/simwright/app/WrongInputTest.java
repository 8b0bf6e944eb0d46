package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import simwright.cli.SchemaCommand;

/// Whatever is typed wrong is answered in one clear sentence, never with a stack trace.
class WrongInputTest {
  /// What fits where a command asks for it, so that only one thing is wrong at a time.
  private static final Map<String, String> FITTING =
      Map.ofEntries(
          Map.entry("LINK", "/dev/ttyNoSuchPort"),
          Map.entry("LINE", "AT"),
          Map.entry("PLAN", "first-boot"),
          Map.entry("DRILL", "local-outage"),
          Map.entry("DAY", "tue"),
          Map.entry("--at", "03:00"),
          Map.entry("ZONE", "Europe/Paris"),
          Map.entry("MINUTES", "60"),
          Map.entry("TRACE", "local-outage"),
          Map.entry("POLICY", "default"),
          Map.entry("STATE", "released"),
          Map.entry("WHY", "a test"),
          Map.entry("--why", "a test"),
          Map.entry("TEXT", "a text"),
          Map.entry("WORDS", "a text"),
          Map.entry("FILTER", "local-outage"),
          Map.entry("SECONDS", "5"),
          Map.entry("N", "2"),
          Map.entry("RUN", "no-such-run"),
          Map.entry("WORD", "EC25"),
          Map.entry("NUMBER", "1"),
          Map.entry("CODE", "cme/10"),
          Map.entry("DIR", "no-such-bench"),
          Map.entry("ID", "ec25"),
          Map.entry("WHAT", "reboot"),
          Map.entry("NAME", "anna"),
          Map.entry("HOST", "smdp.example.com"),
          Map.entry("ICCID", "8988211000009000012"),
          Map.entry("--code", "LPA:1$smdp.example.com$ABC-1"),
          Map.entry("FILE", "no-such-folder/file.csv"),
          Map.entry("KIND", "imsi"),
          Map.entry("VALUE", "001010123456789"),
          Map.entry("--certificate", "AB".repeat(32)),
          Map.entry("--until", LocalDate.now(ZoneOffset.UTC).plusDays(7).toString()),
          Map.entry("--because", "a test"),
          Map.entry("MODEL", "EC25"),
          Map.entry("PROFILE", "PROD-FR-PARIS-2026"),
          Map.entry("ADDRESS", "https://noc.example/hook"),
          Map.entry("--path", "carrier-api"),
          Map.entry("--role", "admin"),
          Map.entry("--device", "/dev/ttyNoSuchPort"));

  @TempDir Path folder;
  private final Shell shell = new Shell();

  @AfterEach
  void close() {
    shell.close();
  }

  @TestFactory
  Stream<DynamicTest> anUnknownOptionIsNamed() {
    return each((command, words) -> {
      words.add("--no-such-option");
      assertEquals(2, shell.run(words), words.toString());
      oneSentence("--no-such-option");
      return true;
    });
  }

  @TestFactory
  Stream<DynamicTest> aMissingArgumentIsNamed() {
    return each((command, words) -> {
      boolean wanted = command.getCommandSpec().args().stream().anyMatch(ArgSpec::required);
      List<String> alone = List.of(command.getCommandSpec().qualifiedName().split(" "));
      if (wanted) {
        assertEquals(2, shell.run(alone.subList(1, alone.size())), alone.toString());
        oneSentence("Missing required");
      }
      return true;
    });
  }

  @TestFactory
  Stream<DynamicTest> aDataFolderThatIsNoneIsNamed() {
    return withData("file", data -> Files.writeString(data, "no folder"), "file");
  }

  @TestFactory
  Stream<DynamicTest> aLogOfALaterVersionIsRefused() {
    return withData("later", WrongInputTest::later, "later");
  }

  @TestFactory
  Stream<DynamicTest> aLogThatIsNoneIsRefused() {
    return withData(
        "noise",
        data ->
            Files.writeString(
                Files.createDirectories(data).resolve("simwright.db"), "no database".repeat(999)),
        "noise");
  }

  @TestFactory
  Stream<DynamicTest> aBenchThatIsNotServedIsNamed() throws IOException {
    Path unused = Files.createDirectories(folder.resolve("d"));
    return each((command, words) -> {
      if (command.getCommandSpec().findOption("--bench") != null) {
        words.addAll(List.of("--data", folder.resolve("d").toString(), "--bench", "no-such-bench"));
        assertEquals(3, shell.run(words), words.toString());
        oneSentence("no-such-bench");
      }
      return true;
    });
  }

  @ParameterizedTest
  @CsvSource({
    "2, no-such-command, no-such-command",
    "2, prob /dev/ttyNoSuchPort, prob",
    "3, probe /dev/ttyNoSuchPort, /dev/ttyNoSuchPort",
    "3, probe /etc, /etc",
    "2, probe carrier-pigeon:ec25, carrier-pigeon:ec25",
    "2, probe sim:toaster, toaster",
    "2, probe /dev/ttyNoSuchPort --wait soon, soon",
    "3, at /dev/ttyNoSuchPort AT, /dev/ttyNoSuchPort",
    "2, accept run no-such-plan --device sim:ec25, no-such-plan",
    "2, accept history --most many, many",
    "2, accept show no-such-run, no-such-run",
    "2, accept history --outcome wet, wet",
    "2, accept history --since yesterday, yesterday",
    "2, accept history --real --simulated, --simulated",
    "2, accept compare no-such-run other, no-such-run",
    "2, accept compare, --by",
    "2, accept flaky --since 2026-13-01, 2026-13-01",
    "2, bundle, LINK",
    "3, bundle open no-such-file.zip, no-such-file.zip",
    "3, registry import no-such-file.json, no-such-file.json",
    "2, registry claim EC25 --path by-hand, by-hand",
    "3, data import no-such-file.csv, no-such-file.csv",
    "2, data budget lint no-such-file.yaml, no-such-file.yaml",
    "3, data sample /dev/ttyNoSuchPort, /dev/ttyNoSuchPort",
    "3, data hold /dev/ttyNoSuchPort, /dev/ttyNoSuchPort",
    "2, audit show twelve, twelve",
    "2, server check a_host, a_host",
    "2, server check smdp.lab:8443, smdp.lab:8443",
    "2, server withdraw smdp.lab, smdp.lab",
    "2, server except smdp.lab --certificate AB --until soon --because x, soon",
    "1, audit show 4711, 4711",
    "2, audit forget imsi 12x --confirm 0000, imsi",
    "2, audit forget colour 12 --confirm 0000, colour",
    "2, audit verify --anchor nonsense, nonsense",
    "1, explain qqqq, Nothing",
    "3, order identity import main no-such.p12, no-such.p12",
    "2, order identity compromised no-such-name --yes, no-such-name",
    "3, order download --type X --server es2.invalid, identity",
    "2, order release --server es2.invalid 8988211000009000061 --identity nobody, nobody",
    "3, order download --type X, server",
    "2, order release 89x --server es2.invalid --identity y, ICCID",
    "2, order cancel 8988211000009000061 --eid 12 --server es2.invalid --identity y, EID",
    "2, order download --iccid 12 --server es2.invalid --identity y, ICCID",
    "2, profiles enable /dev/ttyNoSuchPort 89x, ICCID",
    "2, order progress --wait -5 --identity y, --wait is 0 or more",
    "2, order progress --count -1 --identity y, --count is 0 or more",
    "2, schema no-such-schema, no-such-schema",
    "3, profiles download /dev/ttyNoSuchPort --qr no-such.png, no-such.png",
    "2, profiles download /dev/ttyNoSuchPort --qr x.png --code LPA:1$a$b, --qr",
    "2, sim serve --dir B --device toaster, toaster",
    "2, sim serve --dir B --device ec25 --fault gremlins, gremlins",
    "2, sim serve --dir B --device ec25 --seed x, x",
    "3, sim unplug no-such-bench ec25, no-such-bench",
    "3, sim disturb no-such-bench ec25 reboot, no-such-bench",
    "2, sim disturb no-such-bench ec25 tickle, tickle",
  })
  void whatNamesNothingThereIsIsNamed(int exit, String line, String named) {
    List<String> words = new ArrayList<>(List.of(line.split(" ")));
    words.replaceAll(word -> word.equals("B") ? folder.resolve("b").toString() : word);
    CommandLine command = shell.commandLine();
    while (!words.isEmpty() && command.getSubcommands().containsKey(words.getFirst())) {
      command = command.getSubcommands().get(words.removeFirst());
    }
    List<String> all = new ArrayList<>(List.of(line.split(" ")));
    all.replaceAll(word -> word.equals("B") ? folder.resolve("b").toString() : word);
    if (command.getCommandSpec().findOption("--data") != null) {
      all.addAll(List.of("--data", folder.resolve("d").toString()));
    }
    assertEquals(exit, shell.run(all), shell.err());
    oneSentence(named);
  }

  @Test
  void aMisspeltFolderIsNoSoundLogAndIsNotMade() {
    Path typo = folder.resolve("dtaa");
    assertEquals(2, shell.run("audit", "verify", "--data", typo.toString()));
    oneSentence("dtaa");
    assertFalse(Files.exists(typo));
  }

  @Test
  void aCodeIsExplainedOnce() {
    assertEquals(0, shell.run("explain", "cme/10"));
    assertTrue(shell.out().startsWith("cme/10  SIM not inserted"), shell.out());
    assertEquals(2, shell.out().split("SIM not inserted", -1).length, shell.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"AT+CREG?", "AT+CREG=?", "ATI", "AT", "OK"})
  void whatIsUnderstoodIsExplainedWithoutWhatASearchOfItsLettersFinds(String line) {
    assertEquals(0, shell.run("explain", line));
    assertTrue(shell.out().startsWith(line + "  "), shell.out());
    assertEquals(1, shell.out().lines().count(), shell.out());
  }

  @Test
  void wordsAreLookedForInGlossaryAndRunbook() {
    assertEquals(0, shell.run("explain", "ATR"));
    assertTrue(shell.out().startsWith("ATR  answer to reset"), shell.out());
    assertTrue(shell.out().contains("sw/6A82"), shell.out());
  }

  @Test
  void whatGoesWrongGoesToTheStandardErrorUnlessJsonWasAskedFor() {
    String data = folder.resolve("d").toString();
    assertEquals(3, shell.run("probe", "/dev/ttyNoSuchPort", "--data", data));
    assertEquals("", shell.out());
    assertEquals(3, shell.run("probe", "/dev/ttyNoSuchPort", "--data", data, "--json"));
    assertTrue(shell.out().contains("\"link/absent\""), shell.out());
    assertEquals("", shell.err());
  }

  private interface Laying {
    Object lay(Path data) throws IOException, SQLException;
  }

  private Stream<DynamicTest> withData(String name, Laying laying, String named) {
    Path data = folder.resolve(name);
    return each((command, words) -> {
      if (command.getCommandSpec().findOption("--data") != null) {
        words.addAll(List.of("--data", laid(data, laying).toString()));
        int exit = shell.run(words);
        assertTrue(exit == 3 || exit == 1, words + " ended with " + exit + shell.err());
        oneSentence(named);
      }
      return true;
    });
  }

  private static Path laid(Path data, Laying laying) {
    try {
      if (!Files.exists(data)) {
        laying.lay(data);
      }
      return data;
    } catch (IOException | SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static Path later(Path data) throws IOException, SQLException {
    Path file = Files.createDirectories(data).resolve("simwright.db");
    try (Connection log = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = log.createStatement()) {
      statement.execute("CREATE TABLE later (x)");
      statement.execute("PRAGMA user_version = 999");
    }
    return data;
  }

  /// Each command with all it needs.
  private Stream<DynamicTest> each(BiFunction<CommandLine, List<String>, Boolean> check) {
    return SchemaCommand.leaves(shell.commandLine())
        .filter(SchemaCommand::printsJson)
        .map(command -> {
          String name = command.getCommandSpec().qualifiedName();
          List<String> words = new ArrayList<>(List.of(name.split(" ")));
          words.removeFirst();
          command.getCommandSpec().args().stream()
              .filter(ArgSpec::required)
              .filter(arg -> arg.group() == null || arg.group().args().iterator().next() == arg)
              .forEach(arg -> fill(arg, words));
          if (command.getCommandSpec().findOption("--confirm") != null) {
            words.addAll(List.of("--confirm", "6789"));
          }
          return DynamicTest.dynamicTest(name, () -> check.apply(command, words));
        });
  }

  private static void fill(ArgSpec arg, List<String> words) {
    switch (arg) {
      case OptionSpec option -> {
        String key =
            FITTING.containsKey(option.longestName()) ? option.longestName() : option.paramLabel();
        words.addAll(List.of(option.longestName(), fitting(key)));
      }
      case PositionalParamSpec positional -> words.add(fitting(positional.paramLabel()));
      default -> throw new AssertionError(arg.getClass());
    }
  }

  private static String fitting(String label) {
    String value = FITTING.get(label);
    assertTrue(value != null, "say in WrongInputTest.FITTING what fits " + label);
    return value;
  }

  private void oneSentence(String named) {
    String said = shell.err();
    assertTrue(said.contains(named), said);
    assertFalse(said.isBlank());
    assertFalse(said.contains("Exception"), said);
    assertFalse(said.lines().anyMatch(line -> line.strip().startsWith("at ")), said);
    String first = said.lines().findFirst().orElseThrow();
    assertTrue(first.substring(0, 1).toUpperCase(Locale.ROOT).equals(first.substring(0, 1)), said);
    assertTrue(said.lines().count() <= 6, said);
  }
}
