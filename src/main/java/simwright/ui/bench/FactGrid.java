package simwright.ui.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import simwright.ui.fx.Flash;
import simwright.ui.part.FourLines;
import simwright.ui.part.MaskedValue;

/// Names and values in two columns, identifiers masked above the facts. What shows a value stays
/// while the value changes, so that a change is seen and a revealed identifier stays revealed.
final class FactGrid extends GridPane {
  private static final String MUTED = "sw-muted";
  private static final double NAMES = 126;

  private record Masked(CardData.Identity identity, MaskedValue node) {}

  private final Map<String, Label> values = new HashMap<>();
  private final Map<String, Masked> masked = new HashMap<>();
  private List<Node> drawn = List.of();

  FactGrid() {
    getStyleClass().add("sw-facts");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    getColumnConstraints().add(names);
    show(List.of(), List.of());
  }

  void show(List<CardData.Identity> identities, List<CardData.Fact> facts) {
    Map<Node, String> rows = new LinkedHashMap<>();
    identities.forEach(each -> rows.put(masked(each), each.name()));
    facts.forEach(each -> rows.put(value(each), each.name()));
    List<Node> now = new ArrayList<>(rows.keySet());
    if (!now.equals(drawn)) {
      drawn = now;
      getChildren().setAll(strut());
      rows.forEach((value, name) -> {
        add(name(name), 0, now.indexOf(value));
        add(value, 1, now.indexOf(value));
      });
    }
    setVisible(!now.isEmpty());
    setManaged(!now.isEmpty());
  }

  private MaskedValue masked(CardData.Identity identity) {
    Masked before = masked.get(identity.name());
    if (before != null && before.identity().equals(identity)) {
      return before.node();
    }
    MaskedValue fresh = new MaskedValue(identity.name(), identity.value());
    masked.put(identity.name(), new Masked(identity, fresh));
    return fresh;
  }

  private Label value(CardData.Fact fact) {
    Label value = values.computeIfAbsent(fact.name(), _ -> fresh(fact.ticks()));
    value.setText(fact.value());
    value.getStyleClass().remove(MUTED);
    if (!fact.known()) {
      value.getStyleClass().add(MUTED);
    }
    return value;
  }

  private static Label fresh(boolean ticks) {
    Label value = FourLines.line("");
    if (!ticks) {
      Flash.follow(value);
    }
    return value;
  }

  /// The names of all grids of a card are at least as wide, so that their values stand in line.
  private static Region strut() {
    Region strut = new Region();
    strut.setMinWidth(NAMES);
    return strut;
  }

  private static Label name(String words) {
    Label label = new Label(words);
    label.getStyleClass().add(MUTED);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }
}
