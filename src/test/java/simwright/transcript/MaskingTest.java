package simwright.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import simwright.time.HandTime;

/// Every secret below contains `7391` or `s3cret`; neither may ever stand in a file.
class MaskingTest {
  static final String[] SECRETS = {
    "AT+CPIN=7391",
    "AT+CPIN=\"7391\"",
    "at+cpin = \"7391\"",
    "AT + C P I N=7391",
    "AT+CPIN=\"73917391\",\"7391\"",
    "ATE0V1+CPIN=7391;+CREG?",
    "AT+CMEE=1;+CPIN=\"7391\";+COPS?",
    "AT+CPIM\bN=7391",
    "AT+CPIN=7391\b\b\b\b",
    "AT+CPIN2=7391",
    "AT+CPWD=\"SC\",\"7391\",\"7391\"",
    "AT+CPWD=\"P2\",7391,7391",
    "AT+CLCK=\"SC\",1,\"7391\"",
    "AT+CLCK=\"SC\",0,7391,7",
    "AT^CPIN=\"7391\"",
    "AT^CPIN2=\"7391\"",
    "AT^SPWD=\"SC\",\"7391\",\"7391\"",
    "AT^SLCK=\"PS\",2,\"7391\"",
    "AT+ZPIN=7391",
    "AT!ENTERCND=\"s3cret\"",
    "AT^DATALOCK=\"7391\"",
    "AT+CGAUTH=1,1,\"user\",\"s3cret\"",
    "AT+CGAUTH=1,1,\"s3cret\",\"user\"",
    "AT+CGAUTH=1,1,\"us;er\",\"s3cret;s3cret\";+CSQ",
    "AT+QICSGP=1,1,\"internet\",\"user\",\"s3cret\",1",
    "AT+QICSGP=1,\"internet\",\"user\",\"s3cret\"",
    "AT$QCPDPP=1,1,\"s3cret\",\"user\"",
    "AT^AUTHDATA=1,2,\"26201\",\"s3cret\",\"user\"",
    "AT#PDPAUTH=1,1,\"user\",\"s3cret\"",
    "AT#SGACT=1,1,\"user\",\"s3cret\"",
    "AT#PASSW=\"s3cret\"",
    "AT+UAUTHREQ=1,1,\"user\",\"s3cret\"",
    "AT+UPSD=0,3,\"s3cret\"",
    "AT*AUTHREQ=1,1,user,s3cret",
    "AT%PDNSET=1,\"internet\",\"IP\",\"user\",\"s3cret\"",
    "AT+CSTT=\"internet\",\"user\",\"s3cret\"",
    "AT+CNCFG=0,1,\"internet\",\"user\",\"s3cret\",1",
    "AT+SAPBR=3,1,\"PWD\",\"s3cret\"",
    "AT^SICS=0,\"passwd\",\"s3cret\"",
    "AT^NDISDUP=1,1,\"internet\",\"user\",\"s3cret\",1",
    "AT%CMNG=0,16842753,3,\"s3cret\"",
    "AT+CSIM=26,\"0020000108373931FFFFFFFF7391\"",
    "AT+CSIM=26,\"0020 0001 08 7391FFFFFFFF7391\"",
    "AT+CGLA=1,26,\"01200001087391FFFFFFFF7391\"",
    "AT+CGLA=1,42,\"002c0001107391ffffffff7391ffff7391ffff7391\"",
    "ATD**04*7391*7391*7391#;",
    "ATD**05*73917391*7391*7391#",
    "AT+CUSD=1,\"**052*73917391*7391*7391#\",15",
    "+CGAUTH: 1,1,\"user\",\"s3cret\"",
    "+QICSGP: 1,\"internet\",\"user\",\"s3cret\",1",
    "$QCPDPP: 1,1,\"s3cret\",\"user\"",
    "+UPSD: 0,3,\"s3cret\"",
  };

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("SECRETS")
  void aSecretIsMaskedInAnySpelling(String line) {
    String masked = Masking.mask(line);
    assertHides(masked, line);
    assertTrue(masked.contains(Masking.MASK), masked);
    assertHides(Masking.mask("AT\r\r\n" + line + "\r\nOK\r\n"), line);
  }

  @ParameterizedTest
  @FieldSource("SECRETS")
  void aSecretAndItsEchoAreMaskedWhereverTheBytesAreCut(String line) throws IOException {
    byte[] bytes = (line + "\r").getBytes(StandardCharsets.ISO_8859_1);
    Path file = folder.resolve("cut.txt");
    try (Transcript transcript = Transcript.create(file, "test", true, new HandTime())) {
      for (int cut = 0; cut <= bytes.length; cut++) {
        for (Direction direction : new Direction[] {Direction.SENT, Direction.RECEIVED}) {
          append(transcript, direction, bytes, 0, cut);
          transcript.flush();
          append(transcript, direction, bytes, cut, bytes.length);
        }
      }
    }
    for (Direction direction : Direction.values()) {
      assertHides(oneWay(file, direction), line);
    }
  }

