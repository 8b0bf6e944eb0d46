package simwright.acceptance.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// Which areas of test specifications plans were derived from, in the nominal course and in an
/// error; what no plan covers is told as a hole. Computed from the plans alone. Nothing is said of
/// conformance.
public record Coverage(List<Row> rows, List<Beside> beside) {
  private static final String AREAS = "/simwright/plans/areas.txt";
  private static final int COLUMNS = 4;

  /// How an area's course stands.
  public enum Standing {
    /// A plan covers it.
    COVERED,
    /// No plan covers it.
    HOLE,
    /// The standard gives the function no such course.
    NONE;

    /// As it stands in tables.
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One course of an area: the plans that cover it, and whether a commercial card can run one.
  public record Row(
      String document,
      String edition,
      String area,
      boolean nominal,
      Standing standing,
      List<String> plans,
      boolean commercial) {
    /// The course in a word.
    public String course() {
      return nominal ? "nominal" : "error";
    }
  }

  /// A case of another document that a plan was derived from.
  public record Beside(String document, String edition, String area, List<String> plans) {}

  private record Area(String document, String edition, String area, boolean error) {
    boolean is(Derived derived) {
      return derived.document().equals(document) && derived.area().equals(area);
    }
  }

  /// Of these plans.
  public static Coverage of(Collection<Plan> plans) {
    List<Area> areas = areas();
    List<Row> rows = new ArrayList<>();
    for (Area area : areas) {
      rows.add(row(area, true, plans));
      rows.add(row(area, false, plans));
    }
    List<Beside> beside =
        plans.stream()
            .flatMap(plan -> plan.derived().stream())
            .filter(derived -> areas.stream().noneMatch(area -> area.is(derived)))
            .map(derived ->
                new Beside(
                    derived.document(),
                    derived.edition(),
                    derived.area(),
                    names(
                        plans,
                        each ->
                            each.document().equals(derived.document())
                                && each.edition().equals(derived.edition())
                                && each.area().equals(derived.area()))))
            .distinct()
            .toList();
    return new Coverage(List.copyOf(rows), beside);
  }

  /// How many stand so.
  public long count(Standing standing) {
    return rows.stream().filter(row -> row.standing() == standing).count();
  }

  private static Row row(Area area, boolean nominal, Collection<Plan> plans) {
    List<String> names = names(plans, each -> area.is(each) && each.nominal() == nominal);
    boolean commercial =
        plans.stream()
            .flatMap(plan -> plan.derived().stream())
            .anyMatch(each -> area.is(each) && each.nominal() == nominal && each.commercial());
    Standing standing =
        !names.isEmpty()
            ? Standing.COVERED
            : nominal || area.error() ? Standing.HOLE : Standing.NONE;
    return new Row(
        area.document(), area.edition(), area.area(), nominal, standing, names, commercial);
  }

  private static List<String> names(
      Collection<Plan> plans, java.util.function.Predicate<Derived> meant) {
    return plans.stream()
        .filter(plan -> plan.derived().stream().anyMatch(meant))
        .map(Plan::name)
        .sorted()
        .toList();
  }

  private static List<Area> areas() {
    try (InputStream in =
        Objects.requireNonNull(Coverage.class.getResourceAsStream(AREAS), AREAS)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Coverage::area)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Area area(String line) {
    List<String> cells = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
    if (cells.size() != COLUMNS) {
      throw new IllegalStateException(AREAS + " has a line of " + cells.size() + " columns");
    }
    return new Area(cells.get(0), cells.get(1), cells.get(2), cells.get(3).contains("error"));
  }
}
