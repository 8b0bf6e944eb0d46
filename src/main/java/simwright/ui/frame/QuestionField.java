package simwright.ui.frame;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import simwright.ask.Question;
import simwright.ui.fx.Text;
import simwright.ui.part.ShownPicture;

/// Where the answer to a question is typed (nothing for one that is only agreed to), when it may be
/// given, and how it reads.
public record QuestionField(@Nullable Node field, BooleanBinding ready, Supplier<Object> answer) {
  /// What a question needs.
  public static QuestionField of(Question<?> question) {
    QuestionField entry =
        switch (question) {
          case Question.Pictured<?> pictured -> of(pictured.asked());
          case Question.Consent _ -> new QuestionField(null, always(), () -> true);
          case Question.Secret _ -> secret();
          case Question.Choice choice -> choice(choice);
          case Question.NumberEntry number -> number(number);
          case Question.Attach attach -> attach(attach);
          case Question.Scan _ -> scan();
          case Question.TypedConfirmation typed -> typed(typed.expected());
        };
    Node field = entry.field();
    if (field != null) {
      field.setId("answer");
      field.setAccessibleText(question.title());
    }
    return entry;
  }

  /// What the button that gives the answer is called.
  public static String act(Question<?> question) {
    return switch (question) {
      case Question.Pictured<?> pictured -> act(pictured.asked());
      case Question.Consent consent -> consent.act();
      case Question.TypedConfirmation _ -> Text.of("ask.allow");
      case Question.Attach _ -> Text.of("ask.attach");
      case Question.Secret _, Question.Choice _, Question.NumberEntry _, Question.Scan _ ->
          Text.of("ask.use");
    };
  }

  /// How to say no for good, where that is more than to say nothing.
  public static Optional<String> never(Question<?> question) {
    return question instanceof Question.Consent consent ? consent.decline() : Optional.empty();
  }

  /// What is shown beside it.
  public static Optional<ShownPicture> picture(Question<?> question) {
    return question instanceof Question.Pictured<?> pictured
        ? Optional.of(new ShownPicture(pictured.shown()))
        : Optional.empty();
  }

  private static BooleanBinding always() {
    return Bindings.createBooleanBinding(() -> true);
  }

  private static QuestionField secret() {
    PasswordField field = new PasswordField();
    return new QuestionField(
        field, field.textProperty().isNotEmpty(), () -> field.getText().toCharArray());
  }

  private static QuestionField choice(Question.Choice choice) {
    ComboBox<String> box = new ComboBox<>();
    box.getItems().setAll(choice.options());
    return new QuestionField(box, box.valueProperty().isNotNull(), box::getValue);
  }

  private static QuestionField number(Question.NumberEntry number) {
    TextField field = new TextField();
    field.setPromptText(Text.format("ask.number", number.least(), number.most(), number.unit()));
    BooleanBinding ready =
        Bindings.createBooleanBinding(
            () -> {
              double value = parse(field.getText());
              return value >= number.least() && value <= number.most();
            },
            field.textProperty());
    return new QuestionField(field, ready, () -> parse(field.getText()));
  }

  private static double parse(String text) {
    try {
      return Double.parseDouble(text.strip().replace(',', '.'));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static QuestionField attach(Question.Attach question) {
    AttachField field = new AttachField(question.title());
    return new QuestionField(field, field.ready(), field::handed);
  }

  private static QuestionField scan() {
    TextField field = new TextField();
    return new QuestionField(field, field.textProperty().isNotEmpty(), field::getText);
  }

  private static QuestionField typed(String expected) {
    TextField field = new TextField();
    field.setPromptText(Text.of("ask.type"));
    return new QuestionField(field, field.textProperty().isEqualTo(expected), () -> true);
  }
}
