package simwright.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import simwright.ui.OnScreen;

class FlashTest {
  private final List<Boolean> seen = new ArrayList<>();
  private Label value;
  private OnScreen screen;

  @BeforeEach
  void open() throws Exception {
    screen =
        OnScreen.open(
            () -> {
              value = new Label("-93 dBm");
              value
                  .getPseudoClassStates()
                  .addListener(
                      (SetChangeListener<PseudoClass>)
                          change -> {
                            boolean own =
                                Flash.CHANGED.equals(change.getElementAdded())
                                    || Flash.CHANGED.equals(change.getElementRemoved());
                            if (own) {
                              seen.add(change.wasAdded());
                            }
                          });
              return new VBox(value);
            },
            400,
            300);
  }

  @AfterEach
  void close() throws Exception {
    FxToolkit.cleanupStages();
  }

  private boolean litAfter(String words) throws Exception {
    return OnScreen.onFx(() -> {
      value.setText(words);
      return value.getPseudoClassStates().contains(Flash.CHANGED);
    });
  }

  private void follow(boolean still) throws Exception {
    OnScreen.onFx(() -> {
      Flash.follow(value.textProperty(), value, () -> still);
      return true;
    });
  }

  @Test
  void aChangedValueIsLitOnceAndGoesOutAgain() throws Exception {
    follow(false);
    assertFalse(litAfter("-93 dBm"), "the same words are no change");
    assertTrue(litAfter("-94 dBm"));
    screen.await("the value goes out", () -> OnScreen.onFx(() -> seen.contains(false)));
    assertEquals(List.of(true, false), OnScreen.onFx(() -> List.copyOf(seen)));
  }

  @Test
  void twoChangesInARowAreOneFlash() throws Exception {
    follow(false);
    OnScreen.onFx(() -> {
      value.setText("-94 dBm");
      value.setText("-95 dBm");
      return true;
    });
    screen.await("the value goes out", () -> OnScreen.onFx(() -> seen.contains(false)));
    assertEquals(List.of(true, false), OnScreen.onFx(() -> List.copyOf(seen)));
  }

  @Test
  void whatAppearsOrGoesAwayIsNotLit() throws Exception {
    follow(false);
    assertFalse(litAfter(""));
    assertFalse(litAfter("-94 dBm"));
  }

  @Test
  void whatIsNotOnTheScreenIsNotLit() throws Exception {
    follow(false);
    OnScreen.onFx(() -> ((VBox) value.getParent()).getChildren().remove(value));
    assertFalse(litAfter("-94 dBm"));
  }

  @Test
  void nothingIsLitWhereTheSystemAsksForLessMotion() throws Exception {
    follow(true);
    assertFalse(litAfter("-94 dBm"));
  }
}
