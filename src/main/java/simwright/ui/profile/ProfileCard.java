package simwright.ui.profile;

import java.nio.charset.StandardCharsets;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import simwright.euicc.SetNickname;
import simwright.rsp.qr.Picture;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.MaskedValue;
import simwright.ui.part.StateMark;

/// One profile: state, names, badges, ICCID, and what can be done with it.
final class ProfileCard extends VBox {
  private static final double ICON = 32;

  private final ProfileRow row;
  private final ProfilesViewModel viewModel;
  private final HBox renaming = new HBox();
  private final TextField name = new TextField();

  ProfileCard(ProfileRow row, ProfilesViewModel viewModel) {
    this.row = row;
    this.viewModel = viewModel;
    getStyleClass().add("sw-card");
    String given = row.given().isEmpty() ? "" : row.given() + " · ";
    getChildren().addAll(head(), FourLines.line(given + row.about()), badges());
    if (!row.tells().isEmpty()) {
      Label tells = FourLines.line(row.tells());
      tells.getStyleClass().add("sw-muted");
      getChildren().add(tells);
    }
    if (!row.why().isEmpty()) {
      Label why = FourLines.line(row.why());
      why.getStyleClass().add("sw-muted");
      getChildren().add(why);
    }
    if (row.iccid().isPresent()) {
      getChildren().addAll(acts(), renaming());
    }
  }

  ProfileRow row() {
    return row;
  }

  private HBox head() {
    StateMark mark = new StateMark(row.state(), row.stateWords());
    mark.setMinWidth(USE_PREF_SIZE);
    Label title = FourLines.line(row.name());
    title.getStyleClass().add("sw-title");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox head = new HBox(mark);
    row.icon().ifPresent(icon -> head.getChildren().add(picture(icon)));
    head.getChildren().add(title);
    head.getStyleClass().add("sw-row");
    return head;
  }

  private static ImageView picture(Picture icon) {
    ImageView view = new ImageView(Pixels.image(icon));
    view.setFitWidth(ICON);
    view.setFitHeight(ICON);
    view.setPreserveRatio(true);
    return view;
  }

  private FlowPane badges() {
    FlowPane line = new FlowPane();
    line.getStyleClass().add("sw-cells");
    row.iccid()
        .ifPresent(iccid -> {
          Label kind = new Label(Text.of("id.iccid"));
          kind.getStyleClass().add("sw-muted");
          kind.setMinWidth(USE_PREF_SIZE);
          line.getChildren().addAll(kind, new MaskedValue(Text.of("id.iccid"), iccid));
        });
    row.badges()
        .forEach(words -> {
          Label badge = new Label(words);
          badge.getStyleClass().add("sw-badge");
          badge.setMinWidth(USE_PREF_SIZE);
          line.getChildren().add(badge);
        });
    return line;
  }

  private FlowPane acts() {
    Button turn =
        new Button(row.enabled() ? Text.of("profile.disable") : Text.of("profile.enable"));
    turn.setAccessibleText(
        row.enabled()
            ? Text.format("profile.disable.of", row.name())
            : Text.format("profile.enable.of", row.name()));
    turn.setMinWidth(USE_PREF_SIZE);
    turn.disableProperty().bind(viewModel.freeProperty().not().or(constant(!row.mayTurn())));
    turn.setOnAction(_ -> turn());
    MenuItem rename = new MenuItem(Text.of("profile.rename"));
    rename.setOnAction(_ -> beginRename());
    MenuItem delete = new MenuItem(Text.of("profile.delete"));
    delete.setDisable(!row.mayDelete());
    delete.setOnAction(_ -> viewModel.delete(row));
    MenuButton more = new MenuButton(Text.of("profile.more"));
    more.getItems().addAll(rename, delete);
    more.setAccessibleText(Text.format("profile.more.of", row.name()));
    more.setMinWidth(USE_PREF_SIZE);
    more.disableProperty().bind(viewModel.freeProperty().not());
    FlowPane acts = new FlowPane(turn, more);
    acts.getStyleClass().add("sw-acts");
    return acts;
  }

  private static BooleanBinding constant(boolean value) {
    return Bindings.createBooleanBinding(() -> value);
  }

  private void turn() {
    if (row.enabled()) {
      viewModel.disable(row);
    } else {
      viewModel.enable(row);
    }
  }

  private HBox renaming() {
    name.setPromptText(Text.of("profile.nickname"));
    name.setAccessibleText(Text.of("profile.nickname"));
    name.setOnAction(_ -> keep());
    HBox.setHgrow(name, Priority.ALWAYS);
    Label left = new Label();
    left.getStyleClass().add("sw-muted");
    left.setMinWidth(USE_PREF_SIZE);
    left.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> Text.format("profile.rename.bytes", bytes(), SetNickname.MOST),
                name.textProperty()));
    Button keep = new Button(Text.of("profile.rename.keep"));
    keep.setMinWidth(USE_PREF_SIZE);
    keep.disableProperty()
        .bind(Bindings.createBooleanBinding(() -> bytes() > SetNickname.MOST, name.textProperty()));
    keep.setOnAction(_ -> keep());
    renaming.getChildren().addAll(name, left, keep);
    renaming.getStyleClass().add("sw-row");
    show(false);
    return renaming;
  }

  /// Opens the field for the nickname.
  void beginRename() {
    show(true);
    name.setText(row.name());
    name.requestFocus();
    name.selectAll();
  }

  /// How long the nickname is on the card.
  private int bytes() {
    return name.getText().getBytes(StandardCharsets.UTF_8).length;
  }

  private void keep() {
    if (bytes() > SetNickname.MOST) {
      return;
    }
    show(false);
    viewModel.rename(row, name.getText());
  }

  private void show(boolean open) {
    renaming.setVisible(open);
    renaming.setManaged(open);
  }
}
