package simwright.ui.fx;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/// The words of the screen, by key, from `fxml/text/messages.properties`.
public final class Text {
  private static volatile ResourceBundle words = load();

  private Text() {}

  /// The words of a key; a missing key shows itself.
  public static String of(String key) {
    return words.containsKey(key) ? words.getString(key) : key;
  }

  /// The words with `{0}`, `{1}` … replaced.
  public static String format(String key, Object... values) {
    String text = of(key);
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return text;
  }

  /// All words, for FXML.
  public static ResourceBundle bundle() {
    return words;
  }

  /// Takes the words of another language; what is on the screen already stays as it is.
  static void use(ResourceBundle other) {
    words = other;
  }

  private static ResourceBundle load() {
    try (InputStream in = Text.class.getResourceAsStream("/fxml/text/messages.properties")) {
      if (in == null) {
        throw new IllegalStateException("fxml/text/messages.properties is not packed");
      }
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        return new PropertyResourceBundle(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
