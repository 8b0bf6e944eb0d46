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
import simwright.at.command.Commands;
import simwright.at.command.Manufacturer;
import simwright.at.command.ReadImei;
import simwright.at.command.ReadRegistration;
import simwright.at.command.ReadSignalQuality;
import simwright.at.command.ReadSimState;
import simwright.at.command.Registration;
import simwright.at.command.SendMessage;
import simwright.fault.FaultCode;

/// What lines mean while a command is in flight.
class InboxTest {
  private static final List<String> URCS =
      List.of(
          "+CREG: 5",
          "+CEREG: 5,\"2046\",\"07ba7016\",7",
          "+UUPING: 1,32,\"host\",\"192.0.2.1\",51,349",
          "+QSIMSTAT : 1,0",
          "RING",
          "+QIND: SMS DONE",
          "+CGEV: NW DETACH",
          "NO CARRIER");

  @Test
  void aUrcAtAnyLineBoundaryChangesNoRecordedAnswer() {
    undisturbed(Replies.recorded());
  }

  @Test
  void aUrcAtAnyLineBoundaryChangesNoAnswerOfAnyFamily() {
    undisturbed(FamilyAnswers.all());
  }

  private static void undisturbed(List<Replies.Recorded> answers) {
    assertTrue(answers.size() > 50, "too few answers: " + answers.size());
    for (Replies.Recorded recorded : answers) {
      AtCommand<?> command = Commands.any(recorded.command());
      Inbox.Closed plain = closed(new Conversation(command).hear(recorded.bytes()).end());
      for (String urc : URCS) {
        for (int at : boundaries(recorded.bytes())) {
          String bytes =
              recorded.bytes().substring(0, at)
                  + "\r\n"
                  + urc
                  + "\r\n"
                  + recorded.bytes().substring(at);
          Conversation disturbed = new Conversation(command).hear(bytes).end();
          Inbox.Closed closed = closed(disturbed);
          String where =
              recorded.device() + " " + recorded.command() + " with " + urc + " at " + at;
          assertEquals(plain, closed, where);
          assertTrue(disturbed.urcs.contains(Urc.of(urc)), where + " was lost");
        }
      }
    }
  }

  @Test
  void aUrcInsteadOfTheExpectedOkIsNoAnswer() {
    RawCommand at = new RawCommand("AT", CommandClass.LOCAL);
    Conversation conversation =
        new Conversation(at).hear("\r\n+UUPING: 1,32,\"host\",\"192.0.2.1\",51,349\r\n");
    assertTrue(conversation.closed().isEmpty());
    assertInstanceOf(FinalResult.Ok.class, closed(conversation.hear("\r\nOK\r\n")).result());
    assertEquals(1, conversation.urcs.size());
  }

  @ParameterizedTest
  @CsvSource({
    "true,true,0",
    "true,true,1",
    "true,true,2",
    "true,false,0",
    "true,false,1",
    "true,false,2",
    "false,true,0",
    "false,true,1",
    "false,true,2",
    "false,false,0",
    "false,false,1",
    "false,false,2"
  })
  void echoWordsAndErrorNumbersDoNotMatter(boolean echo, boolean words, int cmee) {
    ReadSignalQuality command = new ReadSignalQuality();
    String start = echo ? "AT+CSQ\r" : "";
    String line = words ? "\r\n+CSQ: 20,99\r\n" : "+CSQ: 20,99\r\n";
    Inbox.Closed good =
        closed(new Conversation(command).hear(start + line + (words ? "\r\nOK\r\n" : "0\r")).end());
    assertEquals(List.of("+CSQ: 20,99"), good.lines());
    assertInstanceOf(FinalResult.Ok.class, good.result());
    assertEquals(echo, good.echoed());
    String error =
        switch (cmee) {
          case 0 -> words ? "\r\nERROR\r\n" : "4\r";
          case 1 -> "\r\n+CME ERROR: 10\r\n";
          default -> "\r\n+CME ERROR: SIM not inserted\r\n";
        };
    Inbox.Closed bad = closed(new Conversation(command).hear(start + error).end());
    FaultCode expected = cmee == 0 ? AtCodes.ERROR : new FaultCode("cme", "10");
    assertEquals(Optional.of(expected), bad.result().code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ERROR",
        "+CME ERROR: 10",
        "+CME ERROR: Parameters error",
        "+CMS ERROR: 500",
        "COMMAND NOT SUPPORT",
        "MODEM ERROR: 3",
        "NA",
        "TOO MANY PARAMETERS",
        "BUSY",
        "NO ANSWER",
        "NO DIALTONE",
        "NO DIAL TONE",
        "CME ERROR: 3",
        "+CME ERROR:",
        "+cme error: 14"
      })
  void everyFailureEndsACommand(String failure) {
    Conversation conversation =
        new Conversation(new ReadSignalQuality()).hear("\r\n" + failure + "\r\n");
    assertInstanceOf(FinalResult.Failed.class, closed(conversation).result());
    assertEquals(failure, closed(conversation).result().text());
  }

