package simwright.ui.acceptance;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

/// Slots in columns of one width; every row is as high as its highest slot. Arrow keys go from slot
/// to slot.
final class SlotGrid extends Pane {
  private static final double GAP = 12;
  private static final double LEAST = 240;

  SlotGrid() {
    getStyleClass().add("sw-slots");
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    List<Node> all = getChildren();
    int at = all.indexOf(getScene().getFocusOwner());
    int columns = columns(getWidth());
    int to =
        switch (event.getCode()) {
          case LEFT -> at - 1;
          case RIGHT -> at + 1;
          case UP -> at - columns;
          case DOWN -> at + columns;
          default -> -1;
        };
    if (at >= 0 && to >= 0 && to < all.size()) {
      all.get(to).requestFocus();
      event.consume();
    }
  }

  private int columns(double width) {
    int fit = (int) Math.floor((width + GAP) / (LEAST + GAP));
    return Math.clamp(fit, 1, Math.max(1, getManagedChildren().size()));
  }

  private static double wide(double width, int columns) {
    return Math.floor((width - (columns - 1) * GAP) / columns);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return LEAST;
  }

  @Override
  protected double computePrefHeight(double width) {
    return arrange(width < 0 ? LEAST : width, false);
  }

  @Override
  protected void layoutChildren() {
    double unused = arrange(getWidth(), true);
  }

  private double arrange(double width, boolean place) {
    List<Node> all = getManagedChildren();
    int columns = columns(width);
    double wide = wide(width, columns);
    double y = 0;
    for (int from = 0; from < all.size(); from += columns) {
      List<Node> row = all.subList(from, Math.min(all.size(), from + columns));
      double high = row.stream().mapToDouble(each -> each.prefHeight(wide)).max().orElse(0);
      for (int i = 0; place && i < row.size(); i++) {
        row.get(i).resizeRelocate(i * (wide + GAP), y, wide, high);
      }
      y += high + GAP;
    }
    return Math.max(0, y - GAP);
  }
}
