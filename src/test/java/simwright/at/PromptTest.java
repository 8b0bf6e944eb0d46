package simwright.at;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.at.command.SendMessage;
import simwright.fault.Fault;
import simwright.time.SystemTime;

/// A modem that waits for a text gets the text, or is told that none comes.
@Timeout(30)
class PromptTest {
  private static final Duration SHORT = Duration.ofMillis(150);

  @TempDir private Path folder;

  private final SystemTime time = new SystemTime();
  private Optional<AtEngine> open = Optional.empty();

  private AtEngine engine(ScriptedModem modem) {
    AtEngine engine = new AtEngine(ScriptedModem.port(modem, folder, time), AtSettings.USUAL, time);
    engine.start();
    open = Optional.of(engine);
    return engine;
  }

  @AfterEach
  void close() {
    open.ifPresent(AtEngine::close);
    time.close();
  }

  @Test
  void aMessageGoesAfterThePrompt() {
    ScriptedModem modem =
        new ScriptedModem(
            line -> line.startsWith("AT+CMGS") ? "\r\n> " : "\r\n+CMGS: 7\r\n\r\nOK\r\n");
    assertEquals(Optional.of(7), engine(modem).send(new SendMessage("+15550100", "hello")).value());
    assertEquals(List.of("AT+CMGS=\"+15550100\"\r", "hello\u001a"), modem.sent);
  }

  @Test
  void aPromptThatNobodyAnsweredIsLeftBeforeTheNextCommand() {
    ScriptedModem modem = new ScriptedModem(line -> "\r\n> ");
    AtEngine engine = engine(modem);
    assertThrows(Fault.class, () -> engine.raw("AT+CMGS=5", SHORT));
    modem.script(line -> line.equals("\u001b") ? "\r\nERROR\r\n" : "\r\nOK\r\n");
    assertTrue(engine.raw("AT", Duration.ofSeconds(3)).exchange().result().succeeded());
    assertTrue(modem.sent.contains("\u001b"));
  }

  @Test
  void aPromptThatComesAfterItsCommandWasGivenUpIsLeftToo() {
    ScriptedModem modem = new ScriptedModem(line -> "");
    AtEngine engine = engine(modem);
    assertThrows(Fault.class, () -> engine.raw("AT+CMGS=5", SHORT));
    boolean[] prompted = new boolean[1];
    modem.script(line -> {
      boolean late = !prompted[0];
      prompted[0] = true;
      return late ? "\r\n> " : line.equals("\u001b") ? "\r\nERROR\r\n" : "\r\nOK\r\n";
    });
    assertTrue(engine.raw("AT", Duration.ofSeconds(3)).exchange().result().succeeded());
    assertTrue(modem.sent.contains("\u001b"));
  }
}
