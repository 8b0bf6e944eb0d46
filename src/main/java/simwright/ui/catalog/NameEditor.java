package simwright.ui.catalog;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import simwright.catalog.CatalogProfile;
import simwright.catalog.naming.NameCheck;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.State;
import simwright.ui.part.StateMark;

/// The name of a profile, checked as one types, with the name that is proposed instead.
final class NameEditor extends VBox {
  private final CatalogModel viewModel;
  private final CatalogProfile profile;
  private final TextField name;
  private final StateMark verdict = new StateMark();
  private final Button proposed = new Button();
  private final Button rename = new Button(Text.of("catalog.name.save"));

  NameEditor(CatalogModel viewModel, CatalogProfile profile) {
    this.viewModel = viewModel;
    this.profile = profile;
    this.name = new TextField(profile.name());
    getStyleClass().add("sw-column");
    name.setAccessibleText(Text.of("catalog.name.edit"));
    name.setPrefWidth(320);
    name.textProperty().addListener((_, _, _) -> check());
    name.setOnAction(_ -> rename());
    proposed.setMnemonicParsing(false);
    rename.setOnAction(_ -> rename());
    verdict.setWrapText(true);
    verdict.setMinHeight(USE_PREF_SIZE);
    FlowPane row = new FlowPane(name, rename, proposed);
    row.getStyleClass().add("sw-header");
    getChildren().addAll(row, verdict);
    show(false);
    check();
  }

  private void check() {
    String typed = name.getText();
    viewModel.check(
        profile,
        typed,
        check -> {
          if (typed.equals(name.getText())) {
            tell(check);
          }
        });
  }

  private void tell(NameCheck check) {
    verdict.setState(check.fits() ? State.PASS : State.FAIL);
    verdict.setWords(
        check.fits()
            ? Text.of("catalog.name.fits")
            : DeviceText.literal(String.join("; ", check.wrong())));
    check
        .proposal()
        .ifPresent(better -> {
          proposed.setText(Text.format("catalog.name.use", better));
          proposed.setOnAction(_ -> name.setText(better));
        });
    show(check.proposal().isPresent());
    rename.setDisable(!check.fits() || name.getText().equals(profile.name()));
  }

  private void show(boolean better) {
    proposed.setVisible(better);
    proposed.setManaged(better);
  }

  private void rename() {
    if (!rename.isDisable()) {
      viewModel.rename(profile, name.getText());
    }
  }
}
