package simwright.euicc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// A whole life cycle recorded between a public LPA and a virtual eUICC (see ORIGIN.md), put
/// together from its APDUs again.
public record LifeCycle(List<Spoken> spoken) {
  private static final Path RECORDING =
      Path.of("../shared/data/transcripts/lpac-lifecycle.apdu.jsonl");

  /// One STORE DATA chain and its whole answer.
  public record Spoken(Octets sent, Octets answered) {}

  /// Whether the recording is there.
  public static boolean isThere() {
    return Files.exists(RECORDING);
  }

  /// Reads it.
  public static LifeCycle read() throws IOException {
    List<Spoken> spoken = new ArrayList<>();
    StringBuilder sent = new StringBuilder();
    StringBuilder answered = new StringBuilder();
    for (String line : Files.readAllLines(RECORDING)) {
      JsonNode node = new ObjectMapper().readTree(line);
      String command = node.path("c").asText();
      String response = node.path("r").asText();
      if (command.startsWith("81e2")) {
        int length = Integer.parseInt(command.substring(8, 10), 16);
        sent.append(command, 10, 10 + 2 * length);
        answered.setLength(0);
      }
      if (command.startsWith("81e2") || command.startsWith("81c0")) {
        answered.append(response, 0, response.length() - 4);
        boolean more = response.substring(response.length() - 4).startsWith("61");
        if (!command.startsWith("81e211") && !more) {
          spoken.add(new Spoken(Octets.hex(sent.toString()), Octets.hex(answered.toString())));
          sent.setLength(0);
        }
      }
    }
    return new LifeCycle(spoken);
  }

  /// What was said in this function, in order.
  List<Spoken> said(Tag tag) {
    List<Spoken> found =
        spoken.stream().filter(each -> each.sent().hex().startsWith(tag.toString())).toList();
    if (found.isEmpty()) {
      throw new AssertionError("nothing was said with " + tag);
    }
    return found;
  }

  Tlv sent(int tag) {
    return Tlv.read(said(Tag.of(tag)).getFirst().sent());
  }

  Tlv answered(int tag) {
    return Tlv.read(said(Tag.of(tag)).getFirst().answered());
  }

  /// The first answer with this tag, whatever was asked.
  Tlv answeredWith(int tag) {
    return spoken.stream()
        .filter(each -> each.answered().hex().startsWith(Tag.of(tag).toString()))
        .map(each -> Tlv.read(each.answered()))
        .findFirst()
        .orElseThrow();
  }
}
