package simwright.ui.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import simwright.euicc.NotificationMetadata;
import simwright.fault.Fault;
import simwright.lpa.CardReading;
import simwright.ui.frame.Action;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.EmptyState;
import simwright.ui.part.FourLines;
import simwright.ui.part.StateMark;

/// The profiles screen: profiles with the download beside them, notifications, the eUICC; or why
/// there is nothing of these.
public final class ProfilesView {
  private final ProfilesViewModel viewModel;
  private final LeftPane banner;
  private final OutboxPane outbox;
  private final EuiccPane facts;
  private final EuiccActs acts;
  private final DownloadPane download;

  @FXML private VBox left;
  @FXML private VBox empty;
  @FXML private TabPane tabs;
  @FXML private Tab notifications;
  @FXML private HBox middle;
  @FXML private Label summary;
  @FXML private Button sendAll;
  @FXML private StateMark outcome;
  @FXML private StateMark told;
  @FXML private StateMark changed;
  @FXML private VBox cards;
  @FXML private HBox read;
  @FXML private VBox waiting;
  @FXML private VBox euicc;

  /// A view of the card in the chosen device.
  public ProfilesView(ProfilesViewModel viewModel, LeftOpen left) {
    this.viewModel = viewModel;
    this.banner = new LeftPane(left);
    this.outbox = new OutboxPane(viewModel);
    this.facts = new EuiccPane(viewModel);
    this.acts = new EuiccActs(viewModel, this::take);
    this.download = new DownloadPane(viewModel.getDownload(), viewModel, this::closeDownload);
  }

  /// What the screen shows.
  public ProfilesViewModel getViewModel() {
    return viewModel;
  }

  @FXML
  private void initialize() {
    left.getChildren().setAll(banner);
    waiting.getChildren().setAll(outbox);
    euicc.getChildren().setAll(acts.first(), facts.head(), acts, facts, acts.last());
    read.getChildren().setAll(new ReadAge(viewModel));
    download.droppable(middle, this::openDownload);
    viewModel.stageProperty().addListener((_, _, _) -> show());
    viewModel.readingProperty().addListener((_, _, _) -> show());
    viewModel.outcomeProperty().addListener((_, _, _) -> showOutcome());
    viewModel.freeProperty().addListener((_, _, _) -> sendable());
    show();
    showOutcome();
  }

  /// What the palette offers here.
  public List<Action> actions() {
    List<Action> all = new ArrayList<>();
    switch (viewModel.getStage()) {
      case NO_DEVICE, KEPT -> {}
      case NOT_CONNECTED ->
          all.add(
              new Action(
                  Text.format("palette.connect", viewModel.title()), "", viewModel::connect));
      case READING, NO_EUICC, FAILED ->
          all.add(new Action(Text.of("profiles.read"), "F5", viewModel::refresh));
      case SHOWN -> {
        all.add(new Action(Text.of("profiles.download"), "", this::openDownload));
        viewModel.rows().forEach(row -> of(row, all));
        all.add(new Action(Text.of("outbox.send"), "", () -> viewModel.send()));
        all.add(new Action(Text.of("euicc.discover"), "", () -> viewModel.discover("")));
        viewModel
            .getReading()
            .map(CardReading::notifications)
            .orElse(List.of())
            .forEach(one -> all.add(removing(one)));
        all.add(new Action(Text.of("profiles.show.card"), "", () -> tab(0)));
        all.add(new Action(Text.of("profiles.show.outbox"), "", () -> tab(1)));
        all.add(new Action(Text.of("profiles.show.euicc"), "", () -> tab(2)));
      }
    }
    return all;
  }

  private Action removing(NotificationMetadata one) {
    return new Action(
        Text.format("outbox.remove.of", one.number()), "", () -> viewModel.remove(one.number()));
  }

  private void of(ProfileRow row, List<Action> all) {
    if (row.mayTurn() && row.enabled()) {
      all.add(
          new Action(
              Text.format("profile.disable.of", row.name()), "", () -> viewModel.disable(row)));
    } else if (row.mayTurn()) {
      all.add(
          new Action(
              Text.format("profile.enable.of", row.name()), "", () -> viewModel.enable(row)));
    }
    if (row.iccid().isPresent()) {
      all.add(new Action(Text.format("profile.rename.of", row.name()), "", () -> rename(row)));
    }
    if (row.mayDelete()) {
      all.add(
          new Action(
              Text.format("profile.delete.of", row.name()), "", () -> viewModel.delete(row)));
    }
  }

  private void rename(ProfileRow row) {
    tab(0);
    cards.getChildren().stream()
        .filter(ProfileCard.class::isInstance)
        .map(ProfileCard.class::cast)
        .filter(card -> card.row().iccid().equals(row.iccid()))
        .findFirst()
        .ifPresent(card -> viewModel.shop().bridge().run(card::beginRename));
  }

