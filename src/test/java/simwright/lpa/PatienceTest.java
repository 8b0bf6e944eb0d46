package simwright.lpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.ask.Progress;
import simwright.at.command.Radio;
import simwright.device.Reading;
import simwright.device.Snapshot;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Recorded;
import simwright.observe.Subscription;
import simwright.rsp.RspCodes;
import simwright.time.HandTime;

/// How often a server is met again, after which pauses, and when it is better to wait; on the
/// hand-turned clock.
class PatienceTest {
  private static final Fault LATE = new Fault(RspCodes.TIMEOUT, "asking", "a server");

  private final HandTime time = new HandTime();
  private final AtomicReference<Snapshot> device =
      new AtomicReference<>(Snapshot.empty(time.now()));
  private final List<Event.Provisioned> written = new ArrayList<>();
  private final Cancel cancel = new Cancel();

  private final Journal journal =
      new Journal() {
        @Override
        public Recorded append(Event event) {
          written.add((Event.Provisioned) event);
          return new Recorded(written.size(), time.now(), "tester", event.kind(), "");
        }

        @Override
        public Subscription follow(long from, Consumer<Recorded> reader) {
          return () -> {};
        }
      };

  private Patience patience(boolean metered) {
    Flow flow = new Flow("job", "modem", Attendant.absent(), Progress.none(), cancel, journal);
    return new Patience(flow, new Circumstances(device::get, metered), time);
  }

  private static Snapshot with(Optional<Integer> charge, Radio radio) {
    Snapshot empty = Snapshot.empty(Instant.EPOCH);
    return new Snapshot(
        empty.at(),
        empty.manufacturer(),
        empty.model(),
        empty.revision(),
        empty.make(),
        empty.imei(),
        empty.sim(),
        empty.pinTries(),
        empty.slot(),
        empty.iccid(),
        empty.imsi(),
        empty.eid(),
        empty.card(),
        empty.registration(),
        empty.operator(),
        new Reading.Known<>(radio, empty.at()),
        empty.bands(),
        empty.slice(),
        empty.contexts(),
        empty.temperatureCelsius(),
        empty.supplyVolts(),
        charge
            .<Reading<Integer>>map(each -> new Reading.Known<>(each, empty.at()))
            .orElse(Reading.notAsked()),
        empty.clock(),
        empty.service(),
        List.of());
  }

  private static Radio radio(Double rssi, Double rsrp) {
    return new Radio(
        Optional.empty(),
        Optional.ofNullable(rssi),
        Optional.ofNullable(rsrp),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Duration took(Runnable what) {
    long before = time.nanos();
    what.run();
    return Duration.ofNanos(time.nanos() - before);
  }

  private static void between(int least, int most, Duration took) {
    assertTrue(took.toMillis() >= least && took.toMillis() <= most, took.toString());
  }

  @Test
  void aServerIsMetThreeTimesInAllAfterPausesThatGrow() {
    Patience patience = patience(false);
    between(1_000, 2_000, took(() -> assertTrue(patience.again(LATE))));
    between(4_000, 8_000, took(() -> assertTrue(patience.again(LATE))));
    between(0, 0, took(() -> assertFalse(patience.again(LATE))));
    assertEquals(List.of("retry", "retry"), stages());
    assertEquals(3, written.getLast().with().get("try"));
    assertEquals("rsp/timeout", written.getLast().with().get("code"));
  }

  private List<String> stages() {
    return written.stream().map(Event.Provisioned::stage).toList();
  }

  @Test
  void overAMeteredLinkTwiceInAll() {
    Patience patience = patience(true);
    assertTrue(patience.again(LATE));
    assertFalse(patience.again(LATE));
    assertEquals(List.of("retry"), stages());
  }

  @ParameterizedTest
  @ValueSource(strings = {"es9+/8.8.5-6.4", "es9+/8.2.6-3.8", "trust/host", "lpa/refused"})
  void anAnswerIsNeverAskedForAgain(String code) {
    device.set(with(Optional.of(1), Radio.UNKNOWN));
    Fault fault = new Fault(FaultCode.parse(code), "asking", "a server");
    assertFalse(patience(false).again(fault));
    assertEquals(List.of(), written);
  }

  @ParameterizedTest
  @CsvSource({
    "15, , , lpa/low-battery", // percent, RSSI, RSRP
    "0, , -90, lpa/low-battery",
    ", , -125, lpa/no-signal",
    "80, -113, , lpa/no-signal",
    ", -60, -130, lpa/no-signal"
  })
  void aLowBatteryOrAHopelessSignalPutsItOff(
      Integer percent, Double rssi, Double rsrp, String code) {
    device.set(with(Optional.ofNullable(percent), radio(rssi, rsrp)));
    Patience patience = patience(false);
    long before = time.nanos();
    Fault off = assertThrows(Fault.class, () -> patience.again(LATE));
    assertEquals(before, time.nanos(), "at once");
    assertEquals(code, off.code().toString());
    assertTrue(off.evidence().orElseThrow().contains("rsp/timeout"));
    assertEquals(List.of("deferred"), stages());
    assertEquals("rsp/timeout", written.getFirst().with().get("code"));
  }

  @ParameterizedTest
  @CsvSource({"16, , ", ", , -124", ", -110, ", ", -113, -100", ", , "})
  void whatIsNotTooLittleOrNotToldForbidsNothing(Integer percent, Double rssi, Double rsrp) {
    device.set(with(Optional.ofNullable(percent), radio(rssi, rsrp)));
    assertTrue(patience(false).again(LATE));
  }

  @Test
  void whatTheDeviceTellsDuringThePauseCounts() {
    var unused =
        time.after(
            Duration.ofMillis(500),
            "battery",
            () -> device.set(with(Optional.of(9), Radio.UNKNOWN)));
    Fault off = assertThrows(Fault.class, () -> patience(false).again(LATE));
    assertEquals(LpaCodes.LOW_BATTERY, off.code());
    assertTrue(off.evidence().orElseThrow().contains("9 %"));
    assertEquals(List.of("retry", "deferred"), stages());
  }

  @Test
  void whoeverStopsDoesNotWaitForThePause() {
    var unused = time.after(Duration.ofMillis(300), "a person", cancel::request);
    Fault stopped = assertThrows(Fault.class, () -> patience(false).again(LATE));
    assertEquals(Cancel.CANCELLED, stopped.code());
    between(300, 600, Duration.ofNanos(time.nanos()));
  }
}
