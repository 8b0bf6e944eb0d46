package simwright.ui.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import simwright.time.HandTime;
import simwright.time.SystemTime;
import simwright.transcript.Direction;
import simwright.ui.DemoParts;
import simwright.ui.frame.Navigation;
import simwright.ui.frame.Notices;
import simwright.ui.fx.Background;
import simwright.ui.fx.Bridge;

class TerminalViewModelTest {
  private final HandTime time = new HandTime();
  private final DemoParts demo = new DemoParts(time);
  private final Navigation navigation = new Navigation();
  private final Notices notices = new Notices(Bridge.atOnce(), demo);
  private TerminalViewModel model;

  @BeforeEach
  void open() {
    demo.devices.set(List.of(demo.connected("ec25", "EC25", true)));
    navigation.deviceProperty().set("ec25");
    demo.say(Direction.SENT, "AT\\r");
    model =
        new TerminalViewModel(
            new TerminalViewModel.Workshop(Bridge.atOnce(), Background.atOnce(), time, demo),
            demo,
            demo,
            navigation,
            notices);
  }

  @AfterEach
  void close() {
    model.close();
  }

  private void pulse() {
    time.advance(Duration.ofMillis(100));
  }

  @Test
  void linesAppearAsTheTranscriptGrows() {
    assertEquals(List.of("AT"), model.getRows().stream().map(Row::text).toList());
    demo.say(Direction.RECEIVED, "OK\\r\\n");
    pulse();
    assertEquals(List.of("AT", "OK"), model.getRows().stream().map(Row::text).toList());
    assertEquals("0.037", model.getRows().getLast().time());
  }

  @Test
  void theWindowNeverHoldsMoreThanItsLines() {
    for (int i = 0; i < TerminalViewModel.WINDOW + 2_500; i++) {
      demo.say(Direction.RECEIVED, "line " + i);
      if (i % 10_000 == 0) {
        pulse();
      }
    }
    pulse();
    assertEquals(TerminalViewModel.WINDOW, model.getRows().size());
    assertEquals("line " + (TerminalViewModel.WINDOW + 2_499), model.getRows().getLast().text());
  }

  @Test
  void anotherDeviceShowsItsOwnTranscript() {
    navigation.deviceProperty().set("nobody");
    assertEquals(List.of(), List.copyOf(model.getRows()));
    assertFalse(model.isReady());
  }

  @Test
  void aLineIsSentOnceAndKeptInTheHistory() {
    model.commandProperty().set(" AT+CSQ ");
    model.send();
    model.send();
    assertEquals(List.of("send ec25 AT+CSQ"), demo.asked);
    assertEquals("", model.getCommand());
    model.commandProperty().set("AT+C");
    model.up();
    assertEquals("AT+CSQ", model.getCommand());
    model.down();
    assertEquals("AT+C", model.getCommand());
  }

  @Test
  void theListRestsAtTheLineSentWhilePollingGoesOn() {
    demo.silent();
    model.commandProperty().set("ATI");
    model.send();
    demo.say(Direction.SENT, "AT+CSQ\\r");
    demo.say(Direction.RECEIVED, "+CSQ: 20,99\\r\\n");
    pulse();
    assertTrue(model.isFollowing());
    demo.say(Direction.SENT, "ATI\\r");
    demo.say(Direction.RECEIVED, "Quectel\\r\\n");
    demo.say(Direction.SENT, "AT+CSQ\\r");
    pulse();
    assertFalse(model.isFollowing());
    assertEquals("ATI", model.getRows().get(model.restingProperty().get()).text());
    model.followingProperty().set(true);
    demo.say(Direction.SENT, "ATI\\r");
    pulse();
    assertTrue(model.isFollowing());
  }

  @Test
  void theSearchGoesRound() {
    demo.say(Direction.RECEIVED, "+CSQ: 20,99");
    demo.say(Direction.RECEIVED, "OK");
    pulse();
    model.searchProperty().set("csq");
    assertEquals(1, model.find(-1));
    assertEquals(1, model.find(1));
    model.searchProperty().set("never");
    assertEquals(-1, model.find(0));
  }

  @Test
  void exportsHideIdentifiersAndNameDirections() {
    demo.say(Direction.RECEIVED, "490154203237518");
    pulse();
    String text = Export.markdown("ec25.log", model.getRows(), model::explain);
    assertFalse(text.contains("490154203237518"), text);
    assertTrue(text.contains("| received | `4901…18` |"), text);
    model.export(true);
    assertTrue(demo.asked.getLast().startsWith("save transcript.md"), demo.asked::toString);
    assertEquals(1, notices.all().size());
  }

  @Test
  void aMacroStopsWhereTheAnswerIsNotAsExpected() {
    try (SystemTime real = new SystemTime()) {
      DemoParts parts = new DemoParts(real);
      Macro macro = Macro.parse("m", "AT\nexpect OK\nAT+X\nexpect READY\nAT+Y");
      assertEquals(
          "Macro m stopped at AT+X: the answer did not hold READY.",
          new MacroRun(parts, real).run("ec25", macro));
      assertEquals(List.of("send ec25 AT", "send ec25 AT+X"), parts.asked);
    }
  }

  @Test
  void aMacroIsReadWithItsWaits() {
    Macro macro = Macro.parse("m", "# hello\n\nAT+CFUN=0\nexpect OK\nwait 500\nAT");
    assertEquals(
        List.of(new Macro.Step("AT+CFUN=0", "OK", 500), new Macro.Step("AT", "", 0)),
        macro.steps());
  }
}
