package simwright.tlv;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// The recorded material of the shared test data: a whole life cycle of a card, and bound packages.
public final class Cards {
  private static final Path DATA = Path.of("../shared/data");

  private Cards() {}

  /// A recorded command with its answer, both with all bytes.
  public record Recorded(Octets command, Octets response) {}

  /// Every APDU of the recorded life cycle; skips the test where the recording is missing.
  public static List<Recorded> lifecycle() {
    Path file = DATA.resolve("transcripts/lpac-lifecycle.apdu.jsonl");
    assumeTrue(Files.exists(file), "the shared test material is not here");
    List<Recorded> all = new ArrayList<>();
    try {
      ObjectMapper json = new ObjectMapper();
      for (String line : Files.readAllLines(file)) {
        JsonNode node = json.readTree(line);
        if (node.has("c")) {
          all.add(
              new Recorded(
                  Octets.hex(node.path("c").asText()), Octets.hex(node.path("r").asText())));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /// The answers' data with GET RESPONSE chains put together.
  public static List<Octets> answers() {
    List<Octets> whole = new ArrayList<>();
    Octets open = Octets.NONE;
    for (Recorded one : lifecycle()) {
      Octets response = one.response();
      int end = response.length() - 2;
      open = open.then(response.part(0, end));
      if (response.at(end) != 0x61 && !open.isEmpty()) {
        whole.add(open);
        open = Octets.NONE;
      }
    }
    return whole;
  }

  /// A published bound profile package, 1 or 3.
  public static Octets bound(int number) {
    String text = read("vectors/bpp-segmentation/bpp@" + number + ".txt").replaceAll("\\s", "");
    return Octets.of(Base64.getDecoder().decode(text));
  }

  /// A published package's segments as the card gets them.
  public static List<Octets> segments(int number) {
    return read("vectors/bpp-segmentation/sbpp@" + number + ".txt")
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(Octets::hex)
        .toList();
  }

  private static String read(String name) {
    Path file = DATA.resolve(name);
    assumeTrue(Files.exists(file), "the shared test material is not here");
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
