package simwright.sim.fault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.fault.Fault;
import simwright.time.HandTime;

class NoisyWireTest {
  private static final byte[] LINE = "\r\n+CSQ: 17,99\r\n".getBytes(StandardCharsets.US_ASCII);

  private final HandTime time = new HandTime();
  private final List<NoisyWire.Piece> pieces = new ArrayList<>();
  private int hangups;

  @ParameterizedTest
  @ValueSource(
      strings = {"drop:0.1", "dup:0.1", "flip:0.1", "garbage:0.5", "urc:0.5", "drop:0.1,flip:0.1"})
  void theSameSeedSpoilsTheSameBytesAndAnotherOnesOthers(String faults) {
    byte[] once = through(faults, 7);
    assertArrayEquals(once, through(faults, 7));
    assertFalse(Arrays.equals(once, through(faults, 8)));
    assertFalse(Arrays.equals(once, through("", 7)));
  }

  @Test
  void oneFaultMoreDoesNotChangeWhatAnotherOneDraws() {
    String urcs = text(through("urc:0.5", 3));
    String both = text(through("urc:0.5,garbage:0.5", 3));
    assertEquals(lines(urcs), lines(both).stream().filter(lines(urcs)::contains).toList());
  }

  @Test
  void aChanceOfOneHitsEveryByteAndOfZeroNone() {
    assertEquals(0, through("drop:1", 1).length);
    assertEquals(2 * through("", 1).length, through("dup:1", 1).length);
    assertArrayEquals(through("", 1), through("drop:0,dup:0,flip:0,garbage:0,urc:0", 1));
    byte[] flipped = through("flip:1", 1);
    byte[] right = through("", 1);
    for (int i = 0; i < right.length; i++) {
      assertEquals(1, Integer.bitCount((flipped[i] ^ right[i]) & 0xff));
    }
  }

  @Test
  void unsolicitedLinesAreWholeAndStandBeforeLines() {
    String said = text(through("urc:1", 5));
    assertEquals(2 * 100, lines(said).size());
    assertTrue(said.replaceAll("\r\n[^\r\n]*\r\n", "").isEmpty(), said);
  }

  @Test
  void echoesAreNeverTornByNoiseBetweenLines() {
    NoisyWire wire = wire("urc:1,garbage:1", 1);
    wire.send("A".getBytes(StandardCharsets.US_ASCII));
    assertEquals(1, pieces.getFirst().bytes().length);
  }

  @Test
  void bytesAreLateOrDripAsLongAsTheyAreAskedTo() {
    wire("delay:30,slow:2", 1).send(LINE);
    assertEquals(LINE.length, pieces.size());
    for (NoisyWire.Piece each : pieces) {
      assertEquals(Duration.ofMillis(30), each.late());
      assertEquals(Duration.ofMillis(2), each.apart());
    }
  }

  @Test
  void oneLineInThreeIsLate() {
    NoisyWire wire = wire("late:500", 9);
    for (int i = 0; i < 300; i++) {
      wire.send(LINE);
    }
    long late = pieces.stream().filter(each -> each.late().toMillis() == 500).count();
    assertTrue(late > 60 && late < 140, late + " of 300");
  }

  @Test
  void silenceEndsWhenItsTimeIsOver() {
    NoisyWire wire = wire("silence:30", 1);
    wire.send(LINE);
    time.advance(Duration.ofSeconds(29));
    wire.send(LINE);
    assertEquals(0, pieces.size());
    time.advance(Duration.ofSeconds(2));
    wire.send(LINE);
    assertEquals(1, pieces.size());
  }

  @Test
  void theCableIsPulledOnceAfterSoManyBytes() {
    NoisyWire wire = wire("hangup:20", 1);
    for (int i = 0; i < 4; i++) {
      wire.send(LINE);
      assertEquals(i == 0 ? 0 : 1, hangups);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindIsReadAsItsUsageSays(FaultKind kind) {
    String example =
        kind.usage()
            .replace("[:S]", ":5")
            .replaceAll(":P$", ":0.25")
            .replaceAll(":(?:MS|N|BYTES|CAUSE)$", ":5");
    assertTrue(FaultPlan.parse(example).has(kind), example);
    assertTrue(FaultPlan.parse(" " + example + " , ").has(kind));
    assertTrue(FaultKind.described().containsKey(kind.usage()));
  }

  static Stream<FaultKind> kinds() {
    return Arrays.stream(FaultKind.values());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bang",
        "drop",
        "drop:2",
        "drop:-1",
        "drop:x",
        "no-sim:1",
        "deny",
        "deny:256",
        "deny:x",
        "flood:1000000",
        "delay:9999999",
        "reboot:",
        "drop:0.1;flip:0.1",
        "silence:abc"
      })
  void whatIsNoFaultIsRefusedWithAllThereAre(String text) {
    Fault fault = assertThrows(Fault.class, () -> FaultPlan.parse(text));
    assertEquals(FaultPlan.UNKNOWN, fault.code());
    assertTrue(fault.evidence().orElseThrow().contains("brown-out:N"));
  }

  private byte[] through(String faults, long seed) {
    pieces.clear();
    NoisyWire wire = wire(faults, seed);
    for (int i = 0; i < 100; i++) {
      wire.send(LINE);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    pieces.forEach(piece -> all.writeBytes(piece.bytes()));
    return all.toByteArray();
  }

  private NoisyWire wire(String faults, long seed) {
    return new NoisyWire(
        FaultPlan.parse(faults), seed, time, pieces::addAll, () -> true, () -> hangups++);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static List<String> lines(String text) {
    return Arrays.stream(text.split("\r\n", -1)).filter(line -> !line.isEmpty()).toList();
  }
}
