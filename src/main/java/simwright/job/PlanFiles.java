package simwright.job;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import simwright.acceptance.Step;
import simwright.acceptance.plan.LimitSet;
import simwright.acceptance.plan.Plan;
import simwright.acceptance.plan.PlanCodes;
import simwright.acceptance.plan.Plans;
import simwright.acceptance.step.Steps;
import simwright.ask.Attendant;
import simwright.fault.Fault;

/// The plan files there are, the shipped and a person's own: shown, checked as they are typed, and
/// written whole or not at all. What ships is never written over.
public final class PlanFiles {
  private static final String LIMITS = ".limits.yaml";
  private static final Pattern NAME = Pattern.compile("(?m)^name:\\s*[\"']?([^\\s\"'#]+)");
  private static final Pattern NAMED = Pattern.compile("(?m)^limits:\\s*[\"']?([^\\s\"'#]+)");
  private static final Pattern FOUND = Pattern.compile("(?s)line (\\d+): (.*)");

  private final Jobs jobs;
  private final Path folder;
  private final List<Step> kinds = Steps.all();

  /// Own files lie in the folder, which need not exist.
  public PlanFiles(Jobs jobs, Path folder) {
    this.jobs = jobs;
    this.folder = folder;
  }

  /// A plan as a file: the plan's name, its text and that of its limits ("" for none), and whether
  /// it is a person's own.
  public record PlanText(String name, String text, String limits, boolean own) {}

  /// What is wrong in a text: in the plan or in its limits, on which line (from 1), and why.
  public record Finding(boolean limits, int line, String why) {}

  /// What came of a check: the plan where it can be used, else what is wrong with it.
  public record Checked(Optional<Plan> plan, List<Finding> findings) {}

  /// All of them, the shipped first.
  public List<PlanText> all() {
    List<PlanText> all = new ArrayList<>();
    for (Plan plan : Plans.shipped(kinds).all()) {
      String limits = Plans.shippedLimitsText(plan.limits().name()).orElse("");
      all.add(new PlanText(plan.name(), plan.text(), limits, false));
    }
    own().forEach(file -> all.add(read(file)));
    return List.copyOf(all);
  }

  /// Checks a plan with its limits, "" for those that ship or none.
  public Checked check(String text, String limits) {
    Optional<String> name = found(NAME, text);
    if (name.filter(this::ships).isPresent()) {
      String why = "a plan that ships is called '" + name.get() + "': give yours another name";
      return new Checked(Optional.empty(), List.of(new Finding(false, line(text), why)));
    }
    return parse(text, limits);
  }

  /// The same of one that ships.
  public Checked shipped(PlanText plan) {
    return parse(plan.text(), plan.limits());
  }

  private Checked parse(String text, String limits) {
    try {
      Plan plan =
          limits.isBlank()
              ? Plans.read(text, "plan", kinds)
              : Plans.read(text, limits, "plan", kinds);
      return new Checked(Optional.of(plan), List.of());
    } catch (Fault broken) {
      if (!broken.code().equals(PlanCodes.BROKEN_PLAN)) {
        throw broken;
      }
      return new Checked(Optional.empty(), findings(broken));
    }
  }

  private static List<Finding> findings(Fault broken) {
    boolean limits = broken.where().endsWith(LIMITS);
    List<Finding> all = new ArrayList<>();
    for (String each : broken.evidence().orElse("").split("; (?=line \\d)", -1)) {
      Matcher found = FOUND.matcher(each);
      all.add(
          found.matches()
              ? new Finding(limits, Integer.parseInt(found.group(1)), found.group(2))
              : new Finding(limits, 1, each));
    }
    return List.copyOf(all);
  }

  /// Writes an own plan and its limits, and says where the plan lies; throws
  /// `acceptance/broken-plan` where it could not be used.
  public Job<String> save(String text, String limits, Attendant attendant) {
    String name = found(NAME, text).orElse("");
    return jobs.start(
        new JobRequest("plan.save", "", Map.of("plan", name)),
        attendant,
        _ -> write(text, limits).toString());
  }

  private Path write(String text, String limits) {
    Checked checked = check(text, limits);
    Plan plan =
        checked
            .plan()
            .orElseThrow(() ->
                new Fault(
                    PlanCodes.BROKEN_PLAN,
                    "saving a plan",
                    folder.toString(),
                    "line "
                        + checked.findings().getFirst().line()
                        + ": "
                        + checked.findings().getFirst().why(),
                    null));
    if (!limits.isBlank() && !plan.limits().equals(LimitSet.NONE)) {
      put(Plans.limitsFile(folder, plan.limits().name()), limits);
    }
    Path file =
        own().stream()
            .filter(each -> read(each).name().equals(plan.name()))
            .findFirst()
            .orElse(folder.resolve(plan.name() + ".yaml"));
    put(file, text);
    return file;
  }

  /// Beside first, then in its place as one step: a program that ends in the middle leaves the old
  /// file.
  private void put(Path file, String text) {
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempFile(folder, "plan", ".new");
      try {
        Files.writeString(fresh, text);
        move(fresh, file);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new Fault(JobCodes.UNWRITABLE, "saving a plan", file.toString(), e.getMessage(), e);
    }
  }

  private static void move(Path fresh, Path file) throws IOException {
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private PlanText read(Path file) {
    String text = text(file);
    String stem = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
    String limits =
        found(NAMED, text)
            .map(name -> Plans.limitsFile(folder, name))
            .filter(Files::exists)
            .map(PlanFiles::text)
            .orElse("");
    return new PlanText(found(NAME, text).orElse(stem), text, limits, true);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Fault(JobCodes.UNREADABLE, "reading a plan", file.toString(), e.getMessage(), e);
    }
  }

  private List<Path> own() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(PlanFiles::isPlan).sorted().toList();
    } catch (IOException e) {
      throw new Fault(JobCodes.UNREADABLE, "reading plans", folder.toString(), e.getMessage(), e);
    }
  }

  private static boolean isPlan(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return (name.endsWith(".yaml") || name.endsWith(".yml")) && !name.endsWith(LIMITS);
  }

  private boolean ships(String name) {
    return Plans.shipped(kinds).all().stream().anyMatch(plan -> plan.name().equals(name));
  }

  private static Optional<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /// The line on which the name stands.
  private static int line(String text) {
    Matcher matcher = NAME.matcher(text);
    return matcher.find() ? (int) text.substring(0, matcher.start()).lines().count() + 1 : 1;
  }
}
