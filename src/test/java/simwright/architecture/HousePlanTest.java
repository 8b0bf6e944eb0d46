package simwright.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The house plan as a law: the diagram, no cycles, and what the screen and the terminal may see.
class HousePlanTest {
  private static final HousePlan PLAN = HousePlan.read();

  @Test
  void packagesUseOnlyWhatTheDiagramAllows() {
    classes()
        .should(followTheDiagram())
        .because("what is above stays replaceable that way")
        .check(House.CLASSES);
  }

  @Test
  void packagesFormNoCycles() {
    slices()
        .matching("simwright.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a cycle makes one package of two")
        .check(House.CLASSES);
  }

  @Test
  void theDiagramReadsAsWritten() {
    assertEquals(4, PLAN.floors().get("at"));
    assertEquals(Set.of("apdu", "transcript"), PLAN.uses().get("link"));
    assertTrue(PLAN.allows("at", "link"));
    assertFalse(PLAN.allows("link", "at"));
    assertTrue(PLAN.allows("app", "sim"));
    assertTrue(
        PLAN.uses().values().stream().noneMatch(used -> used.contains("sim")),
        "sim is seen by app alone");
  }

  @Test
  void anArrowUpwardsIsNoPlan() {
    String diagram =
        """
        package "2" {
          [high] <<simwright.high..>>
        }
        package "1" {
          [low] <<simwright.low..>>
        }
        [low] --> [high]
        """;
    assertThrows(IllegalArgumentException.class, () -> HousePlan.parse(diagram));
  }

  @Test
  void theReadmeShowsTheFloorsAsTheyAre() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    assertTrue(
        readme.contains("```text\n" + PLAN.picture() + "```"),
        "the picture in README.md is to be:\n" + PLAN.picture());
  }

  @Test
  void aBrokenWallIsFound() {
    var outsider = new ClassFileImporter().importClasses(HousePlanTest.class, Set.class);
    assertFalse(
        classes().should(followTheDiagram()).evaluate(outsider).getFailureReport().isEmpty());
  }

  private static ArchCondition<JavaClass> followTheDiagram() {
    return new ArchCondition<>("follow architecture.puml") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        String from = HousePlan.component(item.getPackageName());
        if (!PLAN.knows(from)) {
          events.add(SimpleConditionEvent.violated(item, item.getName() + " is in no component"));
        }
        for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass().getBaseComponentType();
          String to = HousePlan.component(target.getPackageName());
          if (!to.isEmpty() && !PLAN.allows(from, to) && !(isFront(from) && isValue(target, to))) {
            events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static boolean isFront(String component) {
    return List.of("ui", "cli").contains(component);
  }

  /// What the screen and the terminal may see of all else: shapes without a life of their own.
  private static boolean isValue(JavaClass target, String component) {
    return !List.of("sim", "store", "app", "ui", "cli").contains(component)
        && (target.isRecord()
            || target.isEnum()
            || target.isInterface()
            || target.reflect().isSealed());
  }
}
