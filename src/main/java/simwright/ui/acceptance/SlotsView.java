package simwright.ui.acceptance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import simwright.ui.frame.Action;
import simwright.ui.fx.Fxml;
import simwright.ui.fx.Text;
import simwright.ui.part.EmptyState;

/// The bench of the test lab: a field that takes a scan, the plan, what is asked, the grid of slots
/// and beside it the run of the chosen one.
public final class SlotsView {
  private static final int LARGE = 2;

  private final AcceptanceViewModel viewModel;
  private final RunView run;
  private final SlotGrid grid = new SlotGrid();
  private final Map<String, SlotCard> cards = new LinkedHashMap<>();

  @FXML private TextField scan;
  @FXML private ComboBox<AcceptanceSource.Plan> plans;
  @FXML private ToggleButton whom;
  @FXML private ToggleButton phone;
  @FXML private TextField phoneName;
  @FXML private FlowPane header;
  @FXML private VBox queue;
  @FXML private SplitPane split;
  @FXML private ScrollPane slots;
  @FXML private VBox detail;
  @FXML private VBox shown;
  @FXML private TextField done;

  /// A view of the bench; `run` shows the run of the chosen slot.
  SlotsView(AcceptanceViewModel viewModel, RunView run) {
    this.viewModel = viewModel;
    this.run = run;
  }

  /// What the bench shows.
  public AcceptanceViewModel getViewModel() {
    return viewModel;
  }

  @FXML
  private void initialize() {
    StartModel start = viewModel.getStart();
    scan.textProperty().bindBidirectional(start.scanProperty());
    plans.getItems().setAll(start.plans());
    plans.valueProperty().bindBidirectional(start.planProperty());
    start
        .planProperty()
        .addListener((_, _, _) -> {
          if (!plans.getItems().equals(start.plans())) {
            var chosen = start.planProperty().get();
            plans.getItems().setAll(start.plans());
            plans.setValue(chosen);
          }
        });
    for (HeaderModel.Field field : HeaderModel.Field.values()) {
      header.getChildren().add(field(field));
    }
    header.visibleProperty().bind(whom.selectedProperty());
    header.managedProperty().bind(whom.selectedProperty());
    phone
        .selectedProperty()
        .addListener((_, _, open) -> {
          if (open) {
            phoneName.clear();
            phoneName.requestFocus();
          }
        });
    queue.getChildren().add(new QueuePane(viewModel.getQueue()));
    queue.managedProperty().bind(queue.visibleProperty());
    queue.visibleProperty().bind(queue.getChildren().getFirst().visibleProperty());
    shown.getChildren().setAll(Fxml.load("parts/run", run));
    viewModel.getSlots().getSlots().addListener((ListChangeListener<Slot>) _ -> showSlots());
    viewModel
        .chosenProperty()
        .addListener((_, old, now) -> {
          showSlots();
          if (!old.map(Slot::device).equals(now.map(Slot::device))) {
            now.map(slot -> cards.get(slot.device())).ifPresent(this::reach);
          }
        });
    viewModel
        .openProperty()
        .addListener((_, _, _) -> {
          showSlots();
          showDetail();
        });
    viewModel.unsafeProperty().addListener((_, _, _) -> done.clear());
    showSlots();
    showDetail();
    scan.sceneProperty()
        .addListener((_, _, scene) -> {
          if (scene != null) {
            focus();
          }
        });
  }

  /// Scrolls so far that a slot can be seen whole.
  private void reach(SlotCard card) {
    double port = slots.getViewportBounds().getHeight();
    double all = grid.getHeight();
    if (all <= port || card.getHeight() == 0) {
      return;
    }
    double top = slots.getVvalue() * (all - port);
    double from = card.getLayoutY();
    double to = from + card.getHeight();
    double wanted = from < top ? from : to > top + port ? to - port : top;
    slots.setVvalue(wanted / (all - port));
  }

