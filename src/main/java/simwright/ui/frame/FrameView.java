package simwright.ui.frame;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import simwright.observe.Subscription;
import simwright.ui.fx.Bridge;
import simwright.ui.fx.Desk;
import simwright.ui.fx.Subscriptions;
import simwright.ui.fx.Text;

/// The frame around every screen: rail, chooser, bottom bar, notices, palette, keys.
public final class FrameView {
  /// The key that releases the chosen device's port and takes it back.
  public static final String PORT_KEY = "F9";

  private static final String FOLDED = "frame.folded";

  private final FrameViewModel viewModel;
  private final Function<Screen, Page> loader;
  private final Corner corner;
  private final Map<Screen, Page> pages = new EnumMap<>(Screen.class);
  private final Map<Screen, ToggleButton> buttons = new EnumMap<>(Screen.class);
  private final PalettePane palette = new PalettePane(new Palette(this::actions));
  private final KeysPane keys = new KeysPane();
  private final TimelinePane timeline;
  private final Map<String, JobBar> bars = new LinkedHashMap<>();
  private boolean wide = true;
  private boolean offering;

  @FXML private StackPane root;
  @FXML private VBox rail;
  @FXML private StackPane content;
  @FXML private ComboBox<DeviceChoice> chooser;
  @FXML private VBox jobs;
  @FXML private VBox notices;
  @FXML private MenuButton person;

  /// What the frame needs beside its own model: who acts, what jobs did, what releases the port and
  /// takes it back, what is remembered, the actions that stand in the palette on every screen, and
  /// the time zone of the clock.
  public record Corner(
      PersonChip person,
      Timelines timelines,
      Runnable turnPort,
      Desk desk,
      List<Action> always,
      ZoneId zone) {}

  /// A frame that loads its screens by `loader` when they are first shown.
  public FrameView(FrameViewModel viewModel, Function<Screen, Page> loader, Corner corner) {
    this.viewModel = viewModel;
    this.loader = loader;
    this.corner = corner;
    this.timeline = new TimelinePane(corner.zone());
  }

  /// What the frame shows.
  public FrameViewModel getViewModel() {
    return viewModel;
  }

  @FXML
  private void initialize() {
    ToggleGroup group = new ToggleGroup();
    for (Screen screen : Screen.values()) {
      rail.getChildren().add(railButton(screen, group));
    }
    chooser.setOnAction(_ -> choose());
    viewModel.getNavigation().deviceProperty().addListener((_, _, _) -> showChoice());
    viewModel.getChoices().addListener((ListChangeListener<DeviceChoice>) _ -> showChoices());
    viewModel.getJobs().addListener((ListChangeListener<JobRow>) _ -> showJobs());
    viewModel
        .getNotices()
        .all()
        .addListener((ListChangeListener<Notices.Notice>) _ -> showNotices());
    viewModel.getNavigation().screenProperty().addListener((_, _, now) -> show(now));
    root.getChildren().addAll(palette, keys, timeline);
    if (corner.desk().recall(FOLDED).equals("true")) {
      turnRail();
    }
    showChoices();
    showJobs();
    showNotices();
    show(viewModel.getNavigation().getScreen());
  }

  /// Follows who acts and what jobs do, until the handle is closed.
  public Subscription follow(Bridge bridge) {
    Subscriptions all = new Subscriptions();
    all.add(corner.person().in(person));
    all.add(bridge.watch(corner.timelines().all(), timeline::follow));
    return all;
  }

  /// Makes the keys of the frame work in a scene.
  public void listen(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
  }

  @FXML
  private void openPalette() {
    palette.open();
  }

  @FXML
  private void turnRail() {
    wide = !wide;
    corner.desk().keep(FOLDED, String.valueOf(!wide));
    rail.getStyleClass().remove("sw-rail-narrow");
    if (!wide) {
      rail.getStyleClass().add("sw-rail-narrow");
    }
    buttons.forEach((screen, button) -> button.setText(wide ? screen.word() : ""));
  }

  private ToggleButton railButton(Screen screen, ToggleGroup group) {
    ToggleButton button = new ToggleButton(screen.word(), new FontIcon(screen.icon()));
    button.getStyleClass().add("sw-rail-button");
    button.setToggleGroup(group);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleText(Text.format("frame.rail", screen.word(), screen.digit()));
    button.setOnAction(_ -> {
      button.setSelected(true);
      viewModel.getNavigation().show(screen);
    });
    buttons.put(screen, button);
    return button;
  }

  private void show(Screen screen) {
    Page page = pages.computeIfAbsent(screen, loader);
    content.getChildren().setAll(page.root());
    Objects.requireNonNull(buttons.get(screen)).setSelected(true);
  }

