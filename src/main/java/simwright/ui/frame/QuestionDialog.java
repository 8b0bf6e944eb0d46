package simwright.ui.frame;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import simwright.ask.Question;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;

/// A question as a dialog; its buttons are named after the act. Esc answers nothing, which is a no
/// where there is no other way to say no.
final class QuestionDialog {
  /// Where the answer is typed, when it may be given, and how it reads.
  private record Entry(@Nullable Node field, BooleanBinding ready, Supplier<Object> answer) {}

  private QuestionDialog() {}

  static <A> Dialog<A> of(Question<A> question, Window owner) {
    Entry entry = entry(question);
    Dialog<A> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.initModality(Modality.WINDOW_MODAL);
    dialog.setTitle(question.title());
    ButtonType go = new ButtonType(act(question), ButtonData.OK_DONE);
    Optional<ButtonType> never = never(question);
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
    never.ifPresent(no -> box.getChildren().add(meaning(no)));
    Node field = entry.field();
    if (field != null) {
      field.setId("answer");
      field.setAccessibleText(question.title());
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

  /// How to say no for good, where that is more than to say nothing.
  private static Optional<ButtonType> never(Question<?> question) {
    return question instanceof Question.Consent consent
        ? consent
            .decline()
            .map(words -> new ButtonType(Text.format("ask.for-good", words), ButtonData.NO))
        : Optional.empty();
  }

  /// What is lost by it stands beside it.
  private static Label meaning(ButtonType no) {
    Label label = FourLines.line(Text.format("ask.for-good.meaning", no.getText()));
    label.getStyleClass().add("sw-muted");
    return label;
  }

  private static String act(Question<?> question) {
    return switch (question) {
      case Question.Consent consent -> consent.act();
      case Question.TypedConfirmation _ -> Text.of("ask.allow");
      case Question.Secret _, Question.Choice _, Question.NumberEntry _, Question.Scan _ ->
          Text.of("ask.use");
    };
  }

  private static Entry entry(Question<?> question) {
    return switch (question) {
      case Question.Consent _ -> new Entry(null, always(), () -> true);
      case Question.Secret _ -> secret();
      case Question.Choice choice -> choice(choice.options());
      case Question.NumberEntry number -> number(number);
      case Question.Scan _ -> scan();
      case Question.TypedConfirmation typed -> typed(typed.expected());
    };
  }

  private static BooleanBinding always() {
    return Bindings.createBooleanBinding(() -> true);
  }

  private static Entry secret() {
    PasswordField field = new PasswordField();
    return new Entry(field, field.textProperty().isNotEmpty(), () -> field.getText().toCharArray());
  }

  private static Entry choice(List<String> options) {
    ComboBox<String> box = new ComboBox<>();
    box.getItems().setAll(options);
    return new Entry(box, box.valueProperty().isNotNull(), box::getValue);
  }

  private static Entry number(Question.NumberEntry number) {
    TextField field = new TextField();
    field.setPromptText(Text.format("ask.number", number.least(), number.most(), number.unit()));
    BooleanBinding ready =
        Bindings.createBooleanBinding(
            () -> {
              double value = parse(field.getText());
              return value >= number.least() && value <= number.most();
            },
            field.textProperty());
    return new Entry(field, ready, () -> parse(field.getText()));
  }

  private static double parse(String text) {
    try {
      return Double.parseDouble(text.strip().replace(',', '.'));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static Entry scan() {
    TextField field = new TextField();
    return new Entry(field, field.textProperty().isNotEmpty(), field::getText);
  }

  private static Entry typed(String expected) {
    TextField field = new TextField();
    field.setPromptText(Text.of("ask.type"));
    return new Entry(field, field.textProperty().isEqualTo(expected), () -> true);
  }

  @SuppressWarnings("unchecked")
  private static <A> A cast(Object answer) {
    return (A) answer;
  }
}
