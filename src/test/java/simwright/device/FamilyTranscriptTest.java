package simwright.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import simwright.ask.Cancel;
import simwright.hardware.HardwareProfiles;
import simwright.link.LinkAddress;
import simwright.link.Links;
import simwright.link.replay.ReplayLinks;
import simwright.time.SystemTime;

/// Every family's transcript, played through link, engine and device, gives the snapshot that
/// stands beside it. A new family is a profile, a transcript and the snapshot expected; nothing
/// here changes. What came out is written to `target/snapshots-of-families` to be read and taken
/// over.
class FamilyTranscriptTest {
  private static final Path FAMILIES = Path.of("hardware-profiles");
  private static final Path ACTUAL = Path.of("target/snapshots-of-families");
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyTranscriptGivesTheSnapshotExpected() throws IOException {
    Files.createDirectories(ACTUAL);
    return names(".yaml").stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> playedAsExpected(name)));
  }

  private void playedAsExpected(String name) throws IOException {
    Path transcript = FAMILIES.resolve(name + ".transcript");
    Attachment device = play(transcript);
    assertEquals(Optional.of(name), device.hardwareProfile(), "the family is recognised");
    JsonNode actual = SnapshotTree.of(device.snapshot());
    String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(actual) + "\n";
    Files.writeString(ACTUAL.resolve(name + ".expected.json"), text);
    JsonNode expected = JSON.readTree(FAMILIES.resolve(name + ".expected.json").toFile());
    assertEquals(
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(expected) + "\n", text, name);
  }

  private Attachment play(Path transcript) {
    try (SystemTime time = new SystemTime();
        Links links = new Links(List.of(new ReplayLinks(time)), folder, address -> false, time);
        DeviceSet devices =
            new DeviceSet(links, HardwareProfiles.shipped(), new QuietJournal(), time)) {
      LinkAddress address = new LinkAddress("replay", transcript + "?asked");
      return devices.connect(devices.at(address).id(), new Cancel());
    }
  }

  @Test
  void everyProfileHasItsTranscriptAndItsSnapshot() throws IOException {
    assertEquals(names(".yaml"), names(".transcript"));
    assertEquals(names(".yaml"), names(".expected.json"));
  }

  @Test
  void aTranscriptSaysWhereItIsFrom() throws IOException {
    for (String name : names(".transcript")) {
      String text = Files.readString(FAMILIES.resolve(name + ".transcript"));
      boolean constructed = text.contains("\n# constructed: ");
      boolean recorded = text.contains("\n# recorded: ");
      assertTrue(constructed ^ recorded, name + " says whether it was recorded or constructed");
      assertTrue(!constructed || text.contains("no evidence of support"), name);
      assertTrue(text.contains("\n# origin: "), name);
    }
  }

  private static List<String> names(String ending) throws IOException {
    try (Stream<Path> files = Files.list(FAMILIES)) {
      return List.copyOf(
          new TreeSet<>(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(ending))
                  .map(name -> name.substring(0, name.length() - ending.length()))
                  .toList()));
    }
  }
}
