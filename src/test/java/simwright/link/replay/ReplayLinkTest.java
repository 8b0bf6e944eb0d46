package simwright.link.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.contract.ByteLinkContract;
import simwright.contract.Script;
import simwright.fault.Fault;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.link.LinkSettings;
import simwright.time.HandTime;
import simwright.time.Time;
import simwright.transcript.Direction;
import simwright.transcript.Transcript;

class ReplayLinkTest extends ByteLinkContract {
  @TempDir Path folder;
  private int files;

  @Override
  protected ByteLink connect(Script script) {
    Path file = folder.resolve(files++ + ".txt");
    try (Transcript transcript = Transcript.create(file, "test", true, time)) {
      for (Script.Turn turn : script.turns()) {
        transcript.append(Direction.SENT, turn.expected(), turn.expected().length);
        transcript.append(Direction.RECEIVED, turn.answer(), turn.answer().length);
      }
      if (script.hangsUp()) {
        transcript.note("ended: link/gone");
      }
    }
    return open(file.toString(), time);
  }

  @Test
  void somethingElseThanRecordedIsAClearFaultWithoutSecrets() throws IOException {
    Path file = write("0.001 > AT+CSQ\\r\n0.002 < OK\\r\\n\n");
    try (ByteLink link = open(file.toString(), time)) {
      Fault fault = assertThrows(Fault.class, () -> link.write(bytes("AT+CPIN=7391\r"), plenty()));
      assertEquals(LinkCodes.REPLAY_MISMATCH, fault.code());
      assertEquals("expected AT+CSQ\\r, was sent AT+CPIN=****\\r", fault.evidence().orElseThrow());
      assertEquals(0, link.read(new byte[9], time.deadline(Duration.ofMillis(1))));
    }
  }

  @Test
  void moreThanRecordedIsAMismatch() throws IOException {
    Path file = write("0.001 > AT\\r\n");
    try (ByteLink link = open(file.toString(), time)) {
      link.write(bytes("A"), plenty());
      link.write(bytes("T\r"), plenty());
      Fault fault = assertThrows(Fault.class, () -> link.write(bytes("AT\r"), plenty()));
      assertEquals("expected nothing, was sent AT\\r", fault.evidence().orElseThrow());
    }
  }

  @Test
  void whatWasMaskedMayBeAnything() throws IOException {
    Path file = write("0.001 > AT+CPIN=****;+CSQ\\r\n0.002 < OK\\r\\n\n0.003 > ATD**04*****#\\r\n");
    try (ByteLink link = open(file.toString(), time)) {
      link.write(bytes("AT+CPIN=\"73"), plenty());
      link.write(bytes("91\";+CSQ\r"), plenty());
      assertEquals(4, link.read(new byte[9], plenty()));
      link.write(bytes("ATD**04*1*2*2#\r"), plenty());
    }
  }

  @Test
  void linesSentOneAfterTheOtherMayBeSentInAnyPieces() throws IOException {
    Path file = write("0.001 > AT\\r\n0.002 > ATE0\\r\n0.003 < OK\\r\\n\n");
    try (ByteLink link = open(file.toString(), time)) {
      link.write(bytes("AT\rATE0\r"), plenty());
      assertEquals(4, link.read(new byte[9], plenty()));
    }
  }

  @Test
  void pacedItWaitsAsLongAsTheRealOne() throws IOException {
    Path file = write("0.000 > AT\\r\n2.500 < OK\\r\\n\n");
    HandTime hand = new HandTime();
    try (ByteLink link = open(file + "?paced", hand)) {
      link.write(bytes("AT\r"), hand.deadline(Duration.ofSeconds(1)));
      assertEquals(0, link.read(new byte[9], hand.deadline(Duration.ofMillis(2400))));
      assertEquals(4, link.read(new byte[9], hand.deadline(Duration.ofMillis(200))));
    }
    try (ByteLink link = open(file + "?paced", time)) {
      link.write(bytes("AT\r"), plenty());
      assertEquals(4, link.read(new byte[9], plenty()));
    }
  }

  @Test
  void aTranscriptThatIsNotThereSaysSo() {
    Fault fault = assertThrows(Fault.class, () -> open("/no/such/file", time).close());
    assertEquals(LinkCodes.ABSENT, fault.code());
    assertTrue(new ReplayLinks(time).list().isEmpty());
    assertFalse(new ReplayLinks(time).scheme().isEmpty());
  }

  private Path write(String lines) throws IOException {
    return Files.writeString(
        folder.resolve("script.txt"), "# simwright transcript 1\n" + lines, StandardCharsets.UTF_8);
  }

  private static ByteLink open(String path, Time by) {
    return new ReplayLinks(by).open(new LinkAddress("replay", path), LinkSettings.USUAL);
  }
}
