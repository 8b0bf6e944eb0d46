package simwright.ui.profile;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.MaskedValue;
import simwright.ui.part.StateMark;

/// The download beside the profiles: five steps, each with its state and its words.
final class DownloadPane extends VBox {
  private final DownloadViewModel viewModel;
  private final ProfilesViewModel screen;
  private final TextField code = new TextField();
  private final ScanPane scan;
  private final VBox examples = new VBox();
  private final VBox end = new VBox();
  private final Map<DownloadViewModel.Step, StateMark> marks =
      new EnumMap<>(DownloadViewModel.Step.class);
  private final Map<DownloadViewModel.Step, Label> words =
      new EnumMap<>(DownloadViewModel.Step.class);

  DownloadPane(DownloadViewModel viewModel, ProfilesViewModel screen, Runnable close) {
    this.viewModel = viewModel;
    this.screen = screen;
    this.scan = new ScanPane(viewModel.getScan());
    scan.disableProperty().bind(viewModel.runningProperty());
    getStyleClass().addAll("sw-column", "sw-side");
    VBox steps = new VBox();
    steps.getStyleClass().add("sw-steps");
    for (DownloadViewModel.Step step : DownloadViewModel.Step.values()) {
      steps.getChildren().add(step(step));
    }
    ScrollPane scroll = new ScrollPane(steps);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("sw-screen-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Label head = FourLines.line(Text.of("download.title"));
    head.getStyleClass().add("sw-title");
    getChildren().addAll(head, scroll, acts(close));
    viewModel.stepsProperty().addListener((_, _, _) -> show());
    viewModel.failureProperty().addListener((_, _, _) -> showEnd());
    viewModel.resultProperty().addListener((_, _, _) -> showEnd());
    viewModel
        .getExamples()
        .addListener((ListChangeListener<ProfilesSource.Example>) _ -> showExamples());
    code.textProperty().addListener((_, _, _) -> showExamples());
    show();
    showEnd();
    showExamples();
  }

  /// Puts the cursor where the code goes, which is not in the scene before its scroll pane has a
  /// skin.
  void begin() {
    applyCss();
    code.requestFocus();
  }

  /// What is dropped there is looked into for a code; `shown` shows this pane.
  void droppable(Node place, Runnable shown) {
    scan.droppable(place, shown);
  }

  private FlowPane acts(Runnable close) {
    Button start = new Button();
    start
        .textProperty()
        .bind(
            Bindings.when(viewModel.againProperty())
                .then(Text.of("download.again"))
                .otherwise(Text.of("download.start")));
    start.getStyleClass().add("accent");
    start.disableProperty().bind(viewModel.validProperty().and(screen.freeProperty()).not());
    start.setOnAction(_ -> viewModel.start());
    Button stop = new Button(Text.of("jobs.cancel"));
    stop.disableProperty().bind(viewModel.runningProperty().not());
    stop.setOnAction(_ -> viewModel.cancel());
    Button shut = new Button(Text.of("keys.close"));
    shut.setOnAction(_ -> close.run());
    FlowPane acts = new FlowPane(start, stop, shut);
    acts.getStyleClass().add("sw-acts");
    acts.getChildren().forEach(each -> ((Button) each).setMinWidth(USE_PREF_SIZE));
    return acts;
  }

  private Node step(DownloadViewModel.Step step) {
    StateMark mark = new StateMark();
    mark.setMinWidth(USE_PREF_SIZE);
    Label title = FourLines.line(title(step));
    title.getStyleClass().add("sw-strong");
    HBox head = new HBox(title, mark);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    head.getStyleClass().add("sw-row");
    Label line = FourLines.line("");
    marks.put(step, mark);
    words.put(step, line);
    VBox box = new VBox(head);
    box.getStyleClass().add("sw-step");
    switch (step) {
      case CODE -> box.getChildren().addAll(code(), scan, line, examples, confirmation(), imei());
      case CHECK, CONSENT -> box.getChildren().add(line);
      case DOWNLOAD -> box.getChildren().addAll(line, bar());
      case RESULT -> box.getChildren().addAll(line, end);
    }
    return box;
  }

  private static String title(DownloadViewModel.Step step) {
    return switch (step) {
      case CODE -> Text.of("download.step.code");
      case CHECK -> Text.of("download.step.check");
      case CONSENT -> Text.of("download.step.consent");
      case DOWNLOAD -> Text.of("download.step.download");
      case RESULT -> Text.of("download.step.result");
    };
  }

  private TextField code() {
    code.setId("activation-code");
    code.setPromptText(Text.of("download.code.prompt"));
    code.setAccessibleText(Text.of("download.step.code"));
    code.getStyleClass().add("sw-mono");
    code.textProperty().bindBidirectional(viewModel.codeProperty());
    code.disableProperty().bind(viewModel.runningProperty());
    code.setOnAction(_ -> viewModel.start());
    scan.pasteable(code);
    return code;
  }

  private PasswordField confirmation() {
    PasswordField field = new PasswordField();
    field.setPromptText(Text.of("download.confirmation"));
    field.setAccessibleText(Text.of("download.confirmation"));
    field.textProperty().bindBidirectional(viewModel.confirmationProperty());
    field.disableProperty().bind(viewModel.runningProperty());
    field.setOnAction(_ -> viewModel.start());
    return field;
  }

  /// Asked for where the device tells no IMEI of its own, such as a card reader.
  private TextField imei() {
    TextField field = new TextField();
    field.setId("imei");
    field.setPromptText(Text.of("download.imei"));
    field.setAccessibleText(Text.of("download.imei"));
    field.textProperty().bindBidirectional(viewModel.imeiProperty());
    field.disableProperty().bind(viewModel.runningProperty());
    field.setOnAction(_ -> viewModel.start());
    screen.stageProperty().addListener((_, _, _) -> visible(field, !screen.tellsImei()));
    visible(field, !screen.tellsImei());
    return field;
  }

  private ProgressBar bar() {
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(Text.of("download.step.download"));
    bar.progressProperty().bind(viewModel.shareProperty());
    bar.visibleProperty()
        .bind(Bindings.and(viewModel.runningProperty(), viewModel.shareProperty().greaterThan(0)));
    bar.managedProperty().bind(bar.visibleProperty());
    return bar;
  }

  private void show() {
    for (DownloadViewModel.Step step : DownloadViewModel.Step.values()) {
      DownloadViewModel.Shown shown = viewModel.step(step);
      StateMark mark = marks.get(step);
      Label line = words.get(step);
      if (mark != null && line != null) {
        mark.setState(shown.state());
        mark.setWords(shown.mark().isEmpty() ? words(shown.state()) : shown.mark());
        line.setText(shown.words());
        visible(line, !shown.words().isEmpty());
      }
    }
  }

  private static String words(simwright.ui.part.State state) {
    return switch (state) {
      case PASS -> Text.of("download.done");
      case FAIL, ERROR -> Text.of("download.failed");
      case BUSY, MARGINAL -> Text.of("state.busy");
      case WAITING -> Text.of("state.waiting");
      case IDLE -> Text.of("download.open");
    };
  }

  private void showEnd() {
    end.getChildren().clear();
    viewModel
        .failureProperty()
        .get()
        .ifPresent(failed -> end.getChildren().add(new FourLines(failed)));
    viewModel
        .resultProperty()
        .get()
        .flatMap(done -> done.announced().iccid())
        .ifPresent(iccid -> end.getChildren().add(new MaskedValue(Text.of("id.iccid"), iccid)));
    visible(end, !end.getChildren().isEmpty());
  }

  /// Orders of the simulated bench stand where the code is still empty.
  private void showExamples() {
    examples.getChildren().clear();
    if (code.getText().isBlank() && !viewModel.getExamples().isEmpty()) {
      Label head = FourLines.line(Text.of("download.examples"));
      head.getStyleClass().add("sw-muted");
      examples.getChildren().add(head);
      viewModel.getExamples().forEach(each -> examples.getChildren().add(example(each)));
    }
    visible(examples, !examples.getChildren().isEmpty());
  }

  private Button example(ProfilesSource.Example each) {
    String shown = DeviceText.literal(each.words());
    Button button =
        new Button(
            each.confirmation().isEmpty() ? shown : Text.format("download.example.code", shown));
    button.getStyleClass().addAll("small", "flat");
    button.setMinWidth(USE_PREF_SIZE);
    button.setAccessibleText(Text.format("download.example", shown));
    button.setOnAction(_ -> viewModel.take(each));
    return button;
  }

  private static void visible(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
