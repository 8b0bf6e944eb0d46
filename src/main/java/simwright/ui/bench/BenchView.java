package simwright.ui.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import simwright.ui.frame.Action;
import simwright.ui.frame.Screen;
import simwright.ui.fx.Text;
import simwright.ui.part.EmptyState;
import simwright.ui.part.FourLines;

/// The bench: cards in a flow, unknown ports in a quiet list below.
public final class BenchView {
  private final BenchViewModel viewModel;
  private final Map<String, DeviceCard> shown = new HashMap<>();

  @FXML private FlowPane cards;
  @FXML private VBox empty;
  @FXML private VBox unknown;
  @FXML private VBox ports;
  @FXML private Label probeWords;

  /// A view of the bench.
  public BenchView(BenchViewModel viewModel) {
    this.viewModel = viewModel;
  }

  /// What the bench shows.
  public BenchViewModel getViewModel() {
    return viewModel;
  }

  @FXML
  private void initialize() {
    empty.getChildren().add(nothing());
    probeWords.setText(Text.format("bench.probe.sends", viewModel.probeWords()));
    viewModel.getCards().addListener((ListChangeListener<CardData>) _ -> showCards());
    viewModel.getPorts().addListener((ListChangeListener<PortRow>) _ -> showPorts());
    showCards();
    showPorts();
  }

  /// What the palette offers here.
  public List<Action> actions() {
    List<Action> all = new ArrayList<>();
    for (CardData card : viewModel.getCards()) {
      if (card.canConnect()) {
        all.add(act("palette.connect", card, () -> viewModel.connect(card.id())));
      }
      if (card.connected()) {
        all.add(act("palette.test", card, () -> viewModel.open(Screen.ACCEPTANCE, card.id())));
        all.add(act("palette.terminal", card, () -> viewModel.open(Screen.TERMINAL, card.id())));
        all.add(act("palette.ping", card, () -> viewModel.ping(card.id())));
        all.add(act("palette.release", card, () -> viewModel.release(card.id())));
      }
      if (card.released()) {
        all.add(act("palette.take-back", card, () -> viewModel.takeBack(card.id())));
      }
    }
    all.add(new Action(Text.of("bench.simulate"), "", viewModel::simulate));
    return all;
  }

  private static Action act(String key, CardData card, Runnable act) {
    return new Action(Text.format(key, card.title()), "", act);
  }

  private Node nothing() {
    Button start = new Button(Text.of("bench.simulate"));
    start.setDefaultButton(true);
    start.getStyleClass().add("accent");
    start.setOnAction(_ -> viewModel.simulate());
    return new EmptyState(
        Material2OutlinedMZ.USB,
        Text.of("bench.empty.title"),
        List.of(Text.of("bench.empty.attach"), Text.of("bench.empty.simulate")),
        start);
  }

  private void showCards() {
    List<DeviceCard> now = new ArrayList<>();
    for (CardData data : viewModel.getCards()) {
      DeviceCard card = shown.computeIfAbsent(data.id(), _ -> new DeviceCard(viewModel));
      card.show(data);
      now.add(card);
    }
    shown.values().retainAll(now);
    if (!now.equals(cards.getChildren())) {
      cards.getChildren().setAll(now);
    }
    visible(empty, now.isEmpty());
    visible(cards, !now.isEmpty());
  }

  private void showPorts() {
    ports.getChildren().setAll(viewModel.getPorts().stream().map(this::row).toList());
    visible(unknown, !viewModel.getPorts().isEmpty());
  }

  private Node row(PortRow port) {
    Label name = new Label(port.name());
    name.getStyleClass().add("sw-mono");
    name.setMinWidth(Region.USE_PREF_SIZE);
    Label about = FourLines.line(port.about());
    about.getStyleClass().add("sw-muted");
    about.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(about, Priority.ALWAYS);
    HBox row = new HBox(name, about);
    row.getStyleClass().add("sw-port-row");
    if (port.mayProbe()) {
      Button probe = new Button(Text.of("bench.probe"));
      probe.setMinWidth(Region.USE_PREF_SIZE);
      probe.setAccessibleText(Text.format("bench.probe.port", port.name()));
      probe.setOnAction(_ -> viewModel.probe(port.id()));
      row.getChildren().add(probe);
    }
    return row;
  }

  private static void visible(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
