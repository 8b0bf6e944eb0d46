package simwright.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @Test
  void theExamplesOfRfc4180AreRead() {
    assertEquals(
        List.of(List.of("aaa", "b\r\nbb", "ccc"), List.of("zzz", "yyy", "xxx")),
        Csv.records("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx"));
    assertEquals(
        List.of(List.of("aaa", "b\"bb", "ccc")), Csv.records("\"aaa\",\"b\"\"bb\",\"ccc\""));
  }

  @Test
  void aQuoteThatIsNotClosedIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Csv.records("a,\"b\nc,d\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", " =cmd|'x'", "+33 1", "-7", "@x", "plain", "'quoted", "'=x", ""})
  void whatIsWrittenIsReadAgainAndNoCellBeginsAFormula(String text) {
    StringBuilder csv = new StringBuilder();
    Csv.append(csv, List.of(Csv.guarded(text), "a\"b,c\nd"));
    List<String> cells = Csv.records(csv.toString()).getFirst();
    assertEquals(text, Csv.bare(cells.getFirst()));
    assertEquals("a\"b,c\nd", cells.getLast());
    String first = cells.getFirst().stripLeading();
    assertEquals(-1, first.isEmpty() ? -1 : "=+-@".indexOf(first.charAt(0)));
  }

  @Test
  void aCellOfATableIsQuotedOnlyWhereItMust() {
    assertEquals("plain", Csv.cell("plain"));
    assertEquals("\"a,b\"", Csv.cell("a,b"));
    assertEquals("'=1", Csv.cell("=1"));
  }
}
