package simwright.runbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import simwright.fault.FaultCode;

class RunbookTest {
  private static final Set<String> OWNERS = Set.of("tech", "issuer", "device", "net", "tool");
  private static final Set<String> RETRIES =
      Set.of("no", "later", "after fix", "check first", "new code");

  private static final Runbook RUNBOOK = Runbook.shipped();

  private final Runbook runbook = RUNBOOK;

  @Test
  void everyEntryIsComplete() {
    assertTrue(runbook.all().size() > 250);
    for (Entry entry : runbook.all()) {
      String code = entry.code().toString();
      assertFalse(entry.title().isBlank(), code);
      assertFalse(entry.meaning().isBlank(), code);
      assertFalse(entry.state().isBlank(), code);
      assertFalse(entry.next().isBlank(), code);
      assertTrue(OWNERS.contains(entry.owner()), code + ": " + entry.owner());
      assertTrue(RETRIES.contains(entry.retry()), code + ": " + entry.retry());
    }
  }

  @Test
  void aMeaningSaysMoreThanItsTitle() {
    List<String> poor = new ArrayList<>();
    for (Entry entry : runbook.all()) {
      String title = bare(entry.title());
      String meaning = bare(entry.meaning());
      boolean repeats = meaning.equals(title) || meaning.startsWith(title);
      if (repeats || entry.meaning().length() < 25 || entry.meaning().equals(entry.next())) {
        poor.add(entry.code() + ": " + entry.meaning());
      }
      boolean sentence = entry.meaning().endsWith(".") && entry.next().endsWith(".");
      if (!sentence || bare(entry.next()).equals(title)) {
        poor.add(entry.code() + ": " + entry.next());
      }
    }
    assertEquals(List.of(), poor);
  }

  @Test
  void aRetryIsOnlyPromisedWhereItMayHelp() {
    for (Entry entry : runbook.all()) {
      if (entry.state().startsWith("Not known")) {
        assertTrue(!entry.retry().equals("no"), entry.code().toString());
      }
    }
    assertEquals("check first", entry("cms/332").retry());
    assertEquals("no", entry("sw/91xx").retry());
    assertEquals("later", entry("cme/14").retry());
    assertEquals("issuer", entry("sw/6983").owner());
    assertEquals("tech", entry("esm/27").owner());
  }

  @Test
  void everyCommonStatusWordAndCauseHasAnEntry() {
    for (String code :
        List.of(
            "mm/2", "gmm/7", "emm/11", "emm/15", "emm/19", "emm/22", "5gmm/27", "5gmm/62", "sm/27",
            "sm/33", "esm/27", "esm/29", "esm/50", "5gsm/27", "sw/9000", "sw/91xx", "sw/61xx",
            "sw/6Cxx", "sw/63Cx", "sw/6982", "sw/6985", "sw/6A82", "sw/6A88", "sw/6F00")) {
      assertEquals(code, entry(code).code().toString());
    }
  }

  @Test
  void theGlossaryIsInOrderAndHasTheWordsOfTheTrade() {
    List<String> names = runbook.glossary().stream().map(Term::name).toList();
    assertEquals(
        names.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), names, "not in order");
    assertEquals(names.size(), Set.copyOf(names).size());
    for (Term term : runbook.glossary()) {
      assertFalse(term.full().isBlank() || term.meaning().isBlank(), term.name());
      assertFalse(term.meaning().equalsIgnoreCase(term.full()), term.name());
    }
    for (String wanted :
        List.of(
            "APN", "ATR", "BPP", "EID", "eUICC", "ICCID", "IMSI", "ISD-R", "LPA", "PLMN", "PPR",
            "RSRP", "SM-DP+", "URC")) {
      assertEquals(wanted, runbook.glossary(wanted).getFirst().name());
    }
    assertEquals("EID", runbook.glossary("eid").getFirst().name());
    assertEquals(List.of(), runbook.glossary("no such word"));
    assertEquals(List.of(), runbook.glossary(" "));
  }

  @Test
  void everyCodeOfTheStandardsHasAnEntry() throws Exception {
    Path data = Path.of("../shared/data/cme-cms-errors.json");
    assumeTrue(Files.exists(data), "the shared test material is not here");
    JsonNode root = new ObjectMapper().readTree(data.toFile());
    for (String layer : List.of("cme", "cms")) {
      for (JsonNode node : root.path(layer)) {
        FaultCode code = new FaultCode(layer, node.path("code").asText());
        assertTrue(runbook.entry(code).isPresent(), code.toString());
      }
    }
  }

  @Test
  void everyCodeOfOurOwnHasAnEntry() throws Exception {
    List<String> missing = new ArrayList<>();
    for (var type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("simwright")) {
      for (JavaField field : type.getFields()) {
        if (field.getRawType().isEquivalentTo(FaultCode.class) && isConstant(field)) {
          var reflected = Class.forName(type.getName()).getDeclaredField(field.getName());
          reflected.setAccessible(true);
          FaultCode code = (FaultCode) reflected.get(null);
          if (runbook.entry(code).isEmpty()) {
            missing.add(code + " of " + type.getName());
          }
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void whatAPersonPastesIsFound() {
    assertEquals("cme/10", runbook.search("+CME ERROR: 10").getFirst().code().toString());
    assertEquals("cme/10", runbook.search("cme/10").getFirst().code().toString());
    assertEquals("cme/10", runbook.search("SIM not inserted").getFirst().code().toString());
    assertEquals("emm/11", runbook.search("EMM/11").getFirst().code().toString());
    assertEquals(List.of(), runbook.search("zzz no such thing"));
    assertEquals(List.of(), runbook.search(" "));
    assertEquals(List.of(), runbook.search("+CME ERROR: 99999999999999999999"));
  }

  @Test
  void aPastedCodeIsFoundHoweverItIsWritten() {
    assertEquals("cme/13", first("+CME ERROR: 13"));
    assertEquals("cme/13", first("13"));
    assertTrue(runbook.search("13").size() > 4, "of every domain");
    assertEquals("cme/13", first("SIM failure"));
    assertEquals("cme/13", first("[10:02] modem said +CME ERROR: SIM failure"));
    assertEquals("sw/6A82", first("6A82"));
    assertEquals("sw/6A82", first("SW: 6a 82"));
    assertEquals("sw/6A82", first("0x6A82"));
    assertEquals("sw/91xx", first("910B"));
    assertEquals("emm/15", first("EMM cause #15"));
    assertEquals("esm/27", first("esm 27"));
    assertEquals("link/gone", first("the job ended: link/gone while asking"));
    assertEquals("esm/27", first("ESM/27"));
  }

  private String first(String pasted) {
    return runbook.search(pasted).getFirst().code().toString();
  }

  private Entry entry(String code) {
    return runbook.entry(FaultCode.parse(code)).orElseThrow(() -> new AssertionError(code));
  }

  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static boolean isConstant(JavaField field) {
    return field.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC);
  }
}
