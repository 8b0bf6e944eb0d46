package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files given with a run, as they stand in its reports and in a bundle.
class AttachedRunTest {
  private static final byte[] PHOTO =
      HexFormat.of().parseHex("89504e470d0a1a0a0000000d494844520000000100000001080600");
  private static final String IMEI = "356938035643809";

  @TempDir Path folder;

  @AutoClose private BenchShell shell;

  @BeforeEach
  void serve() {
    shell = new BenchShell(folder);
    shell.begin("ec25");
  }

  @Test
  void aPhotoStandsInThePageItsHashInTheRecordAndTheTextOfABundleIsMasked() throws IOException {
    Path plan =
        Files.writeString(
            folder.resolve("look.yaml"),
            """
            name: look
            title: Look
            main:
              - {id: photo, kind: attachment, title: A photo}
              - {id: notes, kind: attachment, title: What was measured}
            """);
    Path photo = Files.write(folder.resolve("label.png"), PHOTO);
    Path notes = Files.writeString(folder.resolve("notes.txt"), "IMEI " + IMEI + " on the box\n");
    Path page = folder.resolve("report.html");
    assertEquals(
        0,
        shell.run(
            "accept",
            "run",
            plan.toString(),
            "--device",
            "m",
            "--attach",
            "photo=" + photo,
            "--attach",
            "notes=" + notes,
            "--html",
            page.toString()),
        shell::err);
    JsonNode steps = shell.json().path("steps");
    assertEquals(java.util.Set.of(), Schemas.wrong("accept-run", shell.out()));
    JsonNode one = steps.path(0).path("attached").path(0);
    assertEquals("label.png", one.path("name").asText());
    assertEquals(PHOTO.length, one.path("bytes").asInt());
    String html = Files.readString(page);
    assertTrue(html.contains(Base64.getEncoder().encodeToString(PHOTO)), "the photo is in it");
    assertTrue(html.contains(one.path("sha256").asText()));
    assertTrue(html.contains("notes.txt (text, "), html);
    assertFalse(html.contains(IMEI));
    Path bundle = folder.resolve("bundle.zip");
    assertEquals(0, shell.run("bundle", "L", "--yes", "--out", bundle.toString()), shell::err);
    String text = "attachments/" + sha(steps, 1) + "-notes.txt";
    assertEquals(0, shell.plain("bundle", "open", bundle.toString(), "--show", text), shell::err);
    assertTrue(shell.out().contains("on the box"), shell.out());
    assertFalse(shell.out().contains(IMEI), shell.out());
  }

  private static String sha(JsonNode steps, int step) {
    return steps.path(step).path("attached").path(0).path("sha256").asText().substring(0, 8);
  }
}
