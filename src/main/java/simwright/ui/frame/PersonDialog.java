package simwright.ui.frame;

import java.util.List;
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
import javafx.util.StringConverter;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;

/// Asks for a name and a secret, and for a role where a person is registered; Esc declines.
final class PersonDialog extends Dialog<PersonDialog.Entry> {
  private static final List<String> ROLES = List.of("operator", "lead", "auditor", "admin");

  private final TextField name = new TextField();
  private final PasswordField secret = new PasswordField();
  private final ComboBox<String> role = new ComboBox<>();

  /// What was typed.
  record Entry(String name, char[] secret, String role) {}

  PersonDialog(Window owner, boolean register) {
    initOwner(owner);
    initModality(Modality.WINDOW_MODAL);
    String title = Text.of(register ? "person.register" : "person.sign-in");
    setTitle(title);
    ButtonType go = new ButtonType(title, ButtonData.OK_DONE);
    var pane = getDialogPane();
    pane.getStylesheets().setAll(owner.getScene().getStylesheets());
    pane.getStyleClass().addAll(owner.getScene().getRoot().getStyleClass());
    pane.getButtonTypes()
        .setAll(go, new ButtonType(Text.of("ask.decline"), ButtonData.CANCEL_CLOSE));
    name.setId("person-name");
    secret.setId("person-secret");
    role.getItems().setAll(ROLES);
    role.setConverter(words());
    role.setValue(ROLES.getFirst());
    Label head = FourLines.line(title);
    head.getStyleClass().add("sw-title");
    VBox box =
        new VBox(
            head,
            FourLines.line(Text.of(register ? "person.register.text" : "person.sign-in.text")),
            named(Text.of("person.name"), name),
            named(Text.of("person.secret"), secret));
    if (register) {
      box.getChildren().add(named(Text.of("person.role"), role));
    }
    box.getStyleClass().add("sw-screen");
    box.setPrefWidth(460);
    pane.setContent(box);
    Button button = (Button) pane.lookupButton(go);
    button
        .disableProperty()
        .bind(name.textProperty().isEmpty().or(secret.textProperty().isEmpty()));
    setOnShown(_ -> name.requestFocus());
    setResultConverter(pressed -> pressed == go ? entry() : null);
  }

  private Entry entry() {
    return new Entry(name.getText().strip(), secret.getText().toCharArray(), role.getValue());
  }

  private static VBox named(String words, Node field) {
    Label label = new Label(words);
    label.setLabelFor(field);
    field.setAccessibleText(words);
    VBox box = new VBox(label, field);
    box.getStyleClass().add("sw-list");
    return box;
  }

  private static StringConverter<String> words() {
    return new StringConverter<>() {
      @Override
      public String toString(String key) {
        return PersonChip.role(key);
      }

      @Override
      public String fromString(String text) {
        return text;
      }
    };
  }
}