  @Test
  void textInsteadOfAnErrorNumberIsLookedUp() {
    assertEquals(
        Optional.of(new FaultCode("cme", "50")),
        FinalResult.of("+CME ERROR: Parameters error", false).orElseThrow().code());
    assertEquals(
        Optional.of(new FaultCode("cms", "500")),
        FinalResult.of("+CMS ERROR: unknown error", false).orElseThrow().code());
    assertEquals(
        Optional.of(new FaultCode("cme", "text")),
        FinalResult.of("+CME ERROR: the moon is full", false).orElseThrow().code());
    assertEquals(
        Optional.of(new FaultCode("cms", "500")),
        FinalResult.of("+CMS ERROR: 500", false).orElseThrow().code());
  }

  @Test
  void dialledCallsEndWithTheirOwnResults() {
    RawCommand dial = new RawCommand("ATD*99#", CommandClass.NETWORK);
    assertInstanceOf(
        FinalResult.Connected.class,
        closed(new Conversation(dial).hear("\r\nCONNECT 150000000\r\n")).result());
    assertEquals(
        Optional.of(AtCodes.NO_CARRIER),
        closed(new Conversation(dial).hear("\r\nNO CARRIER\r\n")).result().code());
    assertTrue(new Conversation(new ReadImei()).hear("\r\nCONNECTED\r\n").closed().isEmpty());
  }

  @Test
  void noCarrierDuringAnotherCommandIsUnsolicited() {
    Conversation conversation =
        new Conversation(new ReadImei()).hear("\r\nNO CARRIER\r\n490154203237518\r\n\r\nOK\r\n");
    assertEquals(List.of("490154203237518"), closed(conversation).lines());
    assertEquals(List.of(Urc.of("NO CARRIER")), conversation.urcs);
  }

  @Test
  void aRegistrationAnswerIsToldFromAReport() {
    ReadRegistration query = new ReadRegistration(Registration.Domain.CS);
    Conversation conversation =
        new Conversation(query)
            .hear("\r\n+CREG: 5\r\n\r\n+CREG: 1,\"00C3\",\"0001A2B3\"\r\n")
            .hear("\r\n+CREG: 2,1,\"00C3\",\"0001A2B3\",7\r\n\r\nOK\r\n");
    assertEquals(List.of("+CREG: 2,1,\"00C3\",\"0001A2B3\",7"), closed(conversation).lines());
    assertEquals(2, conversation.urcs.size());
  }

  @Test
  void dataAfterOkIsUnsolicited() {
    Conversation conversation =
        new Conversation(Commands.any("AT+EEMGINFO?"))
            .hear("\r\n+EEMGINFO: 3, 2\r\n\r\nOK\r\n\r\n+EEMLTESVC: 1120, 2\r\n");
    assertEquals(List.of("+EEMGINFO: 3, 2"), closed(conversation).lines());
    assertEquals(List.of(Urc.of("+EEMLTESVC: 1120, 2")), conversation.urcs);
  }

  @Test
  void aLoneDigitIsNoResultWhereTheModemSpeaksInWords() {
    AtCommand<?> open = Commands.any("AT+CCHO=\"A0000005591010FFFFFFFF8900000100\"");
    Conversation words = new Conversation(open, true).hear("1\r").end();
    assertTrue(words.closed().isEmpty());
    assertEquals(List.of("1"), closed(words.hear("\r\nOK\r\n")).lines());
    Conversation digits = new Conversation(open, false).hear("1\r\n0\r").end();
    assertEquals(List.of("1"), closed(digits).lines());
  }

  @Test
  void aSimStateWithoutItsPlusIsTheAnswerToItsQuestion() {
    Conversation asked =
        new Conversation(new ReadSimState()).hear("\r\nCPIN: NOT READY\r\n\r\nOK\r\n");
    assertEquals(List.of("CPIN: NOT READY"), closed(asked).lines());
    Conversation idle = new Conversation(null).hear("\r\nCPIN: NOT READY\r\n");
    assertEquals(1, idle.urcs.size());
  }

  @Test
  void theEchoOfASentTextIsNoUrc() {
    Conversation conversation =
        new Conversation(new SendMessage("+15550100", "hello"))
            .hear("AT+CMGS=\"+15550100\"\r\r\n> hello\u001a\r\n+CMGS: 7\r\n\r\nOK\r\n");
    assertEquals(List.of("+CMGS: 7"), closed(conversation).lines());
    assertTrue(conversation.urcs.isEmpty(), conversation.urcs.toString());
  }

