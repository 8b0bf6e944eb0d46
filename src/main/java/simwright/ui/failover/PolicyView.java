package simwright.ui.failover;

import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import simwright.failover.Decision;
import simwright.failover.policy.Finding;
import simwright.failover.policy.PolicyFile;
import simwright.job.FailoverActs;
import simwright.ui.failover.PolicyModel.Simulated;
import simwright.ui.frame.Action;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.State;

/// A policy as it is written, what its lint finds, and the decisions that it comes to in a trace.
public final class PolicyView {
  private static final int MOST = 200;

  private final PolicyModel viewModel;

  @FXML private ComboBox<PolicyFile> policies;
  @FXML private ComboBox<String> traces;
  @FXML private VBox findings;
  @FXML private VBox result;
  @FXML private TextArea text;

  /// A view of policies.
  PolicyView(PolicyModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    Offered.policies(policies, viewModel.getPolicies(), viewModel.policyProperty());
    viewModel.policyProperty().addListener((_, _, now) -> now.ifPresent(this::show));
    viewModel.policyProperty().get().ifPresent(this::show);
    traces.setItems(viewModel.getTraces());
    traces.getEditor().textProperty().bindBidirectional(viewModel.traceProperty());
    viewModel.simulatedProperty().addListener((_, _, now) -> show(now));
    show(viewModel.simulatedProperty().get());
  }

  @FXML
  private void file() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Text.of("failover.trace.file"));
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(Text.of("failover.trace"), "*.yaml", "*.yml"));
    File file = chooser.showOpenDialog(text.getScene().getWindow());
    if (file != null) {
      viewModel.traceProperty().set(file.toString());
    }
  }

  @FXML
  private void simulate() {
    viewModel.simulate();
  }

  /// What the palette offers here.
  List<Action> actions() {
    return List.of(new Action(Text.of("failover.simulate"), "", viewModel::simulate));
  }

  private void show(PolicyFile file) {
    text.setText(file.text());
    List<Node> lines = new ArrayList<>();
    lines.add(FourLines.line(DeviceText.literal(file.policy().about())));
    lines.add(
        Marks.muted(
            Text.format(
                file.own() ? "failover.policy.own" : "failover.policy.shipped",
                file.policy().keep().viable(),
                file.policy().keep().staged(),
                file.policy().keep().fallback(),
                file.policy().keep().days())));
    file.findings().stream().map(PolicyView::finding).forEach(lines::add);
    if (file.findings().isEmpty()) {
      lines.add(Marks.mark(State.PASS, Text.of("failover.lint.clean")));
    }
    findings.getChildren().setAll(lines);
  }

  private static Node finding(Finding finding) {
    return Marks.mark(
        finding.wrong() ? State.FAIL : State.MARGINAL,
        Text.format(
            finding.wrong() ? "failover.lint.wrong" : "failover.lint.doubtful",
            finding.line(),
            DeviceText.literal(finding.why())));
  }

  private void show(Optional<Simulated> now) {
    if (now.isEmpty()) {
      result.getChildren().setAll(Marks.muted(Text.of("failover.simulated.none")));
      return;
    }
    Simulated made = now.get();
    List<Node> lines = new ArrayList<>();
    lines.add(
        Marks.mark(
            FailoverWords.mark(made.result().end().state()),
            Text.format(
                "failover.simulated",
                DeviceText.literal(made.trace().name()),
                DeviceText.literal(made.policy().policy().name()),
                made.result().switches(),
                made.result().flaps(),
                made.result().withoutService().toSeconds(),
                made.result()
                    .inUse()
                    .map(DeviceText::literal)
                    .orElse(Text.of("failover.simulated.nothing")),
                FailoverWords.state(made.result().end().state()))));
    made.result().decisions().stream()
        .limit(MOST)
        .map(each -> decision(made, each))
        .forEach(lines::add);
    if (made.result().decisions().size() > MOST) {
      lines.add(
          Marks.muted(
              Text.format("failover.simulated.more", made.result().decisions().size() - MOST)));
    }
    result.getChildren().setAll(lines);
  }

  private static Node decision(Simulated made, Decision decision) {
    VBox box =
        new VBox(
            Marks.mark(
                FailoverWords.mark(decision.after().state()),
                Text.format(
                    "failover.simulated.line",
                    Duration.between(made.trace().start(), decision.at()).toSeconds(),
                    FailoverWords.state(decision.before().state()),
                    FailoverWords.state(decision.after().state()))),
            FourLines.line(DeviceText.literal(FailoverActs.why(decision))));
    box.getStyleClass().add("sw-step");
    return box;
  }
}
