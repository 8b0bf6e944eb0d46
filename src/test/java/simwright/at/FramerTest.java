package simwright.at;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import simwright.at.command.Commands;
import simwright.at.command.SendMessage;

/// Bytes become lines whatever the cuts of the wire.
class FramerTest {
  @Test
  void everyRecordingCutAtEveryByteGivesTheSameEvents() {
    sameWhereverCut(Replies.recorded());
  }

  @Test
  void everyAnswerOfEveryFamilyCutAtEveryByteGivesTheSameEvents() {
    sameWhereverCut(FamilyAnswers.all());
  }

  private static void sameWhereverCut(List<Replies.Recorded> answers) {
    assertTrue(answers.size() > 50, "too few answers: " + answers.size());
    for (Replies.Recorded recorded : answers) {
      AtCommand<?> command = Commands.any(recorded.command());
      byte[] bytes = Conversation.bytes(recorded.bytes());
      List<String> whole = new Conversation(command).hear(bytes).end().events;
      for (int cut = 1; cut < bytes.length; cut++) {
        Conversation conversation = new Conversation(command);
        conversation.hear(Arrays.copyOf(bytes, cut));
        conversation.hear(Arrays.copyOfRange(bytes, cut, bytes.length)).end();
        assertEquals(whole, conversation.events, recorded.command() + " cut at " + cut);
      }
    }
  }

  @Test
  void byteByByteIsTheSameAsAtOnce() {
    String text =
        "\r\nRDY\r\n\0\0AT+CSQ\r\r\n+CSQ: 20,99\r\n\r\nOK\r\n0\r\r\n> \r\nCPIN: NOT READY\r\n4\r";
    Conversation whole = new Conversation(null).hear(text).end();
    Conversation single = new Conversation(null);
    for (byte b : Conversation.bytes(text)) {
      single.hear(new byte[] {b});
    }
    assertEquals(whole.events, single.end().events);
  }

  @Test
  void anyCutsOfRandomBytesGiveTheSameEvents() {
    Random random = new Random(27_007);
    byte[] alphabet = Conversation.bytes("AT+OK04> \r\n\r\n\"\0\u00ff:1,");
    for (int round = 0; round < 3000; round++) {
      byte[] bytes = new byte[random.nextInt(80)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = alphabet[random.nextInt(alphabet.length)];
      }
      AtCommand<?> command = round % 2 == 0 ? null : new SendMessage("+15550100", "hello");
      List<String> whole = new Conversation(command).hear(bytes).end().events;
      Conversation pieces = new Conversation(command);
      for (int from = 0; from < bytes.length; ) {
        int to = Math.min(bytes.length, from + 1 + random.nextInt(9));
        pieces.hear(Arrays.copyOfRange(bytes, from, to));
        from = to;
      }
      assertEquals(whole, pieces.end().events, Arrays.toString(bytes));
    }
  }

  @Test
  void garbageOfABootIsDroppedAndTheLineAfterItKept() {
    Conversation conversation = new Conversation(null).hear("\0\0\u00ff\u00ff\0OK\r\n");
    assertEquals(List.of("line OK"), conversation.events);
  }

  @Test
  void aLineOfFourKibibytesIsKeptWhole() {
    String line = "+X: " + "a".repeat(Framer.LONGEST - 4);
    Conversation conversation = new Conversation(null).hear(line + "\r\n");
    assertEquals(List.of("line " + line), conversation.events);
    assertEquals(0, conversation.framer.cut());
  }

  @Test
  void aLongerLineIsCutAndCountedAndTheNextOneIsWhole() {
    Conversation conversation =
        new Conversation(null).hear("b".repeat(5 * Framer.LONGEST) + "\r\nRING\r\n");
    assertEquals(2, conversation.events.size());
    assertEquals(Framer.LONGEST + 5, conversation.events.getFirst().length());
    assertEquals("line RING", conversation.events.getLast());
    assertEquals(1, conversation.framer.cut());
  }

  @Test
  void anEndlessLineTakesNoMoreMemory() {
    Conversation conversation = new Conversation(null);
    byte[] block = new byte[64 * 1024];
    Arrays.fill(block, (byte) 'x');
    for (int i = 0; i < 200; i++) {
      conversation.hear(block);
    }
    assertTrue(conversation.events.isEmpty());
    assertEquals(1, conversation.framer.cut());
  }

  @Test
  void aDigitWithABareReturnIsANumberOnceSomethingElseOrAPauseFollows() {
    assertEquals(List.of("number 0"), new Conversation(null).hear("0\r").end().events);
    Conversation waiting = new Conversation(null).hear("0\r");
    assertTrue(waiting.framer.undecided());
    assertTrue(waiting.events.isEmpty());
    assertEquals(List.of("number 0", "line +X"), waiting.hear("+X\r\n").events);
    assertFalse(waiting.framer.undecided());
    assertEquals(List.of("line 1"), new Conversation(null).hear("\r\n1\r\n").events);
  }

  @Test
  void aPromptIsOneOnlyWhileTheCommandPrompts() {
    AtCommand<?> prompting = new SendMessage("+15550100", "hello");
    assertEquals(List.of("prompt"), new Conversation(prompting).hear("\r\n> ").events);
    assertEquals(List.of(), new Conversation(null).hear("\r\n> ").events);
    Conversation idle = new Conversation(null).hear("\r\n> ");
    assertTrue(idle.framer.promptWaits());
    assertEquals(List.of("line > x"), idle.hear("x\r\n").events);
    assertEquals(List.of("line a> b"), new Conversation(prompting).hear("a> b\r\n").events);
  }

  @Test
  void aFloodPassesWithoutKeepingAnything() {
    Conversation conversation = new Conversation(null);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      conversation.hear("\r\n+CREG: 1\r\n");
      expected.add("line +CREG: 1");
    }
    assertEquals(expected, conversation.events);
  }
}