  @ParameterizedTest
  @FieldSource("SECRETS")
  void aSecretTypedCharacterByCharacterWithItsEchoBetweenIsMasked(String line) throws IOException {
    byte[] bytes = (line + "\r").getBytes(StandardCharsets.ISO_8859_1);
    Path file = folder.resolve("typed.txt");
    try (Transcript transcript = Transcript.create(file, "test", true, new HandTime())) {
      for (int i = 0; i < bytes.length; i++) {
        append(transcript, Direction.SENT, bytes, i, i + 1);
        append(transcript, Direction.RECEIVED, bytes, i, i + 1);
        transcript.flush();
      }
    }
    for (Direction direction : Direction.values()) {
      assertHides(oneWay(file, direction), line);
    }
  }

  @ParameterizedTest
  @FieldSource("SECRETS")
  void anEchoThatLostAnyByteStillShowsNoWholeSecret(String line) throws IOException {
    byte[] bytes = (line + "\r").getBytes(StandardCharsets.ISO_8859_1);
    if (!line.startsWith("AT")) {
      return;
    }
    Path file = folder.resolve("lost.txt");
    try (Transcript transcript = Transcript.create(file, "test", true, new HandTime())) {
      for (int lost = 0; lost < bytes.length - 1; lost++) {
        append(transcript, Direction.SENT, bytes, 0, bytes.length);
        append(transcript, Direction.RECEIVED, bytes, 0, lost);
        append(transcript, Direction.RECEIVED, bytes, lost + 1, bytes.length);
      }
    }
    assertHides(oneWay(file, Direction.RECEIVED), line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "AT+CPIN?",
        "AT+CPIN=?",
        "+CPIN: READY",
        "+CPIN: SIM PUK",
        "AT+CPINR=\"SIM PIN\"",
        "+CPINR: SIM PIN,3,3",
        "AT+CLCK=\"SC\",2",
        "+CLCK: 1",
        "AT+CGAUTH=?",
        "AT+CGAUTH?",
        "AT+CGAUTH=1,0",
        "+CGAUTH: (1-11),(0-3),64,64",
        "AT+CGDCONT=1,\"IP\",\"internet\"",
        "AT+UPSD=0,1,\"internet\"",
        "AT+CSIM=10,\"00A40004022FE2\"",
        "AT+CGLA=1,10,\"80E2910003BF2D00\"",
        "AT+COPS=1,2,\"26201\"",
        "+CREG: 2,1,\"7391\",\"7391\",7",
        "AT+CMGS=\"+491701234567\"",
        "+QPINC: \"SC\",3,10",
        "ATD*100#",
        "AT+CUSD=1,\"*100#\",15",
      })
  void whatIsNoSecretStays(String line) {
    assertEquals(line, Masking.mask(line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "AT+CMEE=1;+CPIN=\"7391\";+COPS?|AT+CMEE=1;+CPIN=****;+COPS?",
        "AT+CLCK=\"SC\",1,\"7391\"|AT+CLCK=\"SC\",1,****",
        "AT+QICSGP=1,1,\"internet\",\"u\",\"p\",1|AT+QICSGP=1,1,\"internet\",****",
        "AT+CSIM=26,\"00200001087391FFFF\"|AT+CSIM=26,\"0020****\"",
        "ATD**05*7391*7391*7391#;|ATD**05*****#;",
      })
  void onlyTheSecretIsMasked(String line, String masked) {
    assertEquals(masked, Masking.mask(line));
  }

  @Test
  void aSecretLongerThanAnyBufferIsMaskedToItsEnd() throws IOException {
    byte[] bytes = ("AT+CPIN=\"" + "7391".repeat(20_000) + "\"\rAT+CSQ\r").getBytes();
    Path file = folder.resolve("long.txt");
    try (Transcript transcript = Transcript.create(file, "test", true, new HandTime())) {
      transcript.append(Direction.SENT, bytes, bytes.length);
    }
    String text = Files.readString(file);
    assertFalse(text.contains("7391"));
    assertTrue(text.contains("AT+CSQ\\r"));
  }

  private static String oneWay(Path file, Direction direction) {
    StringBuilder all = new StringBuilder();
    TranscriptReader.all(file).stream()
        .filter(each -> each.direction() == direction)
        .forEach(each -> all.append(each.text()));
    return all.toString();
  }

  private static void append(Transcript to, Direction direction, byte[] all, int from, int end) {
    byte[] piece = java.util.Arrays.copyOfRange(all, from, end);
    to.append(direction, piece, piece.length);
  }

  private static void assertHides(String text, String line) {
    assertFalse(text.contains("7391"), () -> line + " -> " + text);
    assertFalse(text.contains("s3cret"), () -> line + " -> " + text);
  }
}
