package simwright.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.Run;
import simwright.acceptance.RunHeader;
import simwright.acceptance.Safety;
import simwright.acceptance.plan.Outcome;
import simwright.audit.Anchor;

/// A paper tells who the device is and what came of it, masks what it should, and its code is an
/// anchor of the log.
class CertificateTest {
  private static final List<Run> FOUR = SomeRuns.four();
  private static final Map<String, String> KEPT =
      Map.of("p-imei", SomeRuns.IMEI, "p-iccid", SomeRuns.ICCID);
  private static final Named MASKED = new Named(KEPT, false);

  @Test
  void theImeiAndTheSerialAreWholeAndTheIccidIsMasked() throws IOException {
    String text = PdfReportTest.text(Certificate.of(FOUR, MASKED, ReportChecks.ANCHOR));
    assertTrue(text.contains(SomeRuns.IMEI), text);
    assertTrue(text.contains("SN-r1"), text);
    assertTrue(text.contains("8949…96"), text);
    assertFalse(text.contains(SomeRuns.ICCID), text);
  }

  @Test
  void anIdentifiedCertificateTellsTheIccid() throws IOException {
    byte[] pdf = Certificate.of(FOUR, new Named(KEPT, true), ReportChecks.ANCHOR);
    assertTrue(PdfReportTest.text(pdf).contains(SomeRuns.ICCID));
  }

  @Test
  void aForgottenIdentityIsSaidToBeForgotten() throws IOException {
    byte[] pdf = Certificate.of(FOUR, new Named(Map.of(), true), ReportChecks.ANCHOR);
    assertTrue(PdfReportTest.text(pdf).contains("IMEI forgotten"));
  }

  @Test
  void aCertificateSaysByWhatItWasJudgedAndThatNothingIsCalibrated() throws IOException {
    String text = PdfReportTest.text(Certificate.of(FOUR, MASKED, ReportChecks.ANCHOR));
    for (String said :
        List.of(
            "SIMULATED DEVICE",
            "● pass on try 2",
            "provisioning",
            "cd".repeat(32),
            "field 2026-3",
            "ef".repeat(32),
            "verified the radio is on",
            "UNCALIBRATED",
            ReportChecks.ANCHOR.head())) {
      assertTrue(text.contains(said), said + " in " + text);
    }
  }

  @Test
  void eachRunIsOnePageHoweverMuchIsSaid() throws IOException {
    Run run = FOUR.getFirst();
    String much = "much to say ".repeat(400);
    RunHeader said = new RunHeader(much, much, much, much, much, much, much, much, much);
    Run long1 =
        new Run(
            run.id(),
            run.judged(),
            run.subject(),
            true,
            much,
            said,
            run.started(),
            run.ended(),
            java.util.Collections.nCopies(60, SomeRuns.step(Outcome.FAIL, 1)),
            run.samples(),
            new Safety(Safety.State.UNSAFE, much, much, List.of()),
            Optional.empty());
    assertEquals(2, pages(Certificate.of(List.of(long1, run), MASKED, ReportChecks.ANCHOR)));
    assertEquals(2, pages(Label.of(List.of(long1, run), MASKED, ReportChecks.ANCHOR)));
  }

  @Test
  void theCodeOnCertificateAndLabelIsAnAnchorOfTheLog(@TempDir Path folder) throws Exception {
    Path certificate = folder.resolve("certificate");
    Path label = folder.resolve("label");
    Files.write(certificate, Certificate.of(FOUR, MASKED, ReportChecks.ANCHOR));
    Files.write(label, Label.of(FOUR, MASKED, ReportChecks.ANCHOR));
    for (Path paper : List.of(certificate, label)) {
      Pictures.of(paper);
      Map<String, String> codes = codes(folder, paper.getFileName() + "-*.png");
      assertEquals(4, codes.size());
      for (Run run : FOUR) {
        String code = codes.getOrDefault(run.id(), "");
        String[] words = code.split(" ", -1);
        assertEquals(run.outcome().key(), words[2]);
        assertEquals(Optional.of(ReportChecks.ANCHOR), Anchor.read(words[3]));
      }
    }
  }

  private static Map<String, String> codes(Path folder, String pages) throws Exception {
    Map<String, String> codes = new TreeMap<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, pages)) {
      for (Path page : all) {
        BufferedImage read = ImageIO.read(page.toFile());
        int w = read.getWidth();
        int h = read.getHeight();
        RGBLuminanceSource light =
            new RGBLuminanceSource(w, h, read.getRGB(0, 0, w, h, null, 0, w));
        String text =
            new QRCodeReader()
                .decode(
                    new BinaryBitmap(new HybridBinarizer(light)),
                    Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
        codes.put(text.split(" ", -1)[1], text);
      }
    }
    return codes;
  }

  private static int pages(byte[] pdf) throws IOException {
    try (PDDocument read = Loader.loadPDF(pdf)) {
      return read.getNumberOfPages();
    }
  }
}
