package simwright.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The diagram `architecture.puml` as data: the packages of the ground floor, and which other
/// packages each package may use.
record HousePlan(Set<String> ground, Map<String, Set<String>> uses) {
  private static final Pattern COMPONENT =
      Pattern.compile("\\s*\\[(\\w+)] <<simwright\\.\\1\\.\\.>>");
  private static final Pattern ARROW = Pattern.compile("\\[(\\w+)] --> \\[(\\w+)]");

  static HousePlan read() {
    try (InputStream in = HousePlan.class.getResourceAsStream("/architecture.puml")) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static HousePlan parse(String diagram) {
    Set<String> ground = new TreeSet<>();
    Map<String, Set<String>> uses = new TreeMap<>();
    boolean onGround = false;
    for (String line : diagram.lines().toList()) {
      Matcher component = COMPONENT.matcher(line);
      Matcher arrow = ARROW.matcher(line);
      if (line.startsWith("package \"1 ")) {
        onGround = true;
      } else if (line.startsWith("}")) {
        onGround = false;
      } else if (component.matches()) {
        uses.put(component.group(1), new TreeSet<>());
        if (onGround) {
          ground.add(component.group(1));
        }
      } else if (arrow.matches()) {
        if (!uses.containsKey(arrow.group(2))) {
          throw new IllegalArgumentException("an arrow to what comes later: " + line);
        }
        uses.get(arrow.group(1)).add(arrow.group(2));
      }
    }
    return new HousePlan(ground, uses);
  }

  /// The component of a package name, such as `at` of `simwright.at.command`; empty for others.
  static String component(String packageName) {
    String[] parts = packageName.split("\\.", 3);
    return parts.length > 1 && parts[0].equals("simwright") ? parts[1] : "";
  }

  boolean allows(String from, String to) {
    return from.equals(to)
        || from.equals("app")
        || ground.contains(to)
        || uses.getOrDefault(from, Set.of()).contains(to);
  }

  /// The packages that may use `store`, itself included: those may speak JDBC.
  String[] keepers() {
    return uses.keySet().stream()
        .filter(name -> !name.equals("job") && allows(name, "store"))
        .map(name -> "simwright." + name + "..")
        .toArray(String[]::new);
  }
}
