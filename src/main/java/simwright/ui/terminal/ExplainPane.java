package simwright.ui.terminal;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import simwright.runbook.Explained;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;

/// A line of the transcript with all its parts in words, as a tree.
final class ExplainPane extends VBox {
  private final TreeView<String> tree = new TreeView<>();

  ExplainPane(Runnable close) {
    getStyleClass().addAll("sw-column", "sw-side");
    Label head = new Label(Text.of("terminal.explain"));
    head.getStyleClass().add("sw-title");
    tree.setAccessibleText(Text.of("terminal.explain"));
    tree.setCellFactory(_ -> new Cell());
    VBox.setVgrow(tree, Priority.ALWAYS);
    Button shut = new Button(Text.of("keys.close"));
    shut.setOnAction(_ -> close.run());
    getChildren().addAll(head, tree, shut);
  }

  void show(Explained explained) {
    tree.setRoot(item(explained));
    tree.setShowRoot(!words(explained).isEmpty());
    tree.requestFocus();
  }

  private static TreeItem<String> item(Explained one) {
    TreeItem<String> item = new TreeItem<>(words(one));
    item.setExpanded(true);
    one.parts().forEach(part -> item.getChildren().add(item(part)));
    return item;
  }

  /// What is too long for the pane breaks into lines.
  private static final class Cell extends TreeCell<String> {
    Cell() {
      setWrapText(true);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable String words, boolean empty) {
      super.updateItem(words, empty);
      setText(empty ? null : words);
      setTooltip(empty ? null : new Tooltip(words));
    }
  }

  private static String words(Explained one) {
    return DeviceText.literal(
        Stream.of(one.text(), one.value(), one.meaning(), one.clause())
            .filter(part -> !part.isEmpty())
            .distinct()
            .collect(Collectors.joining(" · ")));
  }
}
