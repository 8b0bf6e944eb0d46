package simwright.ui.catalog;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import simwright.job.LifecycleActs;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.State;
import simwright.ui.part.StateMark;

/// A migration plan: each of its profiles with how far it is and what would be done next.
public final class MigrateView {
  private final LifecycleModel viewModel;

  @FXML private Label standing;
  @FXML private Button migrate;
  @FXML private VBox profiles;

  /// A view of the plan.
  public MigrateView(LifecycleModel viewModel) {
    this.viewModel = viewModel;
  }

  @FXML
  private void initialize() {
    standing.textProperty().bind(viewModel.standingProperty());
    migrate.disableProperty().bind(viewModel.plannedProperty().not());
    viewModel.getProfiles().addListener((ListChangeListener<LifecycleActs.Migrated>) _ -> show());
    viewModel.getNotes().addListener((ListChangeListener<String>) _ -> show());
    show();
  }

  private void show() {
    List<Node> lines = new ArrayList<>();
    viewModel.getProfiles().forEach(each -> lines.add(line(each)));
    viewModel.getNotes().forEach(each -> lines.add(FourLines.line(each)));
    profiles.getChildren().setAll(lines);
  }

  private static StateMark line(LifecycleActs.Migrated each) {
    boolean done = each.next().isEmpty();
    boolean failed = each.state().failed().isPresent();
    String pair = DeviceText.literal(each.pair().words());
    String stands = DeviceText.literal(each.state().words());
    StateMark mark =
        new StateMark(
            done ? State.PASS : failed ? State.FAIL : State.WAITING,
            done
                ? Text.format("catalog.migrate.done", pair, stands)
                : Text.format("catalog.migrate.open", pair, stands, each.next()));
    mark.setWrapText(true);
    mark.setMinHeight(Region.USE_PREF_SIZE);
    return mark;
  }

  @FXML
  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Text.of("catalog.migrate.choose"));
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(Text.of("catalog.migrate.files"), "*.yaml", "*.yml"));
    File file = chooser.showOpenDialog(profiles.getScene().getWindow());
    if (file != null) {
      viewModel.choose(file.toPath());
    }
  }

  @FXML
  private void migrate() {
    viewModel.migrate();
  }
}
