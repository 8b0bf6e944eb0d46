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
import java.util.Set;
import org.junit.jupiter.api.Test;
import simwright.fault.FaultCode;

class RunbookTest {
  private static final Set<String> OWNERS = Set.of("tech", "issuer", "device", "net", "tool");
  private static final Set<String> RETRIES =
      Set.of("no", "later", "after fix", "check first", "new code");

  private final Runbook runbook = Runbook.shipped();

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

  private static boolean isConstant(JavaField field) {
    return field.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC);
  }
}
