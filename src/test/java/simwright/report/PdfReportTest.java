package simwright.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.Run;

/// The PDF says what the page says, in a font that is in it.
class PdfReportTest {
  private static final List<Run> FOUR = SomeRuns.four();

  @Test
  void theTextOfAllRunsCanBeTakenOut() throws IOException {
    String text = text(PdfReport.of(FOUR, List.of(), ReportChecks.ANCHOR));
    for (Run run : FOUR) {
      assertTrue(text.contains("provisioning on " + run.device()), run.device());
    }
    assertTrue(text.contains("First-attempt yield: " + Yield.first(FOUR).words()), text);
    assertTrue(text.contains("● pass on try 2"), text);
    assertTrue(text.contains("× error"), "a sign the font lacks has another shape");
    assertTrue(text.replaceAll("\\s", "").contains(ReportChecks.ANCHOR.head()), text);
  }

  @Test
  void everyFontIsInTheFile() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(PdfReport.of(FOUR, List.of(), ReportChecks.ANCHOR))) {
      for (PDPage page : pdf.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          assertTrue(page.getResources().getFont(name).isEmbedded(), name.getName());
        }
      }
    }
  }

  @Test
  void anIndependentReaderTurnsItIntoPictures(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("report.pdf");
    Files.write(file, PdfReport.of(FOUR, List.of(), ReportChecks.ANCHOR));
    Pictures.of(file);
    try (DirectoryStream<Path> pages = Files.newDirectoryStream(folder, "*.png")) {
      for (Path page : pages) {
        assertTrue(Pictures.inked(page) > 0.0001, "an empty page: " + page);
      }
    }
  }

  @Test
  void hostileTextIsOnlyText() throws IOException {
    Run run = FOUR.getFirst();
    for (String each :
        List.of("<script>alert(1)</script>", "\u202epassed", "]]><x/>", "&undefined;", "漢字")) {
      Run said =
          new Run(
              run.id(),
              run.judged(),
              run.subject(),
              true,
              each,
              run.header(),
              run.started(),
              run.ended(),
              run.steps(),
              run.samples(),
              run.safety(),
              Optional.empty());
      String text = text(PdfReport.of(List.of(said), List.of(), ReportChecks.ANCHOR));
      assertTrue(text.contains(new PaperFont().shown(Literal.of(each))), text);
    }
  }

  @Test
  void whatTheFontLacksIsNamed() {
    PaperFont font = new PaperFont();
    assertEquals("a[U+6F22]b", font.shown("a漢b"));
    assertEquals("İş Ж Ω ≤ °", font.shown("İş Ж Ω ≤ °"));
  }

  static String text(byte[] pdf) throws IOException {
    try (PDDocument read = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(read);
    }
  }
}
