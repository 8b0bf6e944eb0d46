package simwright.at;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.at.command.TransmitApdu;
import simwright.fault.Fault;
import simwright.time.SystemTime;

/// A modem that restarts while its port stays has lost the command that was in flight.
class RestartedModemTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String CARD_DATA = "80E2910003BF2000";

  @TempDir Path folder;

  @AutoClose private final SystemTime time = new SystemTime();

  @ParameterizedTest
  @CsvSource({"RDY", "APP RDY", "^SYSSTART", "+READY"})
  void aModemThatRestartsEndsTheExchangeThatIsOpen(String ready) {
    AtEngine engine = engine(new ScriptedModem(line -> "\r\n" + ready + "\r\n"));
    long start = time.nanos();
    Fault lost =
        assertThrows(
            Fault.class, () -> engine.send(new TransmitApdu(Optional.of("1"), CARD_DATA), LONG));
    assertEquals(AtCodes.RESTARTED, lost.code());
    assertTrue(time.nanos() - start < LONG.toNanos() / 2, "it waited to the end");
    assertEquals(new EngineState.OutOfStep(), engine.state().get());
  }

  /// A card that was refreshed and a modem that is starting say so, too.
  @ParameterizedTest
  @CsvSource({"+CPIN: READY", "PB DONE", "^SIMST: 1", "'+QUSIM: 1'"})
  void aCardThatIsReadyAgainEndsNothing(String line) {
    AtEngine engine =
        engine(
            new ScriptedModem(sent -> "\r\n" + line + "\r\n\r\n+CGLA: 4,\"9000\"\r\n\r\nOK\r\n"));
    var answer = engine.send(new TransmitApdu(Optional.of("1"), CARD_DATA), LONG);
    assertEquals(Optional.of("9000"), answer.value());
  }

  @Test
  void whatIsAskedWhileAModemStartsIsNotLost() {
    AtEngine engine = engine(new ScriptedModem(line -> "\r\nRDY\r\n\r\nOK\r\n"));
    assertTrue(engine.raw("AT", LONG).code().isEmpty());
  }

  private AtEngine engine(ScriptedModem modem) {
    AtEngine engine = new AtEngine(ScriptedModem.port(modem, folder, time), AtSettings.USUAL, time);
    engine.start();
    return engine;
  }
}
