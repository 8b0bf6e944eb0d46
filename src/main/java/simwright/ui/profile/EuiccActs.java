package simwright.ui.profile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import simwright.euicc.MemoryReset.What;
import simwright.fault.Fault;
import simwright.lpa.CardReading;
import simwright.lpa.Discovery;
import simwright.rsp.ActivationCode;
import simwright.rsp.es9.AuthenticateClient.Event;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.State;
import simwright.ui.part.StateMark;

/// What can be done with the eUICC itself: read it again, name its default server, ask the
/// discovery servers, reset its memory.
final class EuiccActs extends VBox {
  private final ProfilesViewModel viewModel;
  private final Consumer<String> download;
  private final VBox found = new VBox();
  private final VBox last = new VBox();
  private final HBox first;

  EuiccActs(ProfilesViewModel viewModel, Consumer<String> download) {
    this.viewModel = viewModel;
    this.download = download;
    getStyleClass().add("sw-steps");
    found.getStyleClass().add("sw-column");
    first = row(new ReadAge(viewModel), button(Text.of("profiles.read"), viewModel::refresh));
    viewModel.foundProperty().addListener((_, _, _) -> showFound());
  }

  void show() {
    viewModel
        .getReading()
        .ifPresent(reading -> {
          getChildren().setAll(server(reading), discovery());
          last.getChildren().setAll(memory());
        });
    showFound();
  }

  /// When the card was read, and how it is read again.
  Node first() {
    return first;
  }

  /// What destroys, which stands below all that tells which card it is.
  Node last() {
    return last;
  }

  private Node server(CardReading reading) {
    TextField name = new TextField(reading.addresses().defaultSmdp().orElse(""));
    name.setPromptText(Text.of("euicc.smdp.prompt"));
    name.setAccessibleText(Text.of("euicc.smdp"));
    name.setOnAction(_ -> viewModel.defaultServer(name.getText()));
    name.disableProperty().bind(viewModel.freeProperty().not());
    HBox.setHgrow(name, Priority.ALWAYS);
    Button keep = button(Text.of("euicc.smdp.keep"), () -> viewModel.defaultServer(name.getText()));
    Button from =
        button(
            Text.of("euicc.smdp.download"),
            () -> download.accept(ActivationCode.at(name.getText().strip()).text()));
    from.disableProperty()
        .bind(
            viewModel
                .freeProperty()
                .and(
                    Bindings.createBooleanBinding(
                        () -> isServer(name.getText()), name.textProperty()))
                .not());
    return section(Text.of("euicc.smdp"), row(name, keep, from));
  }

  private static boolean isServer(String name) {
    try {
      return !ActivationCode.at(name.strip()).host().isEmpty();
    } catch (Fault no) {
      return false;
    }
  }

  private Node discovery() {
    TextField other = new TextField();
    other.setPromptText(Text.of("euicc.discover.other"));
    other.setAccessibleText(Text.of("euicc.discover.other"));
    other.setOnAction(_ -> viewModel.discover(other.getText()));
    other.disableProperty().bind(viewModel.freeProperty().not());
    HBox.setHgrow(other, Priority.ALWAYS);
    Button ask = button(Text.of("euicc.discover"), () -> viewModel.discover(other.getText()));
    Label about = FourLines.line(Text.of("euicc.discover.about"));
    about.getStyleClass().add("sw-muted");
    return section(Text.of("euicc.discovery"), about, row(other, ask), found);
  }

  private void showFound() {
    found.getChildren().clear();
    viewModel
        .foundProperty()
        .get()
        .ifPresent(all -> {
          all.forEach(this::add);
          if (all.isEmpty()) {
            found.getChildren().add(FourLines.line(Text.of("euicc.discover.nobody")));
          }
        });
  }

  private void add(Discovery.Found one) {
    String server = DeviceText.literal(one.server());
    one.fault()
        .ifPresent(fault ->
            found
                .getChildren()
                .addAll(
                    mark(State.FAIL, Text.format("euicc.discover.failed", server)),
                    new FourLines(viewModel.shop().notices().words().lines(fault))));
    if (one.fault().isEmpty() && one.events().isEmpty()) {
      found.getChildren().add(mark(State.IDLE, Text.format("euicc.discover.nothing", server)));
    }
    one.events().forEach(event -> found.getChildren().add(event(event, server)));
  }

  private Node event(Event event, String server) {
    String where = DeviceText.literal(event.address());
    StateMark mark = mark(State.WAITING, Text.format("euicc.discover.waits", where, server));
    mark.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(mark, Priority.ALWAYS);
    Button take = button(Text.of("euicc.discover.take"), () -> download.accept(event.code()));
    take.setAccessibleText(Text.format("euicc.discover.take.of", where));
    return row(mark, take);
  }

  private Node memory() {
    Map<What, CheckBox> kinds = new EnumMap<>(What.class);
    FlowPane boxes = new FlowPane();
    boxes.getStyleClass().add("sw-cells");
    for (What what : What.values()) {
      CheckBox box = new CheckBox(words(what));
      box.setMinWidth(USE_PREF_SIZE);
      kinds.put(what, box);
      boxes.getChildren().add(box);
    }
    Button reset = new Button(Text.of("euicc.reset"));
    reset.getStyleClass().add("danger");
    reset.setMinWidth(USE_PREF_SIZE);
    BooleanProperty[] ticks =
        kinds.values().stream().map(CheckBox::selectedProperty).toArray(BooleanProperty[]::new);
    BooleanBinding any =
        Bindings.createBooleanBinding(
            () -> kinds.values().stream().anyMatch(CheckBox::isSelected), ticks);
    reset.disableProperty().bind(viewModel.freeProperty().and(any).not());
    reset.setOnAction(_ -> viewModel.reset(ticked(kinds)));
    Label about = FourLines.line(Text.of("euicc.reset.about"));
    about.getStyleClass().add("sw-muted");
    return section(Text.of("euicc.reset.title"), about, boxes, row(reset));
  }

  private static Set<What> ticked(Map<What, CheckBox> kinds) {
    return kinds.entrySet().stream()
        .filter(each -> each.getValue().isSelected())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static String words(What what) {
    return switch (what) {
      case OPERATIONAL_PROFILES -> Text.of("euicc.reset.operational");
      case FIELD_LOADED_TEST_PROFILES -> Text.of("euicc.reset.test");
      case DEFAULT_SMDP_ADDRESS -> Text.of("euicc.reset.smdp");
    };
  }

  private Button button(String words, Runnable act) {
    Button button = new Button(words);
    button.setMinWidth(USE_PREF_SIZE);
    button.disableProperty().bind(viewModel.freeProperty().not());
    button.setOnAction(_ -> act.run());
    return button;
  }

  private static StateMark mark(State state, String words) {
    StateMark mark = new StateMark(state, words);
    mark.setWrapText(true);
    mark.setMinHeight(USE_PREF_SIZE);
    return mark;
  }

  private static HBox row(Node... nodes) {
    HBox row = new HBox(nodes);
    row.getStyleClass().add("sw-row");
    return row;
  }

  private static VBox section(String title, Node... nodes) {
    Label head = FourLines.line(title);
    head.getStyleClass().add("sw-strong");
    VBox box = new VBox(head);
    box.getChildren().addAll(List.of(nodes));
    box.getStyleClass().addAll("sw-step", "sw-column");
    return box;
  }
}
