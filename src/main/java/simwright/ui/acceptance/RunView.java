package simwright.ui.acceptance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import simwright.acceptance.Samples;
import simwright.ui.frame.Action;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.Gantt;

/// A run with its steps, measurements and the bytes behind them; while it is under way it grows.
public final class RunView {
  private final RunModel viewModel;
  private final String none;
  private List<AcceptanceSource.Step> drawn = List.of();
  private List<Samples> read = List.of();

  @FXML private MenuButton reports;
  @FXML private VBox samples;
  @FXML private VBox steps;
  @FXML private VBox times;

  /// A view of a run; `none` stands where there is none.
  public RunView(RunModel viewModel, String none) {
    this.viewModel = viewModel;
    this.none = none;
  }

  /// What it shows.
  public RunModel getViewModel() {
    return viewModel;
  }

  @FXML
  private void initialize() {
    for (AcceptanceSource.Form form : AcceptanceSource.Form.values()) {
      MenuItem item = new MenuItem(words(form));
      item.setOnAction(_ -> viewModel.report(form));
      reports.getItems().add(item);
    }
    viewModel.runProperty().addListener((_, _, now) -> show(now));
    show(viewModel.getRun());
  }

  /// What the palette offers of it.
  public List<Action> actions() {
    return Arrays.stream(AcceptanceSource.Form.values())
        .map(form -> new Action(words(form), "", () -> viewModel.report(form)))
        .toList();
  }

  /// Rows of steps that did not change stay, so that the focus stays in them while a run goes on.
  private void show(Optional<AcceptanceSource.Run> run) {
    showTimes(run);
    showSamples(run.map(AcceptanceSource.Run::samples).orElse(List.of()));
    if (run.isEmpty()) {
      drawn = List.of();
      steps.getChildren().setAll(FourLines.line(none));
      return;
    }
    List<AcceptanceSource.Step> now = run.get().steps();
    int same = 0;
    while (same < Math.min(now.size(), drawn.size()) && now.get(same).equals(drawn.get(same))) {
      same++;
    }
    if (drawn.isEmpty()) {
      steps.getChildren().clear();
    } else {
      steps.getChildren().remove(same, drawn.size());
    }
    now.subList(same, now.size())
        .forEach(step -> steps.getChildren().add(new StepRow(step, viewModel)));
    drawn = List.copyOf(now);
  }

  /// The steps over time, once all of them are known.
  private void showTimes(Optional<AcceptanceSource.Run> run) {
    List<Gantt.Bar> bars =
        run.filter(one -> one.verdict().isPresent()).stream()
            .flatMap(one -> one.steps().stream())
            .map(step ->
                new Gantt.Bar(
                    DeviceText.literal(step.title()), step.at(), step.took(), step.state()))
            .toList();
    if (bars.isEmpty()) {
      times.getChildren().clear();
    } else {
      Gantt gantt = new Gantt(bars);
      gantt.setAccessibleText(Text.format("gantt.said", bars.size()));
      Label title = FourLines.line(Text.of("gantt.title"));
      title.getStyleClass().add("sw-strong");
      times.getChildren().setAll(title, gantt);
    }
  }

  private void showSamples(List<Samples> now) {
    if (!now.equals(read)) {
      read = now;
      List<SampleRow> rows = new ArrayList<>();
      now.forEach(each -> rows.add(new SampleRow(each)));
      samples.getChildren().setAll(rows);
    }
    samples.setVisible(!now.isEmpty());
    samples.setManaged(!now.isEmpty());
  }

  private static String words(AcceptanceSource.Form form) {
    return switch (form) {
      case HTML -> Text.of("acceptance.report.html");
      case PDF -> Text.of("acceptance.report.pdf");
      case CERTIFICATE -> Text.of("acceptance.report.certificate");
      case LABEL -> Text.of("acceptance.report.label");
      case JSON -> Text.of("acceptance.report.json");
      case CSV -> Text.of("acceptance.report.csv");
      case JUNIT -> Text.of("acceptance.report.junit");
    };
  }
}
