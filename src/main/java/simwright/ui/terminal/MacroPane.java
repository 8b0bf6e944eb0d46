package simwright.ui.terminal;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;

/// Where a person reads, changes and keeps macros.
final class MacroPane extends VBox {
  private final TerminalViewModel viewModel;
  private final ComboBox<String> name = new ComboBox<>();
  private final TextArea text = new TextArea();

  /// A pane that calls `kept` after a macro was kept, and `close` when it is no longer wanted.
  MacroPane(TerminalViewModel viewModel, Runnable kept, Runnable close) {
    this.viewModel = viewModel;
    getStyleClass().addAll("sw-column", "sw-side");
    Label head = new Label(Text.of("terminal.macros"));
    head.getStyleClass().add("sw-title");
    name.setEditable(true);
    name.setMaxWidth(Double.MAX_VALUE);
    name.setAccessibleText(Text.of("terminal.macro.name"));
    name.setPromptText(Text.of("terminal.macro.name"));
    name.valueProperty().addListener((_, _, _) -> show());
    text.setAccessibleText(Text.of("terminal.macro.text"));
    text.setWrapText(true);
    text.getStyleClass().add("sw-mono");
    VBox.setVgrow(text, Priority.ALWAYS);
    Button save = new Button(Text.of("terminal.macro.save"));
    save.getStyleClass().add("accent");
    save.setOnAction(_ -> {
      viewModel.saveMacro(name.getEditor().getText().strip(), text.getText());
      kept.run();
    });
    save.disableProperty().bind(name.getEditor().textProperty().isEmpty());
    Button shut = new Button(Text.of("keys.close"));
    shut.setOnAction(_ -> close.run());
    HBox acts = new HBox(save, shut);
    acts.getStyleClass().add("sw-row");
    Label how = FourLines.line(Text.of("terminal.macro.how"));
    how.getStyleClass().add("sw-muted");
    getChildren().addAll(head, name, how, text, acts);
  }

  /// Shows the macros there are now.
  void open() {
    String before = name.getEditor().getText();
    name.getItems().setAll(viewModel.macros().stream().map(Macro::name).toList());
    if (before.isEmpty() && !name.getItems().isEmpty()) {
      name.setValue(name.getItems().getFirst());
    }
    name.requestFocus();
  }

  private void show() {
    viewModel.macros().stream()
        .filter(macro -> macro.name().equals(name.getValue()))
        .findFirst()
        .ifPresent(macro -> text.setText(macro.text()));
  }
}
