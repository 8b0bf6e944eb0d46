package simwright.ui.frame;

import java.io.File;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import simwright.ask.Handed;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;

/// Where a person hands over a file, chosen, dropped or typed as a path, or a note; below it stands
/// what it is taken for.
final class AttachField extends VBox {
  private final TextField typed = new TextField();
  private final Label taken = FourLines.line("");

  AttachField(String title) {
    getStyleClass().add("sw-column");
    typed.setPromptText(Text.of("ask.attach.prompt"));
    typed.setAccessibleText(title);
    HBox.setHgrow(typed, Priority.ALWAYS);
    Button choose = new Button(Text.of("ask.attach.choose"));
    choose.setMinWidth(USE_PREF_SIZE);
    choose.setOnAction(_ -> choose());
    HBox row = new HBox(typed, choose);
    row.getStyleClass().add("sw-row");
    taken.getStyleClass().add("sw-muted");
    taken
        .textProperty()
        .bind(Bindings.createStringBinding(() -> words(typed.getText()), typed.textProperty()));
    getChildren().addAll(row, taken);
    setOnDragOver(event -> {
      if (event.getDragboard().hasFiles()) {
        event.acceptTransferModes(TransferMode.COPY);
      }
      event.consume();
    });
    setOnDragDropped(event -> {
      event.getDragboard().getFiles().stream().findFirst().ifPresent(this::take);
      event.setDropCompleted(event.getDragboard().hasFiles());
      event.consume();
    });
  }

  /// Whether it can be handed over.
  BooleanBinding ready() {
    return Bindings.createBooleanBinding(
        () -> Handed.read(typed.getText()).isPresent(), typed.textProperty());
  }

  /// What is handed over.
  Object handed() {
    return Handed.read(typed.getText()).orElseThrow();
  }

  @Override
  public void requestFocus() {
    typed.requestFocus();
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(typed.getAccessibleText());
    Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow())).ifPresent(this::take);
  }

  private void take(File file) {
    typed.setText(file.getPath());
  }

  private static String words(String text) {
    if (text.isBlank()) {
      return Text.of("ask.attach.nothing");
    }
    return Handed.read(text)
        .map(handed ->
            switch (handed) {
              case Handed.Document document ->
                  Text.format(
                      "ask.attach.file",
                      DeviceText.literal(String.valueOf(document.path().getFileName())));
              case Handed.Note _ -> Text.of("ask.attach.note");
            })
        .orElse(Text.of("ask.attach.gone"));
  }
}
