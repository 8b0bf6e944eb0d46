package simwright.runbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import simwright.fault.FaultCode;

class ProvisioningWordsTest {
  private static final Path TABLE = Path.of("../shared/reference/error-codes.md");
  private static final Runbook RUNBOOK = Runbook.shipped();

  @Test
  void everyPairOfTheTableHasAnEntryOfItsOwnAndWordsOnEveryInterface() throws Exception {
    assumeTrue(Files.exists(TABLE), "the shared reference is not here");
    String table = Files.readString(TABLE);
    String section = table.substring(table.indexOf("\n## 3. "), table.indexOf("\n## 4. "));
    Set<String> pairs = new TreeSet<>();
    for (String line : section.lines().filter(one -> one.startsWith("| ")).toList()) {
      Matcher pair =
          Pattern.compile("([18](?:\\.\\d+)*)/(\\d(?:\\.\\d+)?)").matcher(line.split("\\|", -1)[1]);
      while (pair.find()) {
        pairs.add(pair.group(1) + "-" + pair.group(2));
      }
    }
    assertTrue(pairs.size() > 75, "pairs read: " + pairs.size());
    Set<FaultCode> own = new HashSet<>();
    RUNBOOK.all().forEach(entry -> own.add(entry.code()));
    List<String> missing = new ArrayList<>();
    for (String pair : pairs) {
      if (!own.contains(new FaultCode("es9+", pair))) {
        missing.add(pair);
      }
      Entry entry = entry("es9+/" + pair);
      for (String layer : List.of("es11", "es2+")) {
        assertEquals(entry.title(), entry(layer + "/" + pair).title());
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void everyResultOfACardHasAnEntry() {
    Stream<String> results =
        Stream.of(
                codes("authenticate-server", 1, 14),
                codes("prepare-download", 1, 5),
                codes("load-package", 1, 15),
                codes("load-package", 17, 23),
                codes("load-package", 26, 26),
                codes("retrieve-notifications", 1, 1),
                codes("remove-notification", 1, 1),
                codes("load-crl", 1, 4),
                codes("cancel-session", 5, 5),
                codes("get-profiles-info", 1, 1),
                codes("get-profiles-info", 11, 11),
                codes("enable-profile", 1, 7),
                codes("enable-profile", 9, 10),
                codes("enable-profile", 20, 20),
                codes("disable-profile", 1, 3),
                codes("disable-profile", 5, 5),
                codes("disable-profile", 7, 7),
                codes("disable-profile", 9, 10),
                codes("delete-profile", 1, 3),
                codes("delete-profile", 20, 21),
                codes("memory-reset", 1, 1),
                codes("memory-reset", 5, 5),
                codes("memory-reset", 104, 104),
                codes("set-nickname", 1, 1))
            .flatMap(one -> one);
    Stream<String> undefined =
        Stream.of(
                "authenticate-server",
                "prepare-download",
                "load-package",
                "list-notification",
                "retrieve-notifications",
                "remove-notification",
                "set-default-dp-address",
                "load-crl",
                "cancel-session",
                "get-profiles-info",
                "enable-profile",
                "disable-profile",
                "delete-profile",
                "memory-reset",
                "set-nickname")
            .map(function -> function + ".127");
    assertEquals(
        List.of(),
        Stream.concat(results, undefined)
            .filter(code -> RUNBOOK.entry(new FaultCode("es10", code)).isEmpty())
            .toList());
  }

  @Test
  void everyFunctionOfTheCardThatGivesResultsHasEntries() throws Exception {
    Path sources = Path.of("src/main/java/simwright/euicc");
    assumeTrue(Files.isDirectory(sources), "not run from the project's folder");
    Pattern named = Pattern.compile("ResultCode(?:\\.of)?\\(\\s*\"([a-z-]+)\"");
    Set<String> functions = new TreeSet<>();
    try (Stream<Path> files = Files.list(sources)) {
      for (Path file : files.toList()) {
        named.matcher(Files.readString(file)).results().forEach(one -> functions.add(one.group(1)));
      }
    }
    assertTrue(functions.size() >= 10, functions.toString());
    for (String function : functions) {
      assertTrue(
          RUNBOOK.all().stream()
              .anyMatch(entry -> entry.code().toString().startsWith("es10/" + function + ".")),
          function);
    }
  }

  @Test
  void aPairThatNobodyListedGetsWordsFromItsNumbers() {
    Entry entry = entry("es9+/8.1.3-3.9");
    assertEquals("The card's certificate: unknown", entry.title());
    assertTrue(entry.meaning().contains("subject 8.1.3"), entry.meaning());
    assertEquals("check first", entry.retry());
    assertEquals("es11/8.1.3-3.9", entry("es11/8.1.3-3.9").code().toString());
    assertEquals(entry.title(), RUNBOOK.search("8.1.3/3.9").getFirst().title());
    assertEquals("es9+/8.1.3-3.9", RUNBOOK.named("ES9+/8.1.3-3.9").orElseThrow().toString());
  }

  @Test
  void anOrderThatIsRefusedSaysNothingOfACard() {
    assertTrue(entry("es9+/8.2.6-3.8").state().startsWith("Nothing was put on the card"));
    for (String pair : List.of("8.2.6-3.8", "8.2.1-3.9", "8.1.3-3.9")) {
      String state = entry("es2+/" + pair).state();
      assertTrue(state.startsWith("No card has to do with it"), state);
    }
  }

  @Test
  void anUnknownNumberIsNamedAfterTheOneAboveItAndNeverAfterItsNeighbour() {
    assertEquals(
        "Something of the eUICC: a kind of format error", entry("es9+/8.1.99-2.7").title());
    assertEquals("Something of the card's certificate: refused", entry("es2+/8.1.3.4-3.8").title());
    assertEquals("A subject without a name: refused", entry("es9+/77-3.8").title());
    assertTrue(entry("es9+/8.1-").meaning().contains("no reason"));
    assertNotEquals(entry("es9+/8.8.5-4.10").title(), entry("es9+/8.8.5-4.1").title());
  }

  @Test
  void aResultOfACardThatNobodyNamedIsSaidInWords() {
    Entry entry = entry("es10/enable-profile.17");
    assertTrue(
        entry
            .meaning()
            .contains("enable-profile with result 17, which is not named in SGP.22 v2.6"),
        entry.meaning());
    assertEquals("check first", entry.retry());
    assertTrue(entry("es10/enable-profile.10").meaning().startsWith("noEsimPort"));
  }

  @Test
  void onlyPairsOfServersAndResultsOfCardsGetSuchWords() {
    for (String code :
        List.of(
            "es9+/nonsense",
            "es9+/8..1-2",
            "sw/8.1-6.1",
            "es10/8.1-6.1",
            "es10/enable-profile.0",
            "es10/enable-profile",
            "es10/no-such-function.1")) {
      assertFalse(RUNBOOK.entry(FaultCode.parse(code)).isPresent(), code);
    }
  }

  private static Stream<String> codes(String function, int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(value -> function + "." + value);
  }

  private static Entry entry(String code) {
    return RUNBOOK.entry(FaultCode.parse(code)).orElseThrow(() -> new AssertionError(code));
  }
}
