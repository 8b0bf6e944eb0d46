package simwright.at;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.at.command.AskNetwork;
import simwright.at.command.MessageRun;
import simwright.at.command.UssdRun;
import simwright.at.sms.Submission;
import simwright.fault.FaultCode;
import simwright.time.SystemTime;

/// Messages and service codes are followed to what the network says.
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class MessageRunTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Submission HELLO =
      new Submission("+18005551212", "hellohello", Duration.ZERO);

  /// `hellohello`, from ModemManager's message tests (03223fe7).
  private static final String HELLO_PDU =
      "07912143658709F1040B918100551512F20000111010214365000AE8329BFD4697D9EC37";

  /// The same from ModemManager, a message of somebody else.
  private static final String OTHER_PDU =
      "07919730071111F10414D04937BD2C7797E9D3E614000811309291024061080442043504410442";

  @TempDir Path folder;

  private final SystemTime time = new SystemTime();

  private AtEngine engine(Function<String, String> script) {
    AtEngine engine =
        new AtEngine(
            ScriptedModem.port(new ScriptedModem(script), folder, time), AtSettings.USUAL, time);
    engine.start();
    return engine;
  }

  @AfterEach
  void close() {
    time.close();
  }

  /// A modem that gives back what it is sent, after a message of somebody else.
  private static String store(String line, List<String> sent) {
    sent.add(line);
    return switch (line.strip()) {
      case "AT+CMGF?" -> "\r\n+CMGF: 1\r\n\r\nOK\r\n";
      case "AT+CNMI?" -> "\r\n+CNMI: 2,0,0,0,0\r\n\r\nOK\r\n";
      case "AT+CMGS=22" -> "\r\n> ";
      case "AT+CMGR=4" -> "\r\n+CMGR: 0,,31\r\n" + OTHER_PDU + "\r\n\r\nOK\r\n";
      case "AT+CMGR=5" -> "\r\n+CMGR: 0,,28\r\n" + HELLO_PDU + "\r\n\r\nOK\r\n";
      default ->
          line.endsWith("\u001a")
              ? "\r\n+CMGS: 7\r\n\r\nOK\r\n\r\n+CMTI: \"SM\",4\r\n\r\n+CMTI: \"SM\",5\r\n"
              : "\r\nOK\r\n";
    };
  }

  @Test
  void aMessageIsFollowedUntilItIsBackAndThatOfAnotherIsLeftAlone() {
    List<String> sent = new java.util.concurrent.CopyOnWriteArrayList<>();
    try (AtEngine engine = engine(line -> store(line, sent))) {
      MessageRun.Outcome outcome =
          MessageRun.run(engine, HELLO, 1, LONG, time).value().orElseThrow();
      assertEquals(Optional.of("hellohello"), outcome.received());
      assertEquals(1, outcome.parts());
      assertTrue(sent.contains("AT+CMGD=5\r"), sent.toString());
      assertTrue(!sent.contains("AT+CMGD=4\r"), sent.toString());
      sent.clear();
      engine.restore();
      assertEquals(List.of("AT+CNMI=2,0,0,0,0\r", "AT+CMGF=1\r"), sent);
    }
  }

  @Test
  void aMessageThatDoesNotComeBackIsNotReceived() {
    try (AtEngine engine =
        engine(line -> line.startsWith("AT+CMGS") ? "\r\n> " : "\r\n+CMGS: 7\r\n\r\nOK\r\n")) {
      assertEquals(
          Optional.empty(),
          MessageRun.run(engine, HELLO, 1, SHORT, time).value().orElseThrow().received());
    }
  }

  @Test
  void whatIsRefusedSaysWhy() {
    try (AtEngine engine =
        engine(line ->
            line.startsWith("AT+CMGS")
                ? "\r\n> "
                : line.endsWith("\u001a") ? "\r\n+CMS ERROR: 38\r\n" : "\r\nOK\r\n")) {
      assertEquals(
          Optional.of(new FaultCode("cms", "38")),
          MessageRun.run(engine, HELLO, 1, SHORT, time).code());
    }
    try (AtEngine engine = engine(line -> "\r\n+CMS ERROR: 310\r\n")) {
      assertEquals(
          Optional.of(new FaultCode("cms", "310")),
          MessageRun.run(engine, HELLO, 1, SHORT, time).code());
    }
  }

  @Test
  void theWordsOfTheNetworkComeAfterOkOrBeforeIt() {
    try (AtEngine after = engine(line -> "\r\nOK\r\n\r\n+CUSD: 1,\"1 Data\r\n2 Number\",15\r\n")) {
      assertEquals(Optional.of(new AskNetwork.Reply(1, "1 Data\n2 Number")), asked(after, LONG));
    }
    try (AtEngine before = engine(line -> "\r\n+CUSD: 0,\"1 Data\n2 Number\",15\r\n\r\nOK\r\n")) {
      assertEquals(Optional.of(new AskNetwork.Reply(0, "1 Data\n2 Number")), asked(before, LONG));
    }
    try (AtEngine silent = engine(line -> "\r\nOK\r\n")) {
      assertEquals(Optional.empty(), asked(silent, SHORT));
    }
    try (AtEngine refusing = engine(line -> "\r\n+CME ERROR: 30\r\n")) {
      assertEquals(
          Optional.of(new FaultCode("cme", "30")),
          UssdRun.run(refusing, new AskNetwork("*100#"), SHORT, time).code());
    }
  }

  private Optional<AskNetwork.Reply> asked(AtEngine engine, Duration within) {
    return UssdRun.run(engine, new AskNetwork("*100#"), within, time).value().orElseThrow();
  }
}
