package simwright.ui.frame;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import simwright.ui.fx.Text;

/// The command palette over the frame: type, choose with the arrows, Enter acts, Esc closes.
final class PalettePane extends StackPane {
  private final Palette palette;
  private final TextField query = new TextField();
  private final ListView<Action> list;
  private javafx.scene.@Nullable Node before;

  PalettePane(Palette palette) {
    this.palette = palette;
    getStyleClass().add("sw-veil");
    query.setPromptText(Text.of("palette.prompt"));
    query.setAccessibleText(Text.of("palette.prompt"));
    query.setId("palette-query");
    query.textProperty().bindBidirectional(palette.queryProperty());
    list = new ListView<>(palette.found());
    list.setId("palette-list");
    list.setAccessibleText(Text.of("palette.list"));
    list.setCellFactory(_ -> new Cell());
    list.setOnMouseClicked(_ -> act());
    list.setPlaceholder(new Label(Text.of("palette.none")));
    VBox box = new VBox(query, list);
    box.getStyleClass().add("sw-palette");
    box.setMaxSize(560, 420);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().add(box);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    setOnMouseClicked(event -> {
      if (event.getTarget() == this) {
        close();
      }
    });
    setVisible(false);
  }

  void open() {
    if (!isVisible()) {
      before = getScene().getFocusOwner();
    }
    palette.open();
    setVisible(true);
    list.getSelectionModel().selectFirst();
    query.requestFocus();
  }

  void close() {
    setVisible(false);
    if (before != null) {
      before.requestFocus();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      act();
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN && query.isFocused()) {
      list.getSelectionModel().selectNext();
      event.consume();
    } else if (event.getCode() == KeyCode.UP && query.isFocused()) {
      list.getSelectionModel().selectPrevious();
      event.consume();
    }
  }

  private void act() {
    Action action = list.getSelectionModel().getSelectedItem();
    if (action == null && !palette.found().isEmpty()) {
      action = palette.found().getFirst();
    }
    if (action != null) {
      close();
      action.act().run();
    }
  }

  private static final class Cell extends ListCell<Action> {
    Cell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Action action, boolean empty) {
      super.updateItem(action, empty);
      setText(null);
      setGraphic(null);
      if (!empty && action != null) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label words = new Label(action.words());
        Label keys = new Label(action.keys());
        keys.getStyleClass().add("sw-muted");
        keys.setMinWidth(USE_PREF_SIZE);
        words.setMinWidth(0);
        words.setTooltip(new Tooltip(action.words()));
        HBox row = new HBox(words, space, keys);
        row.getStyleClass().add("sw-row");
        setGraphic(row);
        setAccessibleText(action.words());
      }
    }
  }
}
