package simwright.acceptance.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import simwright.acceptance.plan.Coverage.Standing;
import simwright.acceptance.step.Steps;

/// The map of what plans cover is made from the plans, and the manual's page from the map.
class CoverageTest {
  private static final Path PAGE =
      Path.of("src/main/resources/simwright/manual/coverage-of-specifications.md");

  private final List<Plan> plans = Plans.shipped(Steps.all()).all();
  private final Coverage coverage = Coverage.of(plans);

  @Test
  void whatNoPlanCoversIsAHoleAndAPlanMendsIt() {
    Coverage none = Coverage.of(List.of());
    assertEquals(0, none.count(Standing.COVERED));
    assertTrue(none.rows().stream().noneMatch(Coverage.Row::commercial));
    Plan plan =
        Plans.read(
            """
            name: one
            title: One
            derived_from:
              - {document: GSMA SGP.23, edition: "v1.16", area: ES10c.GetEID, course: error, commercial: false}
              - {document: GSMA TS.48, edition: V7.0, area: Some}
            main:
              - {kind: connect, title: C}
            """,
            "one.yaml",
            Steps.all());
    Coverage one = Coverage.of(List.of(plan));
    assertEquals(1, one.count(Standing.COVERED));
    assertEquals(none.count(Standing.HOLE) - 1, one.count(Standing.HOLE));
    assertEquals(none.count(Standing.NONE), one.count(Standing.NONE));
    assertEquals(List.of("one"), one.beside().getFirst().plans());
    Coverage.Row row =
        one.rows().stream()
            .filter(each -> each.standing() == Standing.COVERED)
            .findFirst()
            .orElseThrow();
    assertFalse(row.nominal());
    assertFalse(row.commercial());
  }

  @Test
  void everyAreaThatAPlanNamesIsKnown() {
    plans.forEach(plan ->
        plan.derived().stream()
            .filter(each -> each.document().equals("GSMA SGP.23"))
            .forEach(each ->
                assertTrue(
                    coverage.rows().stream().anyMatch(row -> row.area().equals(each.area())),
                    plan.name() + ": " + each.area())));
    plans.forEach(
        plan -> assertFalse(plan.derived().isEmpty(), plan.name() + " says where it is from"));
  }

  /// Made anew with -Dsimwright.write=true where the plans have changed.
  @Test
  void thePageOfTheManualIsTheMap() throws IOException {
    String page = page();
    if (Boolean.getBoolean("simwright.write")) {
      Path unused = Files.writeString(PAGE, page);
    }
    assertEquals(page, Files.readString(PAGE), "run it with -Dsimwright.write=true");
  }

  private String page() {
    StringBuilder text =
        new StringBuilder(
            """
            # What the plans cover

            Made from what the shipped plans say of themselves (`simwright accept coverage` shows it with your own
            plans). A plan is derived from an area; nothing is said of conformance. A hole is an area
            that no plan covers; "commercial" says whether a card as it is sold can run it.

            | area | edition | course | stands | commercial | plans |
            |---|---|---|---|---|---|
            """);
    for (Coverage.Row row : coverage.rows()) {
      boolean covered = row.standing() == Standing.COVERED;
      text.append("| ")
          .append(row.area())
          .append(" | ")
          .append(row.document())
          .append(' ')
          .append(row.edition())
          .append(" | ")
          .append(row.course())
          .append(" | ")
          .append(row.standing() == Standing.HOLE ? "**hole**" : row.standing().key())
          .append(" | ")
          .append(covered ? row.commercial() ? "yes" : "no" : "")
          .append(" | ")
          .append(String.join(", ", row.plans()))
          .append(" |\n");
    }
    return text.toString();
  }
}
