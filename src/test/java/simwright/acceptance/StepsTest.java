package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.acceptance.plan.Plan;
import simwright.acceptance.plan.Plans;
import simwright.acceptance.step.Steps;

/// The list of kinds is whole, and the manual's plan is one.
class StepsTest {
  @Test
  void noStepThatIsWrittenIsForgotten() throws IOException {
    Set<String> listed =
        Steps.all().stream()
            .map(step -> step.getClass().getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new));
    try (Stream<Path> sources = Files.list(Path.of("src/main/java/simwright/acceptance/step"))) {
      Set<String> written =
          sources
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .filter(name -> name.endsWith("Step"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(written, listed);
    }
    assertEquals(
        Steps.all().size(),
        Steps.all().stream().map(Step::kind).distinct().count(),
        "one name each");
  }

  @Test
  void everyMeasurementHasItsUnit() {
    Parameters some = new Parameters(Map.of("unit", List.of("s"), "ask", List.of("number")));
    for (Step step : Steps.all()) {
      step.measures(some).forEach((name, unit) -> assertTrue(!unit.isEmpty(), step.kind() + name));
    }
  }

  @Test
  void thePlanOfTheManualCanBeUsed() throws IOException {
    String page = Files.readString(Path.of("src/main/resources/simwright/manual/write-a-plan.md"));
    String[] yaml = page.split("```yaml\n", 3);
    Plan plan =
        Plans.read(
            yaml[1].substring(0, yaml[1].indexOf("```")),
            yaml[2].substring(0, yaml[2].indexOf("```")),
            "manual",
            Steps.all());
    assertEquals("bench-check", plan.name());
    assertEquals("bench-check 1", plan.limits().words());
    assertEquals(1 + 3 * 3 + 1 + 2 + 1 + 1 + 2, plan.size());
    for (Outcome outcome : Outcome.values()) {
      assertTrue(page.contains(outcome.key()), outcome.key());
    }
  }
}
