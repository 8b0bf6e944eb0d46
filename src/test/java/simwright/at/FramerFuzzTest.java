package simwright.at;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import simwright.at.command.SendMessage;

/// Hostile bytes: the corpus runs with the tests, new bytes are looked for under -Pfuzz.
@Tag("fuzz")
class FramerFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void bytesOfAnyKindEndAsEventsAndNeverThrow(byte[] bytes) {
    AtCommand<?> command =
        bytes.length % 2 == 0
            ? new SendMessage("+15550100", "hello")
            : new RawCommand("AT+CREG?;+CSQ", CommandClass.LOCAL);
    List<String> whole = new Conversation(command).hear(bytes).end().events;
    int cut = bytes.length == 0 ? 0 : Math.floorMod(bytes[0], bytes.length);
    Conversation pieces = new Conversation(command).hear(Arrays.copyOf(bytes, cut));
    pieces.hear(Arrays.copyOfRange(bytes, cut, bytes.length)).end();
    if (!whole.equals(pieces.events)) {
      throw new AssertionError(whole + " is not " + pieces.events);
    }
  }
}
