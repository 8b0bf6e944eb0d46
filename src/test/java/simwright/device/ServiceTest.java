package simwright.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.at.command.Registration;
import simwright.at.command.SimState;

/// What the device says of its service explains the rung that does not hold.
class ServiceTest {
  private static final Instant NOW = Instant.EPOCH;

  private static Rung registered(Registration.State state, Service service) {
    Registration one =
        new Registration(
            Registration.Domain.EPS,
            0,
            state,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Snapshot empty = Snapshot.empty(NOW);
    Snapshot read =
        new Snapshot(
            NOW,
            known("Maker"),
            known("Model"),
            empty.revision(),
            empty.make(),
            empty.imei(),
            known(SimState.READY),
            empty.pinTries(),
            empty.slot(),
            empty.iccid(),
            empty.imsi(),
            empty.eid(),
            empty.card(),
            known(List.of(one)),
            empty.operator(),
            empty.radio(),
            empty.bands(),
            empty.slice(),
            known(List.of()),
            empty.temperatureCelsius(),
            empty.supplyVolts(),
            empty.batteryPercent(),
            empty.clock(),
            service,
            List.of());
    return Ladder.of(read, Optional.empty()).get(4);
  }

  private static <T> Reading<T> known(T fact) {
    return new Reading.Known<>(fact, NOW);
  }

  private static Service service(int level, String error) {
    return new Service(
        known(level), known(false), Reading.notAsked(), known(error), Reading.notAsked());
  }

  @ParameterizedTest
  @CsvSource({
    "0,OFF,device/radio-off",
    "4,OFF,device/radio-off",
    "4,SEARCHING,device/radio-off",
    "1,OFF,device/not-registered"
  })
  void aRadioThatIsOffIsCalledSo(int level, Registration.State state, String code) {
    assertEquals(code, registered(state, service(level, "")).code().orElseThrow().toString());
  }

  @Test
  void whoIsRegisteredIsRegisteredWhateverTheLevelSays() {
    assertEquals(Rung.State.PASSED, registered(Registration.State.HOME, service(4, "")).state());
  }

  @Test
  void theDevicesOwnWordsAreAddedWhereItHasAny() {
    assertTrue(
        registered(Registration.State.DENIED, service(1, "IMSI unknown in HLR"))
            .words()
            .endsWith("(the device: IMSI unknown in HLR)"));
    for (String nothing : List.of("", "No cause information available", "no error")) {
      assertTrue(
          registered(Registration.State.DENIED, service(1, nothing)).words().endsWith("tion"));
    }
  }
}
