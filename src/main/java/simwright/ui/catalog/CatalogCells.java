package simwright.ui.catalog;

import java.time.format.DateTimeFormatter;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import simwright.catalog.ByteCount;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Field;
import simwright.catalog.LifecycleState;
import simwright.catalog.Move;
import simwright.catalog.check.Finding;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.State;
import simwright.ui.part.StateMark;

/// What single cells and lines of the catalog say.
final class CatalogCells {
  private CatalogCells() {}

  static String check(CatalogRow row) {
    return row.findings().isEmpty()
        ? Text.of("catalog.sound")
        : Text.format("catalog.odd", row.findings().size());
  }

  static String state(CatalogRow row) {
    String state =
        row.profile().state() == LifecycleState.REVOKED
            ? Text.of("catalog.retire.open")
            : row.profile().state().key();
    return row.profile().staged() ? Text.format("catalog.staged", state) : state;
  }

  static Label finding(Finding finding) {
    StateMark mark =
        new StateMark(
            State.FAIL,
            Text.format("catalog.finding", finding.check(), DeviceText.literal(finding.words())));
    mark.setWrapText(true);
    mark.setMinHeight(Label.USE_PREF_SIZE);
    return mark;
  }

  static Label field(CatalogProfile profile, String field) {
    String value =
        field.equals(Field.DATA_CAP.key()) && profile.cap().isPresent()
            ? new ByteCount(profile.cap().getAsLong()).words()
            : Field.of(field).map(each -> profile.told(each, false)).orElse("");
    return FourLines.line(Text.format("catalog.field", field, DeviceText.literal(value)));
  }

  static String move(Move move, DateTimeFormatter when) {
    String at = when.format(move.at());
    String why = DeviceText.literal(move.why());
    return move.from().isEmpty()
        ? Text.format("catalog.history.first", at, move.to(), move.actor(), why)
        : Text.format("catalog.history", at, move.from(), move.to(), move.actor(), why);
  }

  /// Whether something is odd, as shape, word and colour.
  static final class Check extends TableCell<CatalogRow, String> {
    @Override
    protected void updateItem(@Nullable String words, boolean empty) {
      super.updateItem(words, empty);
      CatalogRow row = getTableRow() == null ? null : getTableRow().getItem();
      setText(null);
      setGraphic(
          empty || words == null || row == null
              ? null
              : new StateMark(row.findings().isEmpty() ? State.PASS : State.FAIL, words));
    }
  }
}
