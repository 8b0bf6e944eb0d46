package simwright.quota;

import java.util.Locale;
import java.util.regex.Pattern;

/// A pattern of names: `*` is any text, case does not matter.
public record Glob(String text) {
  /// Whether a name fits.
  public boolean fits(String name) {
    String[] parts = text.toLowerCase(Locale.ROOT).split("\\*", -1);
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      regex.append(i == 0 ? "" : ".*").append(Pattern.quote(parts[i]));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL)
        .matcher(name.toLowerCase(Locale.ROOT))
        .matches();
  }
}