  @Test
  void anAnswerWithoutEndIsBoundedAndCounted() {
    Conversation conversation = new Conversation(new RawCommand("AT+CLAC", CommandClass.LOCAL));
    for (int i = 0; i < Inbox.Open.MOST_LINES + 500; i++) {
      conversation.hear("+CLAC\r\n");
    }
    assertEquals(500, conversation.dropped);
    assertEquals(Inbox.Open.MOST_LINES, closed(conversation.hear("OK\r\n")).lines().size());
  }

  @Test
  void whenNothingIsInFlightAStrayResultIsNobodys() {
    Conversation idle = new Conversation(null).hear("\r\nOK\r\n0\r").end();
    assertTrue(idle.urcs.isEmpty());
    assertTrue(idle.closed().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+CMT: ,24\r\n07912143658709F1040B918100551512F2\r\n",
        "+CMT: \"+15550100\",,\"26/01/01,12:00:00+04\"\r\nOK\r\n",
        "+CDS: 25\r\n07914356060013F1065A098155555555F5\r\n",
        "+CBM: 88\r\n001000DD001133DAED46ABD56AB5186CD668341A8D46\r\n",
        "+CUSD: 1,\"1 Data\r\n2 Number\",15\r\n"
      })
  void theSecondLineOfAReportIsNoAnswer(String report) {
    String answer = "\r\nMaker\r\n\r\nOK\r\n";
    for (int at : List.of(0, 2, answer.indexOf("OK"), answer.length())) {
      String bytes = answer.substring(0, at) + report + answer.substring(at);
      Conversation asked = new Conversation(new Manufacturer()).hear(bytes);
      assertEquals(List.of("Maker"), closed(asked).lines(), bytes);
      assertInstanceOf(FinalResult.Ok.class, closed(asked).result());
      String heard = String.join("\n", asked.urcs.stream().map(Urc::line).toList());
      assertEquals(report.replace("\r\n", "\n").strip(), heard);
    }
    Conversation idle = new Conversation(null).hear(report);
    assertTrue(idle.urcs.getFirst().line().startsWith("+C"), idle.urcs.toString());
    assertTrue(idle.inbox.equals(new Inbox.Idle()), "nothing more is expected");
  }

  @Test
  void aReportWhoseSecondLineWasLostSwallowsNothing() {
    Conversation asked =
        new Conversation(new Manufacturer()).hear("\r\n+CMT: ,24\r\nMaker\r\n\r\nOK\r\n");
    assertEquals(List.of("Maker"), closed(asked).lines());
    Conversation words =
        new Conversation(new Manufacturer())
            .hear("\r\nMaker\r\n+CUSD: 1,\"cut short\r\nOK\r\n+CREG: 1\r\n");
    assertEquals(List.of("Maker"), closed(words).lines());
    assertEquals(
        List.of("+CUSD: 1,\"cut short", "+CREG: 1"), words.urcs.stream().map(Urc::line).toList());
  }

  @Test
  void aDeviceThatPowersDownHasAnswered() {
    Conversation off =
        new Conversation(new RawCommand("AT+QPOWD=1", CommandClass.REBOOT))
            .hear("\r\nPOWERED DOWN\r\n");
    assertTrue(closed(off).result().succeeded());
    closed(off.hear("\r\nRDY\r\n0\r").end());
    assertEquals(List.of(Urc.of("RDY")), off.urcs);
  }

  private static Inbox.Closed closed(Conversation conversation) {
    return conversation
        .closed()
        .orElseThrow(() -> new AssertionError(conversation.events.toString()));
  }

  /// After each CR LF, up to the final result; and the very start.
  private static List<Integer> boundaries(String bytes) {
    List<Integer> found = new ArrayList<>(List.of(0));
    int end = Math.max(bytes.indexOf("\r\nOK\r\n"), bytes.indexOf("ERROR"));
    for (int at = bytes.indexOf("\r\n"); at >= 0 && at < end; at = bytes.indexOf("\r\n", at + 1)) {
      found.add(at + 2);
    }
    return found;
  }

  @Test
  void aResultBeforeTheLineThatMustComeIsTheLateEndOfSomethingElse() {
    AtCommand<List<String>> named =
        new AtCommand<>() {
          @Override
          public String text() {
            return "AT+CMEE?";
          }

          @Override
          public boolean named() {
            return true;
          }

          @Override
          public Optional<List<String>> parse(List<String> lines) {
            return Optional.of(lines);
          }
        };
    Conversation late = new Conversation(named).hear("\r\n+CSQ: 1,99\r\n\r\nOK\r\n\r\nERROR\r\n");
    assertTrue(late.closed().isEmpty());
    late.hear("\r\n+CMEE: 1\r\n\r\nOK\r\n");
    assertEquals(List.of("+CMEE: 1"), late.closed().orElseThrow().lines());
  }
}
