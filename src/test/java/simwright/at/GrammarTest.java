package simwright.at;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.at.command.ReadExtendedSignal;
import simwright.at.command.ReadImei;
import simwright.at.command.ReadOperator;
import simwright.at.command.ReadSignalQuality;
import simwright.fault.FaultCode;

/// What 3GPP TS 27.007 and V.250 leave to the modem changes no answer: echoes, line ends, noise
/// after a start, results in words and digits.
class GrammarTest {
  private static final String IMEI = "490154203237518";

  private static Inbox.Closed closed(Conversation conversation) {
    return conversation
        .closed()
        .orElseThrow(() -> new AssertionError(conversation.events.toString()));
  }

  /// The echoes of Quectel, UNISOC, others, in another case, after noise, and none.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "AT+CGSN\r\r\n",
        "AT+CGSN\r\n\r\n",
        "AT+CGSN\r",
        "at+cgsn\r\r\n",
        "\u00fe\u00feAT+CGSN\r\r\n",
        "\0\0\0\u00ffAT+CGSN\r\r\n",
        "\r\n",
        ""
      })
  void anyEchoOrNoneIsNoPartOfTheAnswer(String echo) {
    Inbox.Closed answer =
        closed(new Conversation(new ReadImei()).hear(echo + IMEI + "\r\n\r\nOK\r\n"));
    assertEquals(List.of(IMEI), answer.lines());
    assertEquals(echo.toUpperCase(java.util.Locale.ROOT).contains("AT+CGSN"), answer.echoed());
  }

  @Test
  void nulAndOnesAnywhereChangeNothing() {
    String bytes = "AT+CSQ\r\r\n+CSQ: 20,99\r\n\r\nOK\r\n";
    for (int at = 0; at <= bytes.length(); at++) {
      for (String noise : List.of("\0", "\u00ff", "\0\0\u00ff\0")) {
        Conversation heard =
            new Conversation(new ReadSignalQuality())
                .hear(bytes.substring(0, at) + noise + bytes.substring(at));
        assertEquals(List.of("+CSQ: 20,99"), closed(heard).lines(), "noise at " + at);
      }
    }
  }

  /// Numbers of V.250 table 1.
  @ParameterizedTest
  @CsvSource({
    "0,ok",
    "1,connected",
    "2,none",
    "3,at/no-carrier",
    "4,at/error",
    "5,none",
    "6,at/no-carrier",
    "7,at/no-carrier",
    "8,at/no-carrier",
    "9,none"
  })
  void resultsInDigits(String digit, String meaning) {
    Optional<Inbox.Closed> answer =
        new Conversation(new ReadSignalQuality()).hear(digit + "\r").end().closed();
    switch (meaning) {
      case "none" -> assertTrue(answer.isEmpty());
      case "ok" -> assertInstanceOf(FinalResult.Ok.class, answer.orElseThrow().result());
      case "connected" ->
          assertInstanceOf(FinalResult.Connected.class, answer.orElseThrow().result());
      default ->
          assertEquals(Optional.of(FaultCode.parse(meaning)), answer.orElseThrow().result().code());
    }
  }

  @Test
  void textsOfErrorsStandForTheirNumbersWhateverCmeeSays() {
    for (String[] each :
        new String[][] {
          {"+CME ERROR: 10", "cme/10"},
          {"+CME ERROR: SIM not inserted", "cme/10"},
          {"+CME ERROR: sim NOT inserted", "cme/10"},
          {"+CME ERROR: Parameters error", "cme/50"},
          {"+CME ERROR: nobody has seen this", "cme/text"},
          {"+CMS ERROR: 310", "cms/310"},
          {"ERROR", "at/error"}
        }) {
      Inbox.Closed answer =
          closed(new Conversation(new ReadOperator()).hear("\r\n" + each[0] + "\r\n"));
      assertEquals(Optional.of(FaultCode.parse(each[1])), answer.result().code(), each[0]);
      assertEquals(each[0], answer.result().text(), "the modem's own words are kept");
    }
  }

  @Test
  void aLineOfFourKibibytesIsAnAnswerAndALongerOneIsCutAndCounted() {
    String line = "+CESQ: 99,99,255,255,19,51," + "0".repeat(Framer.LONGEST - 27);
    Conversation whole = new Conversation(new ReadExtendedSignal()).hear(line + "\r\n\r\nOK\r\n");
    assertEquals(List.of(line), closed(whole).lines());
    assertEquals(0, whole.framer.cut());
    Conversation longer = new Conversation(new ReadExtendedSignal()).hear(line + "0\r\n\r\nOK\r\n");
    assertEquals(List.of(line), closed(longer).lines());
    assertEquals(1, longer.framer.cut());
    assertTrue(new ReadExtendedSignal().parse(closed(longer).lines()).isPresent());
  }

  @Test
  void aFloodInsideAnAnswerIsHeardAndTheAnswerIsWhole() {
    Conversation flooded = new Conversation(new ReadOperator());
    flooded.hear("AT+COPS?\r\r\n");
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      flooded.hear("\r\n+CREG: " + i % 6 + "\r\n");
      expected.add("+CREG: " + i % 6);
      if (i == 5_000) {
        flooded.hear("\r\n+COPS: 0,0,\"Net\",7\r\n");
      }
    }
    flooded.hear("\r\nOK\r\n");
    assertEquals(List.of("+COPS: 0,0,\"Net\",7"), closed(flooded).lines());
    assertEquals(expected, flooded.urcs.stream().map(Urc::line).toList());
    assertEquals(0, flooded.dropped);
  }

  @Test
  void aFloodOfTheAnswersOwnNameIsBoundedAndCounted() {
    Conversation flooded = new Conversation(new ReadOperator());
    String line = "+COPS: 0,0,\"" + "N".repeat(2000) + "\",7";
    int many = 3000;
    for (int i = 0; i < many; i++) {
      flooded.hear(line + "\r\n");
    }
    flooded.hear("OK\r\n");
    int kept = closed(flooded).lines().size();
    assertTrue(kept * line.length() <= Inbox.Open.MOST_CHARACTERS + line.length(), "kept " + kept);
    assertEquals(many - kept, flooded.dropped);
  }

  @Test
  void noCarrierEndsACallAndNothingElse() {
    Conversation question =
        new Conversation(new ReadOperator()).hear("\r\nNO CARRIER\r\n+COPS: 0\r\n\r\nOK\r\n");
    assertEquals(List.of("+COPS: 0"), closed(question).lines());
    assertEquals(List.of("NO CARRIER"), question.urcs.stream().map(Urc::line).toList());
    Conversation call =
        new Conversation(new RawCommand("ATD*99#", CommandClass.CONTEXT))
            .hear("\r\nNO CARRIER\r\n");
    assertEquals(Optional.of(AtCodes.NO_CARRIER), closed(call).result().code());
    Conversation data =
        new Conversation(new RawCommand("ATD*99***1#", CommandClass.CONTEXT))
            .hear("\r\nCONNECT 150000000\r\n");
    assertInstanceOf(FinalResult.Connected.class, closed(data).result());
  }
}
