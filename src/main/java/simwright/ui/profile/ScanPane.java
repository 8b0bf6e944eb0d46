package simwright.ui.profile;

import java.io.File;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import simwright.rsp.ActivationCode;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.State;
import simwright.ui.part.StateMark;

/// The ways to a code that nobody has to type: a file, the clipboard, a part of the screen, the
/// camera.
final class ScanPane extends VBox {
  private static final KeyCombination PASTE =
      new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

  private final CodeScan scan;
  private static final double SIGHT = 240;

  private final ImageView sight = new ImageView();
  private final Button stop;
  private final VBox looking = new VBox();
  private final FlowPane choices = new FlowPane();
  private final StateMark told = new StateMark();

  ScanPane(CodeScan scan) {
    this.scan = scan;
    this.stop = button(Text.of("scan.camera.stop"), Text.of("scan.camera.stop.of"), scan::forget);
    getStyleClass().add("sw-column");
    Label from = new Label(Text.of("scan.from"));
    from.getStyleClass().add("sw-muted");
    from.setMinWidth(USE_PREF_SIZE);
    FlowPane ways =
        new FlowPane(
            from,
            button(Text.of("scan.file"), Text.of("scan.file.of"), this::file),
            button(Text.of("scan.clipboard"), Text.of("scan.clipboard.of"), this::clipboard),
            button(Text.of("scan.screen"), Text.of("scan.screen.of"), this::screen),
            button(Text.of("scan.camera"), Text.of("scan.camera.of"), scan::watch));
    ways.getStyleClass().add("sw-acts");
    told.setWrapText(true);
    told.setMinHeight(USE_PREF_SIZE);
    choices.getStyleClass().add("sw-acts");
    sight.setFitWidth(SIGHT);
    sight.setPreserveRatio(true);
    sight.setAccessibleText(Text.of("scan.camera.sight"));
    looking.getChildren().setAll(stop, sight);
    looking.getStyleClass().add("sw-column");
    getChildren().addAll(ways, told, looking, choices);
    scan.seenProperty().addListener((_, _, _) -> show());
    scan.toldProperty().addListener((_, _, _) -> show());
    scan.getChoices().addListener((ListChangeListener<ActivationCode>) _ -> show());
    show();
  }

  private static Button button(String words, String whole, Runnable act) {
    Button button = new Button(words);
    button.setAccessibleText(whole);
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> act.run());
    return button;
  }

  /// What is dropped on this part of the screen is looked into; `shown` comes before.
  void droppable(Node place, Runnable shown) {
    place.setOnDragOver(event -> {
      if (event.getGestureSource() == null && Offer.worth(event.getDragboard())) {
        event.acceptTransferModes(TransferMode.COPY);
      }
      event.consume();
    });
    place.setOnDragDropped(event -> dropped(event, shown));
  }

  private void dropped(DragEvent event, Runnable shown) {
    boolean worth = Offer.worth(event.getDragboard());
    if (worth) {
      shown.run();
      scan.take(Offer.of(event.getDragboard()));
    }
    event.setDropCompleted(worth);
    event.consume();
  }

  /// Pasting a picture or a file where the code is typed looks for the code in it; text is pasted
  /// as ever.
  void pasteable(Node field) {
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          Clipboard board = Clipboard.getSystemClipboard();
          if (PASTE.match(event) && (board.hasFiles() || board.hasImage())) {
            clipboard();
            event.consume();
          }
        });
  }

  private void file() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Text.of("scan.file.title"));
    chooser
        .getExtensionFilters()
        .setAll(
            new FileChooser.ExtensionFilter(
                Text.of("scan.file.pictures"), "*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp"));
    File file = chooser.showOpenDialog(getScene().getWindow());
    if (file != null) {
      scan.take(Offer.file(file.toPath()));
    }
  }

  private void clipboard() {
    scan.take(Offer.of(Clipboard.getSystemClipboard()));
  }

  private void screen() {
    if (getScene().getWindow() instanceof Stage stage) {
      RegionPicker.ask(stage, picture -> scan.take(Offer.picture(picture)));
    }
  }

  private void show() {
    DownloadViewModel.Shown now = scan.toldProperty().get();
    told.setState(now.state());
    told.setWords(now.words());
    told.setVisible(now.state() != State.IDLE);
    told.setManaged(told.isVisible());
    choices.getChildren().setAll(scan.getChoices().stream().map(this::choice).toList());
    scan.seenProperty().get().ifPresent(picture -> sight.setImage(Pixels.image(picture)));
    looking.setVisible(scan.seenProperty().get().isPresent());
    looking.setManaged(looking.isVisible());
    choices.setVisible(!choices.getChildren().isEmpty());
    choices.setManaged(choices.isVisible());
  }

  private Button choice(ActivationCode code) {
    Button button = new Button(DeviceText.literal(code.hint()));
    button.getStyleClass().addAll("small", "sw-mono");
    button.setMinWidth(USE_PREF_SIZE);
    button.setAccessibleText(Text.format("scan.choose", DeviceText.literal(code.hint())));
    button.setOnAction(_ -> scan.choose(code));
    return button;
  }
}
