package simwright.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/// What a person would find fault with on a screen: cut text, text too pale, controls without
/// words.
public final class Look {
  private static final double LEAST_CONTRAST = 4.5;
  private static final double LEAST_SHAPE_CONTRAST = 3;

  private Look() {}

  /// All nodes that are really visible.
  public static List<Node> visible(Node root) {
    List<Node> all = new ArrayList<>();
    gather(root, all);
    return all;
  }

  /// What lies on top: the palette or the keys where they are open, else all.
  public static Parent top(Parent root) {
    return visible(root).stream()
        .filter(node -> node.getStyleClass().contains("sw-veil"))
        .map(Parent.class::cast)
        .findFirst()
        .orElse(root);
  }

  private static void gather(Node node, List<Node> all) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    all.add(node);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> gather(child, all));
    }
  }

  /// Labels whose text is shortened by dots, and texts that leave the scene sideways.
  public static List<String> clipped(Parent root) {
    List<String> found = new ArrayList<>();
    double width = root.getScene().getWidth();
    for (Node node : visible(root)) {
      if (node instanceof Labeled labeled && labeled.getText() != null) {
        String shown = shown(labeled);
        if (!shown.isEmpty() && !shown.equals(labeled.getText()) && !told(labeled)) {
          found.add("shortened: " + labeled.getText() + " -> " + shown);
        }
      }
      if (node instanceof Text text && !text.getText().isBlank() && !scrolls(text)) {
        Bounds bounds = text.localToScene(text.getBoundsInLocal());
        if (bounds.getMaxX() > width + 1 || bounds.getMinX() < -1) {
          found.add("outside: " + text.getText());
        }
      }
    }
    return found;
  }

  /// A long line in a field is reached by the caret.
  private static boolean scrolls(Node node) {
    return node != null && (node instanceof TextInputControl || scrolls(node.getParent()));
  }

  /// A line too long for its row is whole in the tooltip.
  private static boolean told(Labeled labeled) {
    for (Node up = labeled; up != null; up = up.getParent()) {
      if (up instanceof javafx.scene.control.Control control && control.getTooltip() != null) {
        return true;
      }
    }
    return false;
  }

  private static boolean icon(Node node) {
    return node.getStyleClass().contains("ikonli-font-icon");
  }

  private static String shown(Labeled labeled) {
    return labeled.getChildrenUnmodifiable().stream()
        .filter(child -> child instanceof Text && !icon(child))
        .map(child -> ((Text) child).getText())
        .findFirst()
        .orElse("");
  }

  /// Texts whose colour is too near to what lies around them.
  public static List<String> pale(Parent root, WritableImage picture) {
    List<String> found = new ArrayList<>();
    PixelReader pixels = picture.getPixelReader();
    for (Node node : visible(root)) {
      if (node instanceof Text text
          && !text.getText().isBlank()
          && !icon(text)
          && text.getFill() instanceof Color fill
          && !disabled(text)) {
        Bounds bounds = text.localToScene(text.getBoundsInLocal());
        int x = (int) bounds.getMinX() - 2;
        int y = (int) bounds.getCenterY();
        if (x > 0 && y > 0 && x < picture.getWidth() && y < picture.getHeight()) {
          double contrast = contrast(fill, pixels.getColor(x, y));
          if (contrast < LEAST_CONTRAST && !hidden(text)) {
            found.add("%.1f %s".formatted(contrast, text.getText()));
          }
        }
      }
    }
    return found;
  }

  /// Shapes that carry a meaning but are too near to what lies around them.
  public static List<String> faint(Parent root, WritableImage picture) {
    List<String> found = new ArrayList<>();
    PixelReader pixels = picture.getPixelReader();
    for (Node node : visible(root)) {
      if (node instanceof javafx.scene.layout.Region shape
          && shape.getStyleClass().contains("sw-shape")
          && !disabled(shape)
          && !hidden(shape)) {
        Bounds bounds = shape.localToScene(shape.getBoundsInLocal());
        int x = (int) bounds.getMinX() - 3;
        int y = (int) bounds.getCenterY();
        if (x > 0 && y > 0 && x < picture.getWidth() && y < picture.getHeight()) {
          double contrast = contrast(colour(shape), pixels.getColor(x, y));
          if (contrast < LEAST_SHAPE_CONTRAST) {
            found.add("%.1f shape %s".formatted(contrast, shape.getParent()));
          }
        }
      }
    }
    return found;
  }

  private static Color colour(javafx.scene.layout.Region shape) {
    var border = shape.getBorder();
    if (border != null && !border.getStrokes().isEmpty()) {
      return (Color) border.getStrokes().getFirst().getTopStroke();
    }
    return (Color) shape.getBackground().getFills().getFirst().getFill();
  }

  /// Text scrolled out of sight has other things painted where it would be.
  private static boolean hidden(Node node) {
    Bounds own = node.localToScene(node.getBoundsInLocal());
    for (Node up = node.getParent(); up != null; up = up.getParent()) {
      if (up instanceof ScrollPane || up instanceof ListView || up instanceof TextInputControl) {
        Bounds port = up.localToScene(up.getBoundsInLocal());
        if (own.getMinY() < port.getMinY() || own.getMaxY() > port.getMaxY()) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean disabled(Node node) {
    return node.isDisabled();
  }

  /// The contrast of two colours (WCAG 2).
  public static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  /// Controls a screen reader could say nothing about, and those no key reaches.
  public static List<String> mute(Parent root) {
    List<String> found = new ArrayList<>();
    for (Node node : visible(root)) {
      boolean control =
          node instanceof Button
              || node instanceof ToggleButton
              || node instanceof MenuButton
              || node instanceof TextInputControl
              || node instanceof ComboBoxBase
              || node instanceof ListView;
      boolean inner =
          node.getClass().getName().contains("ComboBoxListViewSkin")
              || node.getParent() instanceof ComboBoxBase;
      if (control && !inner) {
        String words = node instanceof Labeled labeled ? labeled.getText() : "";
        String said = node.getAccessibleText();
        if ((words == null || words.isBlank()) && (said == null || said.isBlank())) {
          found.add("without words: " + node);
        }
        if (!node.isFocusTraversable() && !node.isDisabled()) {
          found.add("no key reaches: " + node);
        }
      }
    }
    return found;
  }
}