  private void tab(int index) {
    tabs.getSelectionModel().select(index);
  }

  @FXML
  private void openDownload() {
    tab(0);
    if (!middle.getChildren().contains(download)) {
      middle.getChildren().add(download);
    }
    viewModel.shop().bridge().run(download::begin);
  }

  /// Opens the download with a code in it.
  public void take(String code) {
    viewModel.getDownload().codeProperty().set(code);
    openDownload();
  }

  private void closeDownload() {
    middle.getChildren().remove(download);
  }

  @FXML
  private void send() {
    viewModel.send();
  }

  private void show() {
    boolean shown = viewModel.getStage() == ProfilesViewModel.Stage.SHOWN;
    visible(tabs, shown);
    visible(empty, !shown);
    empty.getChildren().setAll(shown ? List.of() : List.of(nothing()));
    List<Node> rows = new ArrayList<>();
    viewModel.rows().forEach(row -> rows.add(new ProfileCard(row, viewModel)));
    if (rows.isEmpty()) {
      rows.add(FourLines.line(Text.of("profiles.none")));
    }
    cards.getChildren().setAll(rows);
    outbox.show();
    facts.show();
    acts.show();
    viewModel.getReading().ifPresent(this::sum);
    sendable();
  }

  private void sum(CardReading reading) {
    summary.setText(
        Text.format(
            "profiles.summary",
            viewModel.title(),
            reading.profiles().size(),
            EuiccFacts.bytes(reading.info().memory().freeNonVolatile())));
    int number = reading.notifications().size();
    notifications.setText(
        number == 0 ? Text.of("profiles.tab.outbox") : Text.format("profiles.tab.waiting", number));
  }

  private void sendable() {
    boolean none =
        viewModel.getReading().map(CardReading::notifications).orElse(List.of()).isEmpty();
    sendAll.setDisable(none || !viewModel.isFree());
  }

  private void showOutcome() {
    outbox.show();
    Optional<ProfilesViewModel.Outcome> now = viewModel.outcomeProperty().get();
    for (StateMark mark : List.of(outcome, told, changed)) {
      now.ifPresent(said -> {
        mark.setState(said.state());
        mark.setWords(said.words());
      });
      visible(mark, now.isPresent());
    }
  }

  private Node nothing() {
    return switch (viewModel.getStage()) {
      case NO_DEVICE -> noDevice();
      case NOT_CONNECTED -> notConnected();
      case READING, SHOWN ->
          new EmptyState(
              Material2OutlinedMZ.SIM_CARD,
              Text.of("profiles.reading"),
              List.of(viewModel.title()));
      case KEPT -> new KeptPane(viewModel.kept().orElseThrow(), viewModel);
      case NO_EUICC -> noEuicc();
      case FAILED -> failed();
    };
  }

  private Node noDevice() {
    return new EmptyState(
        Material2OutlinedMZ.USB,
        Text.of("profiles.no-device"),
        List.of(Text.of("profiles.no-device.how")),
        button(Text.of("profiles.to-bench"), viewModel::goToBench));
  }

  private Node notConnected() {
    return new EmptyState(
        Material2OutlinedMZ.USB,
        Text.format("profiles.not-connected", viewModel.title()),
        List.of(Text.of("profiles.not-connected.how")),
        button(Text.of("profiles.connect"), viewModel::connect));
  }

  private Node noEuicc() {
    String tried = viewModel.getFault().flatMap(Fault::evidence).orElse("");
    List<String> lines = new ArrayList<>();
    lines.add(Text.of("profiles.no-euicc.plain"));
    if (!tried.isEmpty()) {
      lines.add(Text.format("profiles.no-euicc.tried", DeviceText.literal(tried)));
    }
    viewModel
        .getFault()
        .map(fault -> viewModel.shop().notices().words().next(fault.code()))
        .ifPresent(lines::add);
    return new EmptyState(
        Material2OutlinedMZ.SIM_CARD,
        Text.of("profiles.no-euicc"),
        lines,
        button(Text.of("profiles.read"), viewModel::refresh));
  }

  private Node failed() {
    VBox box = new VBox();
    box.getStyleClass().addAll("sw-column", "sw-screen");
    viewModel
        .getFault()
        .map(viewModel.shop().notices().words()::lines)
        .ifPresent(words -> box.getChildren().add(new FourLines(words)));
    box.getChildren().add(button(Text.of("profiles.read"), viewModel::refresh));
    return box;
  }

  private static Button button(String words, Runnable act) {
    Button button = new Button(words);
    button.getStyleClass().add("accent");
    button.setOnAction(_ -> act.run());
    return button;
  }

  private static void visible(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
