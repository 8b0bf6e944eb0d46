package simwright.acceptance.plan;

import java.util.List;
import java.util.Map;

/// The parameters of a step as the plan gives them; each is one text or a list of texts.
public record Parameters(Map<String, List<String>> values) {
  /// None.
  public static final Parameters NONE = new Parameters(Map.of());

  /// A text, or what holds without it.
  public String text(String name, String otherwise) {
    List<String> all = values.getOrDefault(name, List.of());
    return all.isEmpty() ? otherwise : all.getFirst();
  }

  /// A number, or what holds without it or when it is none.
  public double number(String name, double otherwise) {
    String text = text(name, "");
    return isNumber(text) ? Double.parseDouble(text) : otherwise;
  }

  /// All texts of a list.
  public List<String> list(String name) {
    return values.getOrDefault(name, List.of());
  }

  /// Whether it is given.
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /// Whether a text is a decimal number.
  static boolean isNumber(String text) {
    return text.matches("-?[0-9]{1,12}(\\.[0-9]{1,9})?");
  }
}
