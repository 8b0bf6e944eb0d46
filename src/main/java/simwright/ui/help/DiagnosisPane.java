package simwright.ui.help;

import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import simwright.device.Rung;
import simwright.fault.FaultCode;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.LadderView;
import simwright.ui.part.StateMark;

/// The guided diagnosis: one row a rung, the next step where it is stuck.
final class DiagnosisPane extends VBox {
  private final DiagnosisViewModel viewModel;
  private final Consumer<FaultCode> lookUp;
  private final VBox rows = new VBox();

  /// A pane that opens the runbook at a code by `lookUp`.
  DiagnosisPane(DiagnosisViewModel viewModel, Consumer<FaultCode> lookUp) {
    this.viewModel = viewModel;
    this.lookUp = lookUp;
    getStyleClass().add("sw-screen");
    Label conclusion = FourLines.line("");
    conclusion.getStyleClass().add("sw-title");
    conclusion.setMaxWidth(Double.MAX_VALUE);
    conclusion.textProperty().bind(viewModel.conclusionProperty());
    HBox.setHgrow(conclusion, Priority.ALWAYS);
    Button again = new Button(Text.of("diagnosis.again"));
    again.getStyleClass().add("accent");
    again.setMinWidth(USE_PREF_SIZE);
    again.setOnAction(_ -> viewModel.again());
    again.disableProperty().bind(viewModel.readyProperty().not());
    HBox head = new HBox(conclusion, again);
    head.getStyleClass().add("sw-row");
    rows.getStyleClass().add("sw-steps");
    getChildren().addAll(head, rows);
    viewModel
        .getFindings()
        .addListener((ListChangeListener<DiagnosisViewModel.Finding>) _ -> show());
    show();
  }

  private void show() {
    rows.getChildren().setAll(viewModel.getFindings().stream().map(this::row).toList());
  }

  private Node row(DiagnosisViewModel.Finding finding) {
    Rung rung = finding.rung();
    StateMark mark = new StateMark(LadderView.state(rung.state()), LadderView.name(rung.step()));
    mark.setMinWidth(140);
    Label question = FourLines.line(Text.of(question(rung.step())));
    question.getStyleClass().add("sw-muted");
    question.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(question, Priority.ALWAYS);
    HBox head = new HBox(mark, question);
    head.getStyleClass().add("sw-row");
    VBox row = new VBox(head, found(rung));
    row.getStyleClass().add("sw-step");
    if (!finding.next().isEmpty()) {
      Label next = FourLines.line(finding.next());
      next.getStyleClass().add("sw-diagnosis-words");
      row.getChildren().add(next);
    }
    rung.code()
        .ifPresent(code -> {
          Button look = new Button(Text.format("diagnosis.look-up", code));
          look.getStyleClass().addAll("flat", "small");
          look.setOnAction(_ -> lookUp.accept(code));
          HBox acts = new HBox(look);
          acts.getStyleClass().add("sw-diagnosis-words");
          row.getChildren().add(acts);
        });
    return row;
  }

  private Label found(Rung rung) {
    String meaning = rung.code().map(viewModel::meaning).orElse("");
    Label words = FourLines.line((DeviceText.literal(rung.words()) + ". " + meaning).strip());
    words.getStyleClass().add("sw-diagnosis-words");
    if (rung.state() == Rung.State.FAILED) {
      words.getStyleClass().add("sw-strong");
    }
    return words;
  }

  private static String question(Rung.Step step) {
    return switch (step) {
      case PORT -> "diagnosis.port";
      case MODEM -> "diagnosis.modem";
      case SIM -> "diagnosis.sim";
      case EUICC -> "diagnosis.euicc";
      case REGISTERED -> "diagnosis.registered";
      case CONTEXT -> "diagnosis.context";
      case PING -> "diagnosis.ping";
      case READER -> "diagnosis.reader";
      case CARD -> "diagnosis.card";
      case PROFILE -> "diagnosis.profile";
      case ISD_R -> "diagnosis.isd-r";
      case EID -> "diagnosis.eid";
    };
  }
}
