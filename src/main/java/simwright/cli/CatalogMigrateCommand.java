package simwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.catalog.migration.MigrationFile;
import simwright.fault.Fault;
import simwright.job.JobCodes;
import simwright.job.LifecycleActs;

/// Replaces profiles by those of the next version, device by device.
@Command(
    name = "migrate",
    description = "Replace profiles by their next version by a plan, device by device.",
    footer = {
      "",
      "For each --device whose card holds a profile of the plan: the new one is downloaded,"
          + " switched to",
      "and proven, then the old one is deleted. What fails goes back to the profile that was in"
          + " use.",
      "What was done stands in the log, so that the same call goes on where one was cut. 0 where"
          + " all of",
      "the plan is done, else 1. The form of plans: simwright schema catalog-migration.",
      "",
      "Examples:",
      "  simwright catalog migrate paris.yaml --dry-run",
      "  simwright catalog migrate paris.yaml --device /dev/ttyUSB2",
      "  simwright catalog migrate paris.yaml --device B/ec25 --confirm paris-2027 --yes"
    })
public final class CatalogMigrateCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofHours(12);

  private final Program program;
  private final Terminal terminal;

  @Mixin Place place = new Place();

  @Mixin Network network = new Network();

  @Parameters(paramLabel = "FILE", description = "The plan.")
  Path plan = Path.of("");

  @Option(
      names = "--device",
      paramLabel = "LINK",
      description = "A device whose card may hold what the plan means; again for more.")
  @Nullable List<String> devices;

  @Option(names = "--dry-run", description = "Tell how it stands and what would be done, no more.")
  boolean dryRun;

  @Option(
      names = "--yes",
      description = "Consent to the plan, its downloads and roaming without being asked.")
  boolean yes;

  @Option(
      names = "--confirm",
      paramLabel = "NAME",
      description = "The name of the plan, instead of typing it when asked.")
  @Nullable String typed;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  /// On this terminal.
  public CatalogMigrateCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<String> links = devices == null ? List.of() : devices;
    try (Session session = program.open(served(links), network)) {
      MigrationFile file = MigrationFile.read(read(plan), plan.toString());
      LifecycleActs acts = session.lifecycle();
      LifecycleActs.Migration migration = dryRun ? acts.migration(file) : run(session, file, links);
      Map<String, Object> node = new LinkedHashMap<>(LifecycleWords.node(migration));
      node.put("dryRun", dryRun);
      terminal.result(json, node, LifecycleWords.lines(migration));
      return dryRun || migration.done() ? Exit.PASSED : Exit.FAILED;
    }
  }

  private LifecycleActs.Migration run(Session session, MigrationFile file, List<String> links) {
    List<String> ids =
        links.stream().map(link -> session.acts().idOf(session.address(link))).distinct().toList();
    return Work.inOrder(
        program,
        terminal,
        session
            .lifecycle()
            .migrate(
                file,
                ids,
                CardOption.confirmed(program, terminal, yes, Optional.ofNullable(typed))),
        LONGEST);
  }

  /// A device of a served bench brings its bench with it.
  private Place served(List<String> links) {
    return place.bench().isPresent()
        ? place
        : links.stream()
            .flatMap(link -> program.benchOf(link).stream())
            .findFirst()
            .map(place::on)
            .orElse(place);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Fault(
          JobCodes.UNREADABLE, "reading a migration plan", file.toString(), e.getMessage(), e);
    }
  }
}
