package simwright.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A browser that knows nothing of us opens the page from a file and has nothing to object.
class BrowserTest {
  private static final Path TOOL = Path.of("/usr/bin/chromium");

  @TempDir Path folder;

  private record Opened(String page, String objections) {}

  @Test
  void aBrowserOpensThePageFromAFileWithoutAnObjection() throws Exception {
    Opened report = open(HtmlReport.of(SomeRuns.four(), ReportChecks.ANCHOR));
    assertEquals("", report.objections());
    assertTrue(report.page().contains("<h2>Devices</h2>"), report.page());
    assertTrue(report.page().contains("<polyline"), report.page());
  }

  @Test
  void aPageThatTriesToRunSomethingIsObjectedTo() throws Exception {
    String page = HtmlReport.of(SomeRuns.four(), ReportChecks.ANCHOR);
    Opened tampered = open(page.replace("</body>", "<script>document.title=1</script></body>"));
    assertFalse(tampered.objections().isEmpty(), "the browser says nothing of a script");
  }

  private Opened open(String html) throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.isExecutable(TOOL), "Chromium is not installed");
    Path file = folder.resolve("report.html");
    File said = folder.resolve("said").toFile();
    File dom = folder.resolve("dom").toFile();
    Files.writeString(file, html);
    Process browser =
        new ProcessBuilder(
                List.of(
                    TOOL.toString(),
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--user-data-dir=" + folder.resolve("profile"),
                    "--enable-logging=stderr",
                    "--dump-dom",
                    file.toUri().toString()))
            .redirectError(said)
            .redirectOutput(dom)
            .start();
    try {
      assertTrue(browser.waitFor(60, TimeUnit.SECONDS), "Chromium does not end");
    } finally {
      browser.descendants().forEach(ProcessHandle::destroyForcibly);
      browser.destroyForcibly();
    }
    List<String> objections =
        Files.readAllLines(said.toPath(), StandardCharsets.UTF_8).stream()
            .filter(line -> line.contains("CONSOLE"))
            .toList();
    return new Opened(Files.readString(dom.toPath()), String.join("\n", objections));
  }
}
