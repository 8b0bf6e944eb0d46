package simwright.ui.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import simwright.device.Attachment;
import simwright.time.HandTime;
import simwright.ui.DemoParts;
import simwright.ui.Look;
import simwright.ui.OnScreen;
import simwright.ui.frame.Navigation;
import simwright.ui.frame.Notices;
import simwright.ui.fx.Bridge;
import simwright.ui.fx.Theme;

class DeviceCardTest {
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

  private final HandTime time = new HandTime();
  private final DemoParts demo = new DemoParts(time);
  private final BenchViewModel model =
      new BenchViewModel(
          Bridge.atOnce(), time, demo, demo, new Navigation(), new Notices(Bridge.atOnce(), demo));
  private DeviceCard card;
  private OnScreen screen;

  @BeforeEach
  void open() throws Exception {
    screen =
        OnScreen.open(
            () -> {
              card = new DeviceCard(model);
              card.show(
                  CardData.of(
                      demo.connected("ec25", "EC25", true),
                      List.of(),
                      CardData.Beside.NOTHING,
                      time.now()));
              ScrollPane pane = new ScrollPane(card);
              pane.setFitToWidth(true);
              return pane;
            },
            500,
            760);
  }

  @AfterEach
  void close() throws Exception {
    FxToolkit.cleanupStages();
    model.close();
  }

  private void show(Attachment device) throws Exception {
    OnScreen.onFx(() -> {
      card.show(CardData.of(device, List.of(), CardData.Beside.NOTHING, time.now()));
      return true;
    });
  }

  private Set<String> lit() throws Exception {
    return OnScreen.onFx(() ->
        Look.visible(card).stream()
            .filter(node -> node.getPseudoClassStates().contains(CHANGED))
            .map(node -> ((Labeled) node).getText())
            .collect(Collectors.toSet()));
  }

  @Test
  void whatHasChangedIsLitAndNothingElse() throws Exception {
    show(demo.connected("ec25", "EC25", true));
    assertEquals(Set.of(), lit());
    show(demo.failing("ec25", "EC25", 6));
    assertTrue(lit().stream().anyMatch(words -> words.contains("-121 dBm")), lit()::toString);
    assertTrue(lit().contains("Ping"), lit()::toString);
    assertEquals(2, lit().size(), lit()::toString);
    screen.await("all is calm again", () -> lit().isEmpty());
  }

  @Test
  void aRevealedIdentifierStaysRevealedWhileOtherValuesChange() throws Exception {
    screen.press("Reveal or mask IMEI");
    screen.awaitWords("4901 5420 3237 518");
    show(demo.failing("ec25", "EC25", 2));
    screen.awaitWords("4901 5420 3237 518");
  }

  @Test
  void allReadingsAreOneActionAwayAndNothingIsCut() throws Exception {
    assertFalse(screen.words().contains("Functionality"));
    screen.press("Show all readings");
    screen.awaitWords("Functionality");
    screen.press("Reveal or mask EID");
    screen.awaitWords("8904 9032 1234 5123\n4512 3456 7890 1235");
    for (Theme theme : Theme.values()) {
      OnScreen.onFx(() -> {
        theme.on(screen.stage().getScene());
        return true;
      });
      screen.look("card readings " + theme, 500, 1150, 1);
    }
    assertEquals(List.of(), screen.faults());
    screen.press("Hide all readings");
    screen.awaitGone("Functionality");
  }
}
