package simwright.acceptance.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;

/// All plans: the shipped ones and a person's own. A broken own one is refused with file, line and
/// reason, and the rest go on working.
public final class Plans {
  private static final long LONGEST = 1_000_000;
  private static final String LIMITS = ".limits.yaml";

  private final List<Plan> plans;
  private final List<Fault> refused;

  private Plans(List<Plan> plans, List<Fault> refused) {
    this.plans = List.copyOf(plans);
    this.refused = List.copyOf(refused);
  }

  /// The shipped plans; `kinds` are the kinds of steps there are.
  public static Plans shipped(List<? extends StepKind> kinds) {
    List<Plan> all = new ArrayList<>();
    for (String name : resource("index.txt").orElseThrow().lines().toList()) {
      PlanFile file = PlanFile.read(resource(name + ".yaml").orElseThrow(), name + ".yaml");
      all.add(PlanReader.shipped(file, kinds, Plans::shippedLimits));
    }
    return new Plans(all, List.of());
  }

  /// The shipped ones and those of a folder, which need not exist.
  public static Plans with(Path folder, List<? extends StepKind> kinds) {
    List<Plan> all = new ArrayList<>(shipped(kinds).plans);
    List<Fault> refused = new ArrayList<>();
    for (Path file : files(folder)) {
      try {
        Plan own = file(file, kinds);
        if (all.stream().anyMatch(plan -> plan.name().equals(own.name()))) {
          throw broken(file, "there is a plan '" + own.name() + "' already", null);
        }
        all.add(own);
      } catch (Fault fault) {
        refused.add(fault);
      }
    }
    return new Plans(all, refused);
  }

  /// All of them, the shipped ones first.
  public List<Plan> all() {
    return plans;
  }

  /// The own ones that cannot be used, and why.
  public List<Fault> refused() {
    return refused;
  }

  /// The plan of a name; throws `acceptance/no-plan`.
  public Plan named(String name) {
    return plans.stream()
        .filter(plan -> plan.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Fault(PlanCodes.NO_PLAN, "choosing a plan", name));
  }

  /// Reads a plan whose limits, where it names any, ship; throws `acceptance/broken-plan` with line
  /// and reason.
  public static Plan read(String text, String where, List<? extends StepKind> kinds) {
    return PlanReader.read(PlanFile.read(text, where), kinds, Plans::shippedLimits);
  }

  /// The same with limits from elsewhere.
  public static Plan read(
      String text, String where, List<? extends StepKind> kinds, LimitSets sets) {
    return PlanReader.read(PlanFile.read(text, where), kinds, sets);
  }

  /// The same with limits of its own, as YAML.
  public static Plan read(
      String text, String limits, String where, List<? extends StepKind> kinds) {
    LimitSet own = LimitReader.read(PlanFile.read(limits, where + LIMITS), true);
    return PlanReader.read(
        PlanFile.read(text, where),
        kinds,
        name -> Optional.of(own).filter(set -> set.name().equals(name)));
  }

  /// Reads a plan from a file; limits that it names lie beside it as `<name>.limits.yaml`, or ship.
  /// Throws `acceptance/broken-plan` with line and reason.
  public static Plan file(Path file, List<? extends StepKind> kinds) {
    return PlanReader.read(
        PlanFile.read(text(file), file.toString()).in(file.toAbsolutePath().resolveSibling("")),
        kinds,
        name -> {
          Path beside = limitsFile(file.resolveSibling(""), name);
          return Files.exists(beside) ? Optional.of(limits(beside)) : shippedLimits(name);
        });
  }

  /// The text of limits that ship; empty where none of that name do.
  public static Optional<String> shippedLimitsText(String name) {
    return resource(name + LIMITS);
  }

  /// Where the limits of a plan that lies in a folder are looked for first.
  public static Path limitsFile(Path folder, String name) {
    return folder.resolve(name + LIMITS);
  }

  /// Reads limits from a file; throws `acceptance/broken-plan` with line and reason.
  public static LimitSet limits(Path file) {
    return LimitReader.read(PlanFile.read(text(file), file.toString()), true);
  }

  /// How far an eSIM profile and a physical SIM may be apart, as it ships.
  public static LimitSet parity() {
    return shippedLimits("parity").orElseThrow();
  }

  /// The same plan judged by other limits; throws `acceptance/broken-plan` where they limit what it
  /// does not measure.
  public static Plan under(Plan plan, LimitSet limits, List<? extends StepKind> kinds) {
    return PlanReader.under(PlanFile.read(plan.text(), plan.name()), kinds, limits);
  }

  private static Optional<LimitSet> shippedLimits(String name) {
    return shippedLimitsText(name)
        .map(text -> LimitReader.read(PlanFile.read(text, name + LIMITS), false));
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw broken(file, "a plan is not longer than a million bytes", null);
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw broken(file, "there is no such file", e);
    } catch (CharacterCodingException e) {
      throw broken(file, "it is no text in UTF-8", e);
    } catch (IOException e) {
      throw broken(file, "it cannot be read: " + e.getMessage(), e);
    }
  }

  private static Fault broken(Path file, String why, @Nullable Throwable cause) {
    return new Fault(PlanCodes.BROKEN_PLAN, "reading a plan", file.toString(), why, cause);
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Plans::isPlan).sorted().toList();
    } catch (IOException e) {
      throw broken(folder, "the folder cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean isPlan(Path file) {
    return Optional.ofNullable(file.getFileName())
        .map(name -> name.toString().toLowerCase(Locale.ROOT))
        .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
        .filter(name -> !name.endsWith(LIMITS))
        .isPresent();
  }

  private static Optional<String> resource(String name) {
    try (InputStream in = Plans.class.getResourceAsStream("/simwright/plans/" + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
