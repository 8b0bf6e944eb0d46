package simwright.at;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The texts of errors stand for their numbers.
class ErrorTextsTest {
  private static final Path FILE = Path.of("../shared/data/cme-cms-errors.json");

  /// The list of 3GPP TS 27.007 clause 9.2 and TS 27.005 clause 3.2.5 lies beside the project where
  /// it is developed.
  @Test
  void everyTextOfTheStandardsStandsForItsNumber() throws IOException {
    assumeTrue(Files.isRegularFile(FILE), "the list of error texts is not here: " + FILE);
    JsonNode all = new JsonMapper().readTree(FILE.toFile());
    int read = 0;
    List<String> wrong = new ArrayList<>();
    for (String kind : List.of("cme", "cms")) {
      for (JsonNode error : all.path(kind)) {
        if (error.path("exact_spec_text").asBoolean(kind.equals("cms"))) {
          String text = error.path("text").asText().toUpperCase(Locale.ROOT);
          Optional<Integer> expected = Optional.of(error.path("code").asInt());
          read++;
          if (!ErrorTexts.number(kind, text).equals(expected)) {
            wrong.add(kind + " " + expected.get() + " " + text + ErrorTexts.number(kind, text));
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(read > 50, read + " texts");
  }

  @ParameterizedTest
  @CsvSource({
    "CME,SIM not inserted,10",
    "cme,sim busy,14",
    "CMS,SIM not inserted,310",
    "cms,network timeout,332"
  })
  void theSameTextMayHaveTwoNumbers(String kind, String text, int number) {
    assertEquals(Optional.of(number), ErrorTexts.number(kind, text));
  }

  @Test
  void whatIsNotInTheTablesStaysAText() {
    assertEquals(Optional.empty(), ErrorTexts.number("CME", "out of cheese"));
  }
}
