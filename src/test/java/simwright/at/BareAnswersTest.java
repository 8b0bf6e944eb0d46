package simwright.at;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.at.command.ReadFunctionality;
import simwright.time.SystemTime;

/// A question that is answered by a result alone.
class BareAnswersTest {
  @TempDir Path folder;

  @AutoClose private final SystemTime time = new SystemTime();

  /// A late result that comes when the question is in flight already looks like its answer.
  @Test
  void aQuestionAnsweredByAResultAloneIsAskedOnceMoreInStep() {
    ScriptedModem modem = new ScriptedModem(line -> "\r\nOK\r\n");
    AtEngine engine = engine(modem);
    modem.script(line -> {
      modem.script(next ->
          next.equals("AT+CMEE?\r") ? "\r\n+CMEE: 1\r\n\r\nOK\r\n" : "\r\n+CFUN: 4\r\n\r\nOK\r\n");
      return "\r\nOK\r\n";
    });
    assertEquals(Optional.of(4), engine.send(new ReadFunctionality()).value());
    assertEquals(List.of("AT+CFUN?\r", "AT+CMEE?\r", "AT+CFUN?\r"), modem.sent);
  }

  @Test
  void aModemThatMeansItIsBelievedUntilItTellsSomething() {
    ScriptedModem modem =
        new ScriptedModem(
            line -> line.equals("AT+CMEE?\r") ? "\r\n+CMEE: 1\r\n\r\nOK\r\n" : "\r\nOK\r\n");
    AtEngine engine = engine(modem);
    assertInstanceOf(Answer.Unparsed.class, engine.send(new ReadFunctionality()));
    int first = modem.sent.size();
    assertEquals(3, first);
    assertInstanceOf(Answer.Unparsed.class, engine.send(new ReadFunctionality()));
    assertEquals(first + 1, modem.sent.size());
  }

  private AtEngine engine(ScriptedModem modem) {
    AtEngine engine = new AtEngine(ScriptedModem.port(modem, folder, time), AtSettings.USUAL, time);
    engine.start();
    return engine;
  }
}
