package simwright.at;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.at.card.ModemCard;
import simwright.fault.Fault;
import simwright.time.Deadline;
import simwright.time.SystemTime;
import simwright.tlv.Octets;

/// The way to an application of the card behind a modem is found by trying.
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ModemCardTest {
  private static final Octets ISD_R = Octets.hex("A0000005591010FFFFFFFF8900000100");

  @TempDir Path folder;
  private final SystemTime time = new SystemTime();

  /// The handles that a program which was killed has left open.
  private final Set<String> held = new TreeSet<>();

  private boolean bare;
  private final ScriptedModem modem = new ScriptedModem(this::answer);
  private AtEngine engine;

  @BeforeEach
  void open() {
    engine = new AtEngine(ScriptedModem.port(modem, folder, time), AtSettings.USUAL, time);
    engine.start();
  }

  @AfterEach
  void close() {
    engine.close();
    time.close();
  }

  /// There is one channel to be had, and it is free when nothing is held.
  private String answer(String line) {
    if (bare) {
      return byCsim(line);
    }
    if (line.startsWith("AT+CCHC=")) {
      return held.remove(line.substring("AT+CCHC=".length()).strip())
          ? "\r\nOK\r\n"
          : "\r\n+CME ERROR: 50\r\n";
    }
    if (line.startsWith("AT+CSIM=")) {
      return "\r\n+CME ERROR: 4\r\n";
    }
    boolean free = line.startsWith("AT+CCHO=") && held.isEmpty();
    return free ? "\r\n+CCHO: 1\r\n\r\nOK\r\n" : "\r\n+CME ERROR: 14\r\n";
  }

  private Deadline soon() {
    return time.deadline(Duration.ofSeconds(20));
  }

  private long sent(String beginning) {
    return modem.sent.stream().filter(line -> line.startsWith(beginning)).count();
  }

  @Test
  void aChannelThatIsFreeIsTakenAndNothingElseIsTried() {
    ModemCard card = ModemCard.open(engine, List.of(ISD_R), soon());
    assertEquals("channel-commands", card.way());
    assertEquals(List.of(), card.tried());
    assertEquals(0, sent("AT+CCHC"));
    card.close(soon());
    assertEquals(1, sent("AT+CCHC=1"), "its own handle is given back");
  }

  @Test
  void channelsThatAKilledProgramLeftOpenAreClosedAndAllIsTriedOnceMore() {
    held.addAll(Set.of("1", "2"));
    ModemCard card = ModemCard.open(engine, List.of(ISD_R), soon());
    assertEquals("channel-commands", card.way());
    assertEquals(ISD_R, card.aid());
    assertTrue(held.isEmpty());
    assertEquals(2, sent("AT+CCHO"));
    assertTrue(card.tried().getFirst().contains("cme/14"), card.tried().toString());
  }

  @Test
  void aModemWithoutChannelCommandsIsReachedByBareOnesAndTellsWhy() {
    bare = true;
    Octets other = Octets.hex("A0000005591010FFFFFFFF8900050500");
    ModemCard card = ModemCard.open(engine, List.of(other, ISD_R), soon());
    assertEquals("bare-commands", card.way());
    assertEquals(ISD_R, card.aid());
    assertEquals(List.of("+CCHO cme/4", "SELECT 6A82"), card.tried());
    assertEquals(1, sent("AT+CCHO"), "what the modem has not is asked for once");
    card.close(soon());
    assertEquals("AT+CSIM=8,\"00708001\"", modem.sent.getLast().strip());
  }

  /// A modem without +CCHO, whose card opens channel 1 and has the ISD-R at the standard's place.
  private static String byCsim(String line) {
    if (!line.startsWith("AT+CSIM=")) {
      return "\r\n+CME ERROR: 4\r\n";
    }
    String said =
        line.contains("\"0070000001")
            ? "019000"
            : line.contains(ISD_R.hex()) || line.contains("00708001") ? "9000" : "6A82";
    return "\r\n+CSIM: " + said.length() + ",\"" + said + "\"\r\n\r\nOK\r\n";
  }

  @Test
  void whereNothingWorksEachWayThatWasTriedIsTold() {
    held.add("a channel of the modem's own");
    Fault none = assertThrows(Fault.class, () -> ModemCard.open(engine, List.of(ISD_R), soon()));
    assertEquals("at/no-application", none.code().toString());
    String tried = none.evidence().orElseThrow();
    assertEquals("+CCHO cme/14; +CSIM cme/4", tried);
  }
}
