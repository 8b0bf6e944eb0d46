package simwright.at.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import simwright.hardware.HardwareProfile;
import simwright.hardware.HardwareProfiles;

/// Answers that others have published are read as they say; every command that a shipped profile
/// names has a type.
class PublishedAnswerTest {
  @TestFactory
  Stream<DynamicTest> everyPublishedAnswerHasItsValue() {
    return Vectors.all().stream()
        .map(vector ->
            DynamicTest.dynamicTest(
                vector.command() + " of " + vector.from(),
                () -> {
                  assertEquals(vector.value(), vector.read().orElseThrow().toString());
                  assertTrue(vector.from().length() > 10, "a source is named");
                }));
  }

  @Test
  void everyCommandOfEveryProfileHasAType() {
    List<String> untyped = new ArrayList<>();
    for (HardwareProfile profile : HardwareProfiles.shipped().all()) {
      for (Map.Entry<String, List<String>> slot : profile.commands().entrySet()) {
        for (String text : slot.getValue()) {
          String filled =
              text.replace("{cid}", "1")
                  .replace("{host}", "192.0.2.1")
                  .replaceAll("\\{[a-z0-9]+\\}", "1");
          if (Commands.of(filled, profile.units()).isEmpty()) {
            untyped.add(profile.name() + " " + slot.getKey() + " " + text);
          }
        }
      }
    }
    assertEquals(List.of(), untyped);
  }
}
