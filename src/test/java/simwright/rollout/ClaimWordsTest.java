package simwright.rollout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// That a rate is at least so much is said by [Claim] alone, which counts the sample first: no
/// screen, report or command has such words of its own.
class ClaimWordsTest {
  private static final Pattern CLAIM =
      Pattern.compile("(?i)(?:at least|≥|>=|no less than|more than)\\s*(?:%s|[0-9.]+)\\s*%");

  @Test
  void onlyAClaimHasTheWordsOfOne() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path root : List.of(Path.of("src/main"), Path.of("fxml"))) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(ClaimWordsTest::told).toList()) {
          String said = Files.readString(file).replaceAll("(?m)^\\s*///.*$", "");
          if (CLAIM.matcher(said).find()) {
            found.add(file.getFileName().toString());
          }
        }
      }
    }
    assertEquals(List.of("Claim.java"), found);
  }

  private static boolean told(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file)
        && List.of(".java", ".fxml", ".properties", ".yaml", ".txt").stream()
            .anyMatch(name::endsWith);
  }
}
