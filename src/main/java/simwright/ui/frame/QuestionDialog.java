package simwright.ui.frame;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import simwright.ask.Question;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;

/// A question as a dialog; its buttons are named after the act. Esc answers nothing, which is a no
/// where there is no other way to say no.
final class QuestionDialog {
  private QuestionDialog() {}

  static <A> Dialog<A> of(Question<A> question, Window owner) {
    QuestionField entry = QuestionField.of(question);
    Dialog<A> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.initModality(Modality.WINDOW_MODAL);
    dialog.setTitle(question.title());
    ButtonType go = new ButtonType(QuestionField.act(question), ButtonData.OK_DONE);
    Optional<ButtonType> never =
        QuestionField.never(question)
            .map(words -> new ButtonType(Text.format("ask.for-good", words), ButtonData.NO));
    ButtonType leave =
        new ButtonType(
            Text.of(never.isPresent() ? "ask.later" : "ask.decline"), ButtonData.CANCEL_CLOSE);
    var pane = dialog.getDialogPane();
    pane.getStylesheets().setAll(owner.getScene().getStylesheets());
    pane.getStyleClass().addAll(owner.getScene().getRoot().getStyleClass());
    pane.getButtonTypes().setAll(go, leave);
    never.ifPresent(pane.getButtonTypes()::add);
    Label title = FourLines.line(question.title());
    title.getStyleClass().add("sw-title");
    VBox box = new VBox(title, FourLines.line(question.text()));
    box.getStyleClass().add("sw-screen");
    box.setPrefWidth(460);
    QuestionField.picture(question).ifPresent(box.getChildren()::add);
    never.ifPresent(no -> box.getChildren().add(meaning(no)));
    Node field = entry.field();
    if (field != null) {
      box.getChildren().add(field);
      dialog.setOnShown(_ -> field.requestFocus());
    }
    pane.setContent(box);
    Button button = (Button) pane.lookupButton(go);
    button.disableProperty().bind(entry.ready().not());
    dialog.setResultConverter(pressed ->
        pressed == go
            ? cast(entry.answer().get())
            : never.filter(pressed::equals).isPresent() ? cast(false) : null);
    return dialog;
  }

  /// What is lost by it stands beside it.
  private static Label meaning(ButtonType no) {
    Label label = FourLines.line(Text.format("ask.for-good.meaning", no.getText()));
    label.getStyleClass().add("sw-muted");
    return label;
  }

  @SuppressWarnings("unchecked")
  private static <A> A cast(Object answer) {
    return (A) answer;
  }
}