  private Page page() {
    return pages.computeIfAbsent(viewModel.getNavigation().getScreen(), loader);
  }

  private void choose() {
    DeviceChoice chosen = chooser.getValue();
    if (chosen != null && !offering) {
      viewModel.getNavigation().deviceProperty().set(chosen.id());
    }
  }

  /// The chooser keeps a list of its own, and nothing is chosen while that list changes: a value
  /// that is set while the box hears of the change leaves its parts with two lists.
  private void showChoices() {
    offering = true;
    chooser.setValue(null);
    chooser.getItems().setAll(viewModel.getChoices());
    offering = false;
    showChoice();
  }

  private void showChoice() {
    viewModel.choice().ifPresentOrElse(chooser::setValue, () -> chooser.setValue(null));
    chooser.setDisable(viewModel.getChoices().isEmpty());
  }

  private void showJobs() {
    List<JobRow> now = viewModel.getJobs();
    bars.keySet().retainAll(now.stream().map(JobRow::id).toList());
    for (JobRow row : now) {
      bars.computeIfAbsent(row.id(), id -> new JobBar(id, timeline::open, viewModel::cancel))
          .show(row);
    }
    List<JobBar> shown = List.copyOf(bars.values());
    if (!shown.equals(jobs.getChildren())) {
      jobs.getChildren().setAll(shown);
    }
  }

  private void showNotices() {
    List<NoticePane> shown =
        viewModel.getNotices().all().stream()
            .map(notice -> new NoticePane(notice, () -> viewModel.getNotices().dismiss(notice)))
            .toList();
    notices.getChildren().setAll(shown);
    notices.setVisible(!shown.isEmpty());
    notices.setManaged(!shown.isEmpty());
  }

  private List<Action> actions() {
    List<Action> all = new ArrayList<>(page().actions().get());
    for (Screen screen : Screen.values()) {
      all.add(
          new Action(
              Text.format("palette.go", screen.word()),
              Text.format("palette.ctrl", screen.digit()),
              () -> viewModel.getNavigation().show(screen)));
    }
    for (DeviceChoice device : viewModel.getChoices()) {
      all.add(
          new Action(
              Text.format("palette.choose", device.title()),
              "",
              () -> viewModel.getNavigation().deviceProperty().set(device.id())));
    }
    all.add(new Action(Text.of("palette.refresh"), "F5", page().refresh()));
    all.add(new Action(Text.of("palette.keys"), "?", this::openKeys));
    all.add(new Action(Text.of("palette.timeline"), "", () -> timeline.open("")));
    all.add(new Action(Text.of("palette.rail"), "", this::turnRail));
    all.addAll(corner.person().actions(person));
    all.addAll(corner.always());
    return all;
  }

  private void openKeys() {
    keys.open(viewModel.getNavigation().getScreen());
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.K) {
      palette.open();
      event.consume();
    } else if (event.isShortcutDown() && digit(event.getCode()) > 0) {
      int digit = digit(event.getCode());
      if (digit <= Screen.values().length) {
        viewModel.getNavigation().show(Screen.values()[digit - 1]);
      }
      event.consume();
    } else if (event.getCode() == KeyCode.F9) {
      corner.turnPort().run();
      event.consume();
    } else if (event.getCode() == KeyCode.F5) {
      page().refresh().run();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && escape()) {
      event.consume();
    }
  }

  /// Closes what lies on top; else what is open in the screen; else takes the newest notice away;
  /// else cancels the newest job.
  private boolean escape() {
    if (palette.isVisible()) {
      palette.close();
      return true;
    }
    if (keys.isVisible()) {
      keys.close();
      return true;
    }
    if (timeline.isVisible()) {
      timeline.close();
      return true;
    }
    if (page().escape().getAsBoolean()) {
      return true;
    }
    if (!viewModel.getNotices().all().isEmpty()) {
      viewModel.getNotices().dismiss(viewModel.getNotices().all().getFirst());
      return true;
    }
    return viewModel.cancelNewest();
  }

  private void typed(KeyEvent event) {
    Node focus = root.getScene().getFocusOwner();
    if (event.getCharacter().equals("?") && !(focus instanceof TextInputControl)) {
      openKeys();
      event.consume();
    }
  }

  private static int digit(KeyCode code) {
    boolean digit = code.isDigitKey();
    String name = code.getName();
    char last = name.isEmpty() ? 'x' : name.charAt(name.length() - 1);
    return digit && Character.isDigit(last) ? last - '0' : 0;
  }
}
