package simwright.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The diagram `architecture.puml` as data: the floor each package lives on, in the order of the
/// diagram, and which packages each one may use beside the ground floor.
record HousePlan(Map<String, Integer> floors, Map<String, Set<String>> uses) {
  private static final int GROUND = 1;
  private static final Pattern FLOOR = Pattern.compile("package \"(\\d+)\" \\{");
  private static final Pattern ROOM = Pattern.compile("\\s*\\[(\\w+)] <<simwright\\.\\1\\.\\.>>");
  private static final Pattern ARROW = Pattern.compile("\\[(\\w+)] --> \\[(\\w+)]");

  static HousePlan read() {
    try (InputStream in = HousePlan.class.getResourceAsStream("/architecture.puml")) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static HousePlan parse(String diagram) {
    Map<String, Integer> floors = new LinkedHashMap<>();
    Map<String, Set<String>> uses = new TreeMap<>();
    int here = 0;
    for (String line : diagram.lines().toList()) {
      Matcher floor = FLOOR.matcher(line);
      Matcher room = ROOM.matcher(line);
      Matcher arrow = ARROW.matcher(line);
      if (floor.matches()) {
        here = Integer.parseInt(floor.group(1));
      } else if (room.matches()) {
        floors.put(room.group(1), here);
      } else if (arrow.matches()) {
        String from = arrow.group(1);
        String to = arrow.group(2);
        if (floors.get(from) <= floors.get(to)) {
          throw new IllegalArgumentException("an arrow that does not point down: " + line);
        }
        uses.computeIfAbsent(from, name -> new TreeSet<>()).add(to);
      }
    }
    return new HousePlan(floors, uses);
  }

  /// The component of a package name, such as `at` of `simwright.at.command`; empty for others.
  static String component(String packageName) {
    String[] parts = packageName.split("\\.", 3);
    return parts.length > 1 && parts[0].equals("simwright") ? parts[1] : "";
  }

  boolean knows(String component) {
    return floors.containsKey(component);
  }

  boolean allows(String from, String to) {
    return from.equals(to)
        || from.equals("app")
        || floors.getOrDefault(to, 0) == GROUND
        || uses.getOrDefault(from, Set.of()).contains(to);
  }

  /// The packages that may use `store`, itself included: those may speak JDBC.
  String[] keepers() {
    return floors.keySet().stream()
        .filter(name -> allows(name, "store"))
        .map(name -> "simwright." + name + "..")
        .toArray(String[]::new);
  }

  /// The floors as the README shows them, highest first.
  String picture() {
    Map<Integer, List<String>> rooms = new TreeMap<>((a, b) -> b - a);
    floors.forEach((name, floor) -> rooms.computeIfAbsent(floor, n -> new ArrayList<>()).add(name));
    StringBuilder picture = new StringBuilder();
    rooms.forEach((floor, names) -> {
      StringBuilder line = new StringBuilder(floor < 10 ? " " : "").append(floor).append("  ");
      names.forEach(name -> line.append(name).append(" ".repeat(12 - name.length())));
      picture.append(line.toString().stripTrailing()).append('\n');
    });
    return picture.toString();
  }
}
