package simwright.at;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.ask.Cancel;
import simwright.at.command.EnterPin;
import simwright.at.command.Ping;
import simwright.at.command.PingRun;
import simwright.at.command.ReadFunctionality;
import simwright.at.command.ReadOperator;
import simwright.at.command.ReadSignalQuality;
import simwright.at.command.ScanOperators;
import simwright.at.command.TransmitApdu;
import simwright.fault.Fault;
import simwright.link.LinkCodes;
import simwright.time.Deadline;
import simwright.time.SystemTime;

/// One command in flight, whatever the modem does.
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class AtEngineTest {
  private static final Duration SHORT = Duration.ofMillis(150);
  private static final Function<String, String> OK = line -> "\r\nOK\r\n";

  @TempDir Path folder;

  private final SystemTime time = new SystemTime();
  private final List<AtEngine> open = new ArrayList<>();

  private AtEngine engine(ScriptedModem modem, AtSettings settings) {
    AtEngine engine =
        new AtEngine(
            ScriptedModem.port(modem, folder.resolve("" + open.size()), time), settings, time);
    engine.start();
    open.add(engine);
    return engine;
  }

  private AtEngine engine(ScriptedModem modem) {
    return engine(modem, AtSettings.USUAL);
  }

  @AfterEach
  void closeAll() {
    open.forEach(AtEngine::close);
    time.close();
  }

  @Test
  void aCommandKnowsItsAnswerAndWhereItsBytesStand() throws IOException {
    AtEngine engine = engine(new ScriptedModem(line -> "\r\n+CSQ: 20,99\r\n\r\nOK\r\n"));
    var answer = engine.send(new ReadSignalQuality());
    assertEquals(Optional.of(-73.0), answer.value().orElseThrow().rssiDbm());
    Exchange exchange = answer.exchange();
    assertEquals("AT+CSQ", exchange.command());
    assertEquals(List.of("+CSQ: 20,99"), exchange.lines());
    String file = Files.readString(engine.port().transcript().file());
    String range = file.substring((int) exchange.range().from(), (int) exchange.range().to());
    assertTrue(range.contains("AT+CSQ") && range.contains("OK"), range);
    assertEquals(new EngineState.Ready(), engine.state().get());
  }

  @ParameterizedTest
  @CsvSource({
    // AuthenticateServer with a matching ID in hex and an IMEI in swapped digits
    "80E2910040BF383D80084D41542D34373131A1118004000000008208535611900090820F, 4D41542D34373131",
    // PrepareDownload with the hash of a confirmation code
    "80E2910026BF2123042000112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF,"
        + " 00112233",
    // EnableProfile with an ICCID
    "80E2910014BF3111A00C5A0A98881211000000090016810100, 988812"
  })
  void noFaultSaysMoreOfAnApduThanItsHeader(String apdu, String secret) throws IOException {
    for (Optional<String> handle : List.of(Optional.of("1"), Optional.<String>empty())) {
      ScriptedModem modem = new ScriptedModem(line -> "");
      AtEngine late = engine(modem);
      TransmitApdu command = new TransmitApdu(handle, apdu);
      Fault silent = assertThrows(Fault.class, () -> late.send(command, SHORT));
      Fault mute = assertThrows(Fault.class, () -> late.send(command, SHORT));
      modem.hangUp();
      Fault gone =
          assertThrows(
              Fault.class,
              () -> {
                while (true) {
                  var unused = late.send(command, SHORT);
                }
              });
      for (Fault each : List.of(silent, mute, gone)) {
        String said =
            each.toString() + each.doing() + each.evidence().orElse("") + each.getMessage();
        assertFalse(said.contains(secret), said);
      }
      assertTrue(silent.doing().contains(apdu.substring(0, 8)), silent.doing());
      String notes =
          Files.readAllLines(late.port().transcript().file()).stream()
              .filter(line -> line.contains("no answer in time"))
              .findFirst()
              .orElseThrow();
      assertFalse(notes.contains(secret), notes);
    }
  }

  @Test
  void whatIsTypedOfAnIdentifierIsShortenedInAFault() {
    AtEngine engine = engine(new ScriptedModem(line -> ""));
    Fault silent =
        assertThrows(Fault.class, () -> engine.raw("AT+XIMEI=\"356119000900821\"", SHORT));
    assertFalse(silent.doing().contains("356119000900821"), silent.doing());
  }

  @Test
  void aRefusalAndAnUnknownShapeAreAnswers() {
    ScriptedModem modem = new ScriptedModem(line -> "\r\n+CME ERROR: 10\r\n");
    AtEngine engine = engine(modem);
    assertEquals("cme/10", engine.send(new ReadFunctionality()).code().orElseThrow().toString());
    modem.script(line -> "\r\n+CFUN: rather well\r\n\r\nOK\r\n");
    var strange = engine.send(new ReadFunctionality());
    assertInstanceOf(Answer.Unparsed.class, strange);
    assertEquals(AtCodes.UNPARSED, strange.code().orElseThrow());
  }

  @Test
  void aLateAnswerIsNeverTakenForTheNextCommand() {
    ScriptedModem modem = new ScriptedModem(line -> "");
    AtEngine engine = engine(modem);
    Fault late = assertThrows(Fault.class, () -> engine.send(new ReadSignalQuality(), SHORT));
    assertEquals(AtCodes.TIMEOUT, late.code());
    assertEquals(new EngineState.OutOfStep(), engine.state().get());
    assertEquals(1, engine.misses());
    modem.say("\r\n+CSQ: 1,99\r\n\r\nOK\r\n");
    modem.script(line ->
        line.equals("AT+CMEE?\r") ? "\r\n+CMEE: 1\r\n\r\nOK\r\n" : "\r\n+CSQ: 20,99\r\n\r\nOK\r\n");
    var next = engine.send(new ReadSignalQuality());
    assertEquals(List.of("+CSQ: 20,99"), next.exchange().lines());
    assertEquals(List.of("AT+CSQ\r", "AT+CMEE?\r", "AT+CSQ\r"), modem.sent);
    assertEquals(0, engine.misses());
  }

  @Test
  void aQuestionNobodyWaitsForAnyMoreEndsAtOnceAndItsAnswerIsNobodys() throws InterruptedException {
    ScriptedModem modem = new ScriptedModem(line -> "");
    AtEngine engine = engine(modem);
    Cancel cancel = new Cancel();
    CountDownLatch stopped = new CountDownLatch(1);
    time.start(
        "asking",
        () -> {
          Fault fault =
              assertThrows(Fault.class, () -> engine.send(new ReadSignalQuality(), cancel));
          assertEquals(Cancel.CANCELLED, fault.code());
          stopped.countDown();
        });
    Deadline soon = time.deadline(Duration.ofSeconds(9));
    while (modem.sent.isEmpty() && !soon.passed()) {
      Thread.onSpinWait();
    }
    cancel.request();
    assertTrue(stopped.await(1, TimeUnit.SECONDS));
    assertEquals(0, engine.misses());
    modem.say("\r\n+CSQ: 1,99\r\n\r\nOK\r\n");
    modem.script(line ->
        line.equals("AT+CMEE?\r") ? "\r\n+CMEE: 1\r\n\r\nOK\r\n" : "\r\n+CSQ: 20,99\r\n\r\nOK\r\n");
    assertEquals(List.of("+CSQ: 20,99"), engine.send(new ReadSignalQuality()).exchange().lines());
    Fault before = assertThrows(Fault.class, () -> engine.send(new ReadSignalQuality(), cancel));
    assertEquals(Cancel.CANCELLED, before.code());
    assertEquals(List.of("AT+CSQ\r", "AT+CMEE?\r", "AT+CSQ\r"), modem.sent);
  }

  @Test
  void anAnswerThatComesWhileGettingInStepIsNobodys() {
    ScriptedModem modem = new ScriptedModem(line -> "");
    AtEngine engine = engine(modem);
    assertThrows(Fault.class, () -> engine.send(new ReadFunctionality(), SHORT));
    modem.script(line ->
        switch (line) {
          case "AT\r" -> "\r\n+CFUN: 0\r\n\r\nOK\r\n\r\nOK\r\n";
          default -> "\r\n+CFUN: 1\r\n\r\nOK\r\n";
        });
    assertEquals(Optional.of(1), engine.send(new ReadFunctionality()).value());
  }

  @Test
  void aModemThatStaysMuteIsLeftAloneForAWhile() {
    ScriptedModem modem = new ScriptedModem(line -> "");
    AtEngine engine = engine(modem);
    assertThrows(Fault.class, () -> engine.send(new ReadFunctionality(), SHORT));
    assertEquals(
        AtCodes.MUTE, assertThrows(Fault.class, () -> engine.send(new ReadFunctionality())).code());
    int sent = modem.sent.size();
    assertEquals(
        AtCodes.MUTE, assertThrows(Fault.class, () -> engine.send(new ReadFunctionality())).code());
    assertEquals(sent, modem.sent.size(), "nothing was sent again");
  }

  @Test
  void aHangUpEndsTheOpenCommandAtOnce() {
    ScriptedModem[] self = new ScriptedModem[1];
    ScriptedModem modem =
        new ScriptedModem(line -> {
          self[0].hangUp();
          return "";
        });
    self[0] = modem;
    AtEngine engine = engine(modem);
    long before = System.nanoTime();
    Fault gone =
        assertThrows(Fault.class, () -> engine.send(new ReadOperator(), Duration.ofSeconds(20)));
    assertEquals(LinkCodes.GONE, gone.code());
    assertTrue(System.nanoTime() - before < 5_000_000_000L);
    assertEquals(new EngineState.Ended(LinkCodes.GONE), engine.state().get());
    assertEquals(
        LinkCodes.GONE, assertThrows(Fault.class, () -> engine.send(new ReadOperator())).code());
  }

  @Test
  void aScanIsEndedEarlyOnRequestAndAPinNever() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    ScriptedModem modem =
        new ScriptedModem(line -> {
          if (line.equals("\r")) {
            return "\r\n+CME ERROR: 52\r\n";
          }
          started.countDown();
          return "";
        });
    AtEngine engine = engine(modem);
    var answer = CompletableFuture.supplyAsync(() -> engine.send(new ScanOperators()));
    assertTrue(started.await(5, TimeUnit.SECONDS));
    assertTrue(engine.abort());
    assertEquals("cme/52", answer.join().code().orElseThrow().toString());
    assertFalse(engine.abort(), "nothing is in flight");
    assertFalse(new EnterPin("1234").abortable());
  }

  @Test
  void secretsAreMaskedInStatesExchangesAndTranscript() throws IOException {
    AtEngine engine = engine(new ScriptedModem(OK));
    List<String> states = new ArrayList<>();
    engine.state().subscribe(state -> states.add(state.toString()));
    Exchange exchange = engine.send(new EnterPin("86420975")).exchange();
    String all = exchange + states.toString() + Files.readString(engine.port().transcript().file());
    assertFalse(all.contains("86420975"), all);
  }

  @Test
  void dangerousLinesAreRefusedAlsoWhenTypedAndRepeated() {
    ScriptedModem modem = new ScriptedModem(OK);
    AtEngine engine = engine(modem);
    assertEquals(AtCodes.NEVER_SEND, refused(engine, "AT+EGMR=1,7,\"490154203237518\"", ""));
    String reset = "AT+CFUN=1;+QCFG=\"usbnet\",1";
    assertEquals(AtCodes.CONFIRM_FIRST, refused(engine, reset, ""));
    assertEquals(AtCodes.CONFIRM_FIRST, refused(engine, reset, "yes"));
    assertEquals(AtCodes.MALFORMED, refused(engine, "AT\rAT+EGMR=1,7", ""));
    assertTrue(modem.sent.isEmpty());
    assertTrue(engine.raw(reset, SHORT, reset).exchange().result().succeeded());
    assertEquals(AtCodes.CONFIRM_FIRST, refused(engine, "A/", ""));
    assertEquals(1, modem.sent.size());
  }

  private static simwright.fault.FaultCode refused(AtEngine engine, String line, String typed) {
    return assertThrows(Fault.class, () -> engine.raw(line, SHORT, typed)).code();
  }

  @Test
  void whatWasChangedIsPutBack() {
    ScriptedModem modem =
        new ScriptedModem(line ->
            switch (line.strip().toUpperCase(Locale.ROOT)) {
              case "AT" -> "AT\r\r\nOK\r\n";
              case "AT+CMEE?" -> "\r\n+CMEE: 0\r\n\r\nOK\r\n";
              case "AT+CEREG?" -> "\r\n+CEREG: 0,1\r\n\r\nOK\r\n";
              default -> "\r\nOK\r\n";
            });
    AtEngine engine = engine(modem);
    engine.init();
    engine.change("AT+CEREG=3");
    engine.change("AT+CEREG=2");
    modem.sent.clear();
    engine.restore();
    assertEquals(List.of("AT+CEREG=0\r", "AT+CMEE=0\r", "ATE1\r"), modem.sent);
    engine.restore();
    assertEquals(3, modem.sent.size(), "once is enough");
  }

  @Test
  void aModemThatAnswersInDigitsIsUnderstoodAndPutBack() {
    boolean[] words = new boolean[1];
    ScriptedModem modem =
        new ScriptedModem(line -> {
          words[0] |= line.startsWith("ATV1");
          String told = line.equals("AT+CMEE?\r") ? "\r\n+CMEE: 1\r\n" : "";
          return words[0] ? told + "\r\nOK\r\n" : "0\r";
        });
    AtEngine engine = engine(modem);
    engine.init();
    modem.sent.clear();
    engine.restore();
    assertEquals(List.of("ATV0\r"), modem.sent);
  }

  /// What an earlier conversation left on the line comes one result behind each command, so that
  /// none of them is ended by its own.
  @Test
  void lateResultsOfAnEarlierConversationAreNobodys() {
    Deque<String> behind = new ArrayDeque<>(List.of("\r\nOK\r\n"));
    ScriptedModem modem =
        new ScriptedModem(line -> {
          behind.add(answer(line));
          boolean catchesUp = line.startsWith("AT+CFUN?");
          return catchesUp ? behind.remove() + behind.remove() : behind.remove();
        });
    AtEngine engine = engine(modem);
    engine.init();
    assertEquals(List.of("+CSQ: 20,99"), engine.send(new ReadSignalQuality()).exchange().lines());
    assertEquals(new EngineState.Ready(), engine.state().get());
  }

  @Test
  void aResultThatNobodyWaitsForMeansThatAnEarlierOneWasAnothers() throws InterruptedException {
    ScriptedModem modem = new ScriptedModem(AtEngineTest::answer);
    AtEngine engine = engine(modem);
    engine.init();
    modem.sent.clear();
    CountDownLatch heard = new CountDownLatch(1);
    var unused = engine.urcs().subscribe(urc -> heard.countDown());
    modem.say("\r\nOK\r\n\r\n+CREG: 1\r\n");
    assertTrue(heard.await(5, TimeUnit.SECONDS));
    assertEquals(List.of("+CSQ: 20,99"), engine.send(new ReadSignalQuality()).exchange().lines());
    assertEquals(List.of("AT+CFUN?\r", "AT+CSQ\r"), modem.sent);
  }

  private static String answer(String line) {
    return switch (line.strip()) {
      case "AT+CMEE?" -> "\r\n+CMEE: 0\r\n\r\nOK\r\n";
      case "AT+CFUN?" -> "\r\n+CFUN: 1\r\n\r\nOK\r\n";
      case "AT+CSQ" -> "\r\n+CSQ: 20,99\r\n\r\nOK\r\n";
      default -> "\r\nOK\r\n";
    };
  }

  @Test
  void aMuteModemCannotBePutBackAndThatIsNotedOnly() throws IOException {
    ScriptedModem modem =
        new ScriptedModem(line -> line.startsWith("AT\r") ? "AT\r\r\nOK\r\n" : "\r\nOK\r\n");
    AtSettings quick =
        new AtSettings(
            java.util.Map.of(CommandClass.LOCAL, SHORT), Duration.ZERO, List.of(), List.of());
    AtEngine engine = engine(modem, quick);
    engine.init();
    modem.script(line -> "");
    engine.restore();
    String file = Files.readString(engine.port().transcript().file());
    assertTrue(file.contains("could not put back ATE1"), file);
  }

  @Test
  void unsolicitedLinesReachTheirWatcherInOrderAndAFloodHarmsNobody() throws InterruptedException {
    ScriptedModem modem = new ScriptedModem(line -> "\r\n+CSQ: 20,99\r\n\r\nOK\r\n");
    AtEngine engine = engine(modem);
    int many = 3000;
    CountDownLatch heard = new CountDownLatch(many);
    List<String> lines = new ArrayList<>();
    engine
        .urcs()
        .subscribe(urc -> {
          lines.add(urc.line());
          heard.countDown();
        });
    for (int i = 0; i < many; i++) {
      modem.say("\r\n+CMTI: \"SM\"," + i + "\r\n");
      if (i % 500 == 0) {
        assertTrue(engine.send(new ReadSignalQuality()).value().isPresent());
      }
    }
    assertTrue(heard.await(10, TimeUnit.SECONDS));
    assertEquals("+CMTI: \"SM\",0", lines.getFirst());
    assertEquals("+CMTI: \"SM\"," + (many - 1), lines.getLast());
    assertEquals(0, engine.droppedLines());
    assertEquals(0, engine.cutLines());
  }

  @Test
  void aPingIsFollowedToItsLastReportBeforeOrAfterOk() {
    String reply = "\r\n+QPING: 0,\"192.0.2.1\",32,73,255\r\n";
    ScriptedModem quectel =
        new ScriptedModem(
            line -> "\r\nOK\r\n" + reply.repeat(4) + "\r\n+QPING: 0,4,4,0,56,73,66\r\n");
    assertEquals(
        new PingRun.Outcome(4, 4, Optional.of(66)), ping(quectel, "AT+QPING=1,\"192.0.2.1\"", 5));
    ScriptedModem telit =
        new ScriptedModem(line ->
            "\r\n"
                + "#PING: 01,\"192.0.2.1\",5,52\r\n\r\n"
                + "#PING: 02,\"192.0.2.1\",600,255\r\n\r\n"
                + "OK\r\n");
    assertEquals(
        new PingRun.Outcome(2, 1, Optional.of(500)), ping(telit, "AT#PING=\"192.0.2.1\",2", 2));
    ScriptedModem failing = new ScriptedModem(line -> "\r\nOK\r\n\r\n+UUPINGER: 12\r\n");
    assertEquals(0, ping(failing, "AT+UPING=\"192.0.2.1\"", 4).received());
    ScriptedModem refusing = new ScriptedModem(line -> "\r\nERROR\r\n");
    Answer<PingRun.Outcome> refused =
        PingRun.run(engine(refusing), new Ping("AT+UPING=\"192.0.2.1\""), 4, SHORT, time);
    assertEquals(Optional.of(AtCodes.ERROR), refused.code());
  }

  private PingRun.Outcome ping(ScriptedModem modem, String text, int expected) {
    return PingRun.run(engine(modem), new Ping(text), expected, Duration.ofSeconds(5), time)
        .value()
        .orElseThrow();
  }

  @Test
  void callersWaitTheirTurnAndGiveUpAtTheirDeadline() {
    ScriptedModem modem = new ScriptedModem(line -> "");
    CountDownLatch busy = new CountDownLatch(1);
    AtEngine engine = engine(modem);
    engine
        .state()
        .subscribe(state -> {
          if (state instanceof EngineState.Busy) {
            busy.countDown();
          }
        });
    var first = CompletableFuture.supplyAsync(() -> engine.send(new ReadOperator()));
    assertTrue(await(busy));
    Fault occupied = assertThrows(Fault.class, () -> engine.send(new ReadSignalQuality(), SHORT));
    assertEquals(AtCodes.OCCUPIED, occupied.code());
    modem.say("\r\n+COPS: 0,0,\"Net\",7\r\n\r\nOK\r\n");
    assertEquals("Net", first.join().value().orElseThrow().name().orElseThrow());
  }

  @Test
  void theGapOfTheProfileIsKeptBetweenCommands() {
    AtSettings slow =
        new AtSettings(java.util.Map.of(), Duration.ofMillis(120), List.of(), List.of());
    AtEngine engine = engine(new ScriptedModem(OK), slow);
    assertTrue(engine.raw("AT", SHORT).exchange().result().succeeded());
    long before = System.nanoTime();
    assertTrue(engine.raw("AT", Duration.ofSeconds(1)).exchange().result().succeeded());
    assertTrue(System.nanoTime() - before >= 100_000_000L);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
