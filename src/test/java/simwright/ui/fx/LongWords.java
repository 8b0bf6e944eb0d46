package simwright.ui.fx;

import java.util.Enumeration;
import java.util.ResourceBundle;

/// A made-up language whose words are longer by two fifths and full of accents, as a translation
/// may be; closed, the words are the shipped ones again.
public final class LongWords implements AutoCloseable {
  private static final String FILLER = " äßéñøżçĝłő";
  private final ResourceBundle own = Text.bundle();

  /// From now on.
  public LongWords() {
    Text.use(
        new ResourceBundle() {
          @Override
          protected Object handleGetObject(String key) {
            return own.containsKey(key) ? longer(own.getString(key)) : key;
          }

          @Override
          public boolean containsKey(String key) {
            return own.containsKey(key);
          }

          @Override
          public Enumeration<String> getKeys() {
            return own.getKeys();
          }
        });
  }

  private static String longer(String words) {
    int more = (words.length() * 2 + 4) / 5;
    return words + FILLER.repeat(more / FILLER.length() + 1).substring(0, more);
  }

  @Override
  public void close() {
    Text.use(own);
  }
}
