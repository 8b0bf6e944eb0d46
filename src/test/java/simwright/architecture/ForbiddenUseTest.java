package simwright.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Set;
import org.junit.jupiter.api.Test;
import simwright.fault.BreaksLaw;
import simwright.link.LinkProvider;

/// What only one place of the house may use, each with its reason.
class ForbiddenUseTest {
  private static final JavaClasses OFFENDER = new ClassFileImporter().importClasses(Offender.class);
  private static final Set<String> STARTS_OR_WAITS =
      Set.of("<init>", "start", "sleep", "ofVirtual", "ofPlatform", "startVirtualThread");
  private static final Set<String> TIMES =
      Set.of("now", "systemUTC", "systemDefaultZone", "system", "tick", "tickMillis");

  @Test
  void javaFxOnlyOnTheScreen() {
    holds(
        outside("javafx", "simwright.ui..", "simwright.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
            .because(
                "the house works without a display, and the command line starts without JavaFX"));
  }

  @Test
  void serialPortsOnlyInTheirLink() {
    holds(
        outside("serial", "simwright.link.serial..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fazecast..")
            .because("a second transport must be able to stand beside it"));
  }

  @Test
  void cardReadersOnlyInTheirLink() {
    holds(
        outside("pcsc", "simwright.link.pcsc..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javax.smartcardio..")
            .because("a second transport must be able to stand beside it"));
  }

  @Test
  void jdbcOnlyWhereTheStoreMayBeUsed() {
    holds(
        outside("jdbc", HousePlan.read().keepers())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
            .because("one writer and one file are what makes the book trustworthy"));
  }

  @Test
  void theSimulatorIsSeenByTheWiringAlone() {
    ArchRule rule =
        outside("sim", "simwright.sim..", "simwright.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("simwright.sim..")
            .because("what knows that it is simulated is no test of the real thing");
    rule.check(House.CLASSES);
  }

  @Test
  void threadsAndExecutorsOnlyInTime() {
    holds(
        outside("time", "simwright.time..")
            .should()
            .accessTargetWhere(describe("start or hold a thread", ForbiddenUseTest::threads))
            .because("who starts threads must stop them: one place does both"));
  }

  @Test
  void theClockIsReadOnlyInTime() {
    holds(
        outside("time", "simwright.time..")
            .should()
            .accessTargetWhere(describe("read the clock", ForbiddenUseTest::clocks))
            .because("tests turn the clock by hand"));
  }

  @Test
  void theTerminalIsWrittenOnlyByTheCommandLine() {
    holds(
        outside("terminal", "simwright.cli..")
            .should()
            .accessTargetWhere(describe("write to the terminal", ForbiddenUseTest::terminal))
            .because("what a program prints is its interface"));
  }

  @Test
  void linksAreOpenedOnlyInLink() {
    holds(
        outside("link", "simwright.link..")
            .and(describe("are no transport on top of another", type -> !isTransport(type)))
            .should()
            .accessTargetWhere(describe("open a link", ForbiddenUseTest::opensLink))
            .because("neither the transcript nor the book can be bypassed then"));
  }

  /// The rule holds in the house, and is broken by the offender: a rule that finds nothing is none.
  private static void holds(ArchRule rule) {
    assertTrue(rule.evaluate(OFFENDER).hasViolation(), rule::getDescription);
    rule.check(House.CLASSES);
  }

  private static GivenClassesConjunction outside(String law, String... places) {
    DescribedPredicate<JavaClass> bound =
        describe(
            "are not excused from the law '" + law + "'",
            type ->
                !type.isAnnotatedWith(BreaksLaw.class)
                    || !type.getAnnotationOfType(BreaksLaw.class).law().equals(law));
    return noClasses().that().resideOutsideOfPackages(places).and(bound);
  }

  private static boolean threads(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String called = access.getName();
    return owner.isAssignableTo(Thread.class) && STARTS_OR_WAITS.contains(called)
        || owner.isAssignableTo(java.util.concurrent.Executor.class)
        || owner.isEquivalentTo(java.util.concurrent.Executors.class)
        || owner.isEquivalentTo(java.util.Timer.class)
        || owner.isEquivalentTo(java.util.concurrent.TimeUnit.class) && called.equals("sleep")
        || owner.isAssignableTo(java.util.concurrent.CompletableFuture.class)
            && called.endsWith("Async");
  }

  private static boolean clocks(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String called = access.getName();
    return owner.isEquivalentTo(System.class)
            && (called.equals("nanoTime") || called.equals("currentTimeMillis"))
        || owner.getPackageName().equals("java.time") && TIMES.contains(called)
        || owner.isEquivalentTo(java.util.Date.class) && called.equals("<init>");
  }

  private static boolean terminal(JavaAccess<?> access) {
    return access.getTargetOwner().isEquivalentTo(System.class)
            && (access.getName().equals("out") || access.getName().equals("err"))
        || access.getName().equals("printStackTrace");
  }

  private static boolean isTransport(JavaClass type) {
    return type.isAssignableTo(LinkProvider.class);
  }

  private static boolean opensLink(JavaAccess<?> access) {
    return access.getTargetOwner().isAssignableTo(LinkProvider.class)
        && Set.of("open", "openCard").contains(access.getName());
  }
}
