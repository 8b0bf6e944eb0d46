package simwright.hardware;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads how a family's card is reached; what is not named is unknown.
final class CardReader {
  private CardReader() {}

  static CardAccess read(JsonNode channel, JsonNode euicc) {
    List<CardAccess.Firmware> firmware = new ArrayList<>();
    for (JsonNode each : euicc.path("firmware")) {
      firmware.add(
          new CardAccess.Firmware(each.path("versions").asText(), each.path("text").asText()));
    }
    return new CardAccess(
        ProfileReader.texts(channel.path("commands")),
        CardAccess.Handle.valueOf(word(channel.path("handle"))),
        CardAccess.TestForm.valueOf(word(channel.path("test_form"))),
        number(channel.path("segment")),
        channel.path("csim").asBoolean(),
        ProfileReader.texts(channel.path("before")),
        text(euicc.path("own").path("command")),
        text(euicc.path("refresh").path("kind"))
            .map(kind -> CardAccess.Refresh.valueOf(word(euicc.path("refresh").path("kind")))),
        number(euicc.path("capacity").path("profiles")),
        List.copyOf(firmware),
        euicc.path("hides_empty_card").path("value").asBoolean(),
        ProfileReader.texts(euicc.path("isd_r").path("aids")));
  }

  private static String word(JsonNode node) {
    return node.asText("unknown").replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static OptionalInt number(JsonNode node) {
    return node.isInt() ? OptionalInt.of(node.asInt()) : OptionalInt.empty();
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
  }
}
