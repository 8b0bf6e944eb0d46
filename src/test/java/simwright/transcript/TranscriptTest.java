package simwright.transcript;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Locale.ROOT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.fault.Fault;
import simwright.time.HandTime;

class TranscriptTest {
  @TempDir Path folder;
  private final HandTime time = new HandTime();

  @Test
  void aHiddenSecretStandsNowhereAlsoWhenTwoCommandsCutIt() throws IOException {
    Path file = folder.resolve("t.txt");
    String code = "BENCH-7013-1007";
    String hex = HexFormat.of().withUpperCase().formatHex(code.getBytes(US_ASCII));
    try (Transcript transcript = Transcript.create(file, "serial:/dev/ttyUSB2", true, time)) {
      transcript.hide(code);
      String whole = "80E2910012" + "3015" + hex;
      sent(transcript, "AT+CGLA=1," + whole.length() + ",\"" + whole + "\"\r");
      for (int cut = 6; cut <= hex.length() - 6; cut += 2) {
        sent(transcript, "AT+CGLA=1,30,\"80E21100FF" + "3015" + hex.substring(0, cut) + "\"\r");
        sent(transcript, "AT+CGLA=1,30,\"80E2910109" + hex.substring(cut) + "A10200\"\r");
        received(
            transcript,
            "+CGLA: 40,\"3015" + hex.substring(0, cut).toLowerCase(ROOT) + "6110\"\r\n");
        received(transcript, "+CGLA: 40,\"" + hex.substring(cut) + "A102009000\"\r\n");
      }
      transcript.note("asking for " + code);
    }
    String text = Files.readString(file).toUpperCase(ROOT);
    assertFalse(text.contains(code), text);
    for (int at = 0; at + 8 <= hex.length(); at += 2) {
      assertFalse(text.contains(hex.substring(at, at + 8)), text);
    }
    assertTrue(text.contains("A102009000"), text);
  }

  @Test
  void aPersonCanReadIt() throws IOException {
    Path file = folder.resolve("t.txt");
    try (Transcript transcript = Transcript.create(file, "serial:/dev/ttyUSB2", true, time)) {
      time.advance(Duration.ofMillis(12));
      sent(transcript, "AT+CSQ\r");
      time.advance(Duration.ofMillis(1230));
      received(transcript, "AT+CSQ\r\r\n+CSQ: 1");
      time.advance(Duration.ofMillis(5));
      received(transcript, "7,99\r\n\r\nOK\r\n");
      transcript.note("closed");
    }
    assertEquals(
        """
        # simwright transcript 1
        # link: serial:/dev/ttyUSB2
        # opened: 2026-01-01T00:00:00Z
        # simulated: true
        0.012 > AT+CSQ\\r
        1.242 < AT+CSQ\\r
        1.242 < \\r\\n
        1.242 < +CSQ: 17,99\\r\\n
        1.247 < \\r\\n
        1.247 < OK\\r\\n
        1.247 ! closed
        """,
        Files.readString(file));
    TranscriptHeading heading = TranscriptReader.heading(file);
    assertEquals("serial:/dev/ttyUSB2", heading.link());
    assertEquals(time.now().minusMillis(1247), heading.opened());
    assertTrue(heading.simulated());
  }

  @Test
  void anUnfinishedLineIsWrittenWhenTheOtherSideSpeaksOrOnFlush() throws IOException {
    Path file = folder.resolve("t.txt");
    try (Transcript transcript = Transcript.create(file, "x:y", false, time)) {
      received(transcript, "\r\n> ");
      sent(transcript, "hello\u001a");
      received(transcript, "0\r");
      long before = Files.size(file);
      transcript.flush();
      assertTrue(Files.size(file) > before);
    }
    assertEquals(
        List.of("\\r\\n", "> ", "hello\\x1A", "0\\r"),
        TranscriptReader.all(file).stream().map(TranscriptLine::text).toList());
  }

  @Test
  void anyBytesCanBeRecoveredExactly() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      byte[] bytes = new byte[random.nextInt(600)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (round % 2 == 0 ? random.nextInt(256) : "\r\n*\\xrA0 ".charAt(i % 9));
      }
      Path file = folder.resolve(round + ".txt");
      try (Transcript transcript = Transcript.create(file, "x:y", false, time)) {
        for (int at = 0; at < bytes.length; ) {
          int n = Math.min(bytes.length - at, 1 + random.nextInt(100));
          transcript.append(Direction.RECEIVED, java.util.Arrays.copyOfRange(bytes, at, at + n), n);
          at += n;
        }
      }
      ByteArrayOutputStream back = new ByteArrayOutputStream();
      TranscriptReader.all(file).forEach(line -> back.writeBytes(Escapes.unescape(line.text())));
      assertArrayEquals(bytes, back.toByteArray(), "round " + round);
    }
  }

  @Test
  void asterisksThatWereSentAreNoMask() {
    assertEquals("***\\x2A*", Escapes.escape("*****".getBytes(StandardCharsets.US_ASCII), 0, 5));
    assertArrayEquals("*****".getBytes(StandardCharsets.US_ASCII), Escapes.unescape("***\\x2A*"));
  }

  @Test
  void whatLooksLikeAnEscapeButIsNoneStandsForItself() {
    assertArrayEquals(
        "\\q\\xZZ\\x1\\".getBytes(StandardCharsets.US_ASCII), Escapes.unescape("\\q\\xZZ\\x1\\"));
  }

  @Test
  void aRangeHoldsItsLinesAndAHashThatNoticesAChange() throws IOException {
    Path file = folder.resolve("t.txt");
    TranscriptRange range;
    try (Transcript transcript = Transcript.create(file, "x:y", false, time)) {
      sent(transcript, "AT\r");
      long from = transcript.position();
      sent(transcript, "AT+CGMI\r");
      received(transcript, "Quectel\r\n");
      range = transcript.since(from);
      transcript.commit();
      sent(transcript, "AT\r");
    }
    assertEquals(
        List.of("AT+CGMI\\r", "Quectel\\r\\n"),
        TranscriptReader.range(folder, range).stream().map(TranscriptLine::text).toList());
    String hash = range.sha256(folder);
    assertEquals(64, hash.length());
    Files.writeString(file, Files.readString(file).replace("Quectel", "Quectol"));
    assertNotEquals(hash, range.sha256(folder));
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        TranscriptRange.NONE.sha256(folder));
    TranscriptRange beyond = new TranscriptRange("t.txt", 0, Files.size(file) + 1);
    assertEquals(
        TranscriptReader.UNREADABLE, assertThrows(Fault.class, () -> beyond.sha256(folder)).code());
  }

  @Test
  void aFileThatCannotBeMadeIsAFault() throws IOException {
    Path file = Files.writeString(folder.resolve("there.txt"), "x");
    Fault fault =
        assertThrows(Fault.class, () -> Transcript.create(file, "x:y", false, time).close());
    assertEquals(Transcript.UNWRITABLE, fault.code());
    assertEquals("x", Files.readString(file));
  }

  @Test
  void aLineThatIsNoneBecomesANote() {
    TranscriptLine line = TranscriptLine.parse("what is this");
    assertEquals(Direction.NOTE, line.direction());
    assertEquals("what is this", line.text());
    assertEquals(0, TranscriptLine.parse("x.y > AT").millis());
  }

  private static void sent(Transcript transcript, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    transcript.append(Direction.SENT, bytes, bytes.length);
  }

  private static void received(Transcript transcript, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    transcript.append(Direction.RECEIVED, bytes, bytes.length);
  }
}
