package simwright.ui.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import simwright.ui.fx.Text;

/// All readings of a device in groups, folded until a person wants them.
final class ReadingsPane extends VBox {
  private final Button fold = new Button();
  private final VBox groups = new VBox();
  private final Map<String, VBox> drawn = new HashMap<>();
  private boolean open;

  ReadingsPane() {
    getStyleClass().add("sw-readings");
    groups.getStyleClass().add("sw-readings");
    fold.getStyleClass().addAll("small", "flat");
    fold.setMinWidth(USE_PREF_SIZE);
    fold.setOnAction(_ -> turn());
    getChildren().addAll(fold, groups);
    show(List.of());
    showFold();
  }

  void show(List<FactGroup> readings) {
    List<Node> now = new ArrayList<>();
    for (FactGroup group : readings) {
      VBox box = drawn.computeIfAbsent(group.title(), ReadingsPane::fresh);
      ((FactGrid) box.getChildren().getLast()).show(List.of(), group.facts());
      now.add(box);
    }
    if (!now.equals(groups.getChildren())) {
      groups.getChildren().setAll(now);
    }
    setVisible(!now.isEmpty());
    setManaged(!now.isEmpty());
  }

  private static VBox fresh(String title) {
    Label name = new Label(title);
    name.getStyleClass().add("sw-strong");
    VBox box = new VBox(name, new FactGrid());
    box.getStyleClass().add("sw-list");
    return box;
  }

  private void turn() {
    open = !open;
    showFold();
  }

  private void showFold() {
    fold.setText(open ? Text.of("bench.readings.few") : Text.of("bench.readings.all"));
    groups.setVisible(open);
    groups.setManaged(open);
  }
}