  private VBox field(HeaderModel.Field field) {
    TextField text = new TextField();
    text.setPrefWidth(184);
    text.setAccessibleText(field.word());
    text.textProperty().bindBidirectional(viewModel.getStart().getHeader().of(field));
    Label name = new Label(field.word());
    name.getStyleClass().add("sw-muted");
    name.setLabelFor(text);
    return new VBox(name, text);
  }

  private void showSlots() {
    List<Slot> now = viewModel.getSlots().getSlots();
    if (now.isEmpty()) {
      slots.setContent(
          new EmptyState(
              Material2OutlinedMZ.USB,
              Text.of("slots.none"),
              List.of(
                  Text.of("slots.none.attach"),
                  Text.of("slots.none.hand"),
                  Text.of("slots.none.bench"))));
      return;
    }
    String chosen = viewModel.chosenProperty().get().map(Slot::device).orElse("");
    cards.keySet().retainAll(now.stream().map(Slot::device).toList());
    boolean beside = viewModel.openProperty().get();
    boolean large = now.size() == 1 || now.size() <= LARGE && !beside;
    List<SlotCard> wanted = new ArrayList<>();
    for (Slot slot : now) {
      SlotCard card =
          cards.computeIfAbsent(slot.device(), device -> new SlotCard(device, viewModel));
      card.show(slot, slot.device().equals(chosen), large);
      wanted.add(card);
    }
    if (!wanted.equals(grid.getChildren())) {
      grid.getChildren().setAll(wanted);
    }
    if (slots.getContent() != grid) {
      slots.setContent(grid);
    }
  }

  private void showDetail() {
    boolean open = viewModel.openProperty().get();
    if (open != split.getItems().contains(detail)) {
      if (open) {
        split.getItems().add(detail);
        split.setDividerPositions(0.48);
      } else {
        split.getItems().remove(detail);
      }
    }
  }

  /// Puts the focus where a scanner types.
  void focus() {
    scan.requestFocus();
  }

  /// Closes what is open, the innermost first; false where nothing was.
  boolean fold() {
    return viewModel.getRun().fold() || viewModel.fold();
  }

  @FXML
  private void enter() {
    viewModel.getStart().enter();
  }

  @FXML
  private void startAll() {
    viewModel.getStart().startAll();
  }

  @FXML
  private void addPhone() {
    viewModel.getStart().addByHand(phoneName.getText());
    phone.setSelected(false);
    focus();
  }

  @FXML
  private void takeAway() {
    viewModel.chosenProperty().get().ifPresent(slot -> viewModel.takeAway(slot.device()));
  }

  @FXML
  private void close() {
    boolean unused = viewModel.fold();
  }

  @FXML
  private void resolve() {
    viewModel.resolve(done.getText());
  }

  /// What the palette offers here.
  List<Action> actions() {
    List<Action> all = new ArrayList<>();
    for (AcceptanceSource.Plan plan : viewModel.getStart().plans()) {
      for (Slot slot : viewModel.getSlots().getSlots()) {
        if (slot.ready() && StartModel.fits(plan, slot)) {
          all.add(
              new Action(
                  Text.format("acceptance.run.plan", plan.title(), slot.title()),
                  "",
                  () -> {
                    viewModel.getStart().planProperty().set(plan);
                    viewModel.getStart().start(slot.device());
                  }));
        }
      }
    }
    for (Slot slot : viewModel.getSlots().getSlots()) {
      if (!slot.ready() && slot.act() != Slot.Act.NONE) {
        all.add(
            new Action(
                slot.act().word() + ": " + slot.title(), "", () -> viewModel.act(slot.device())));
      }
    }
    for (Slot slot : viewModel.getSlots().getSlots()) {
      if (HandModel.offers(slot)) {
        all.add(
            new Action(
                Text.format("hand.take-away.of", slot.title()),
                "",
                () -> viewModel.takeAway(slot.device())));
      }
    }
    all.add(new Action(Text.of("hand.add.of"), "", phone::fire));
    all.add(new Action(Text.of("slots.scan"), "", this::focus));
    all.add(new Action(Text.of("slots.run.all"), "", this::startAll));
    all.add(new Action(Text.of("slots.whom"), "", whom::fire));
    all.addAll(run.actions());
    return all;
  }
}
