package simwright.ui.part;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import simwright.fault.Fault;
import simwright.ui.fx.Text;

/// What stands where rows will be: that they are being read, that there are none, or why they could
/// not be read.
public final class Placeholder {
  private final String none;
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

  /// With the words for no rows.
  public Placeholder(String none) {
    this.none = none;
    words.set(none);
  }

  /// The rows are being read.
  public void reading() {
    words.set(Text.of("list.reading"));
  }

  /// They were read.
  public void read() {
    words.set(none);
  }

  /// They could not be read.
  public void failed(Fault fault) {
    words.set(Text.format("list.failed", fault.code()));
  }

  /// The words as they stand.
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /// A label that says it.
  public Label label() {
    Label label = FourLines.line("");
    label.getStyleClass().add("sw-placeholder");
    label.textProperty().bind(words);
    return label;
  }
}
