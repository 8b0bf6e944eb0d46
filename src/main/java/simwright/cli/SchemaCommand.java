package simwright.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import simwright.job.PlanActs;

/// Prints the JSON schema (draft 2020-12) of what a command prints with `--json`.
@Command(
    name = "schema",
    description =
        "Print the JSON schema of what a command prints with --json, of plans or of limits.",
    footer = {
      "",
      "Fields may be added in later versions; none goes away within a major version.",
      "",
      "Examples:",
      "  simwright schema",
      "  simwright schema probe",
      "  simwright schema accept-run"
    })
public final class SchemaCommand implements Callable<Integer> {
  /// The schema of what is printed with `--json` when a command could not be carried out.
  public static final String ERROR = "error";

  /// The schema of acceptance plans, which a person writes.
  public static final String PLAN = "plan";

  /// The schema of the limits of plans, which a person writes, too.
  public static final String LIMITS = "limits";

  /// The schema of an exported registry of devices.
  public static final String REGISTRY = "registry";

  /// The schema of the rules for data, which a person writes.
  public static final String DATA_RULES = "data-rules";

  /// The schema of policies of selection, which a person writes.
  public static final String FAILOVER_POLICY = "failover-policy";

  /// The schema of courses of events that policies are tried with.
  public static final String FAILOVER_TRACE = "failover-trace";

  /// The schema of migration plans, which a person writes.
  public static final String CATALOG_MIGRATION = "catalog-migration";

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description =
          "Words of the command with dashes, or error, plan, limits, registry, data-rules,"
              + " failover-policy, failover-trace or catalog-migration; without it the names are"
              + " listed.")
  @Nullable String name;

  @Option(names = "--json", description = "Print the names as JSON.")
  boolean json;

  private final Terminal terminal;

  /// On this terminal.
  public SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (name != null) {
      terminal.text(
          schema(name)
              .orElseThrow(() ->
                  new ParameterException(
                      spec.commandLine(), "There is no schema of that name: " + name)));
      return Exit.PASSED;
    }
    List<String> names = names(spec.root().commandLine());
    terminal.result(json, Map.of("schemas", names), names);
    return Exit.PASSED;
  }

  /// The names of all schemas below this command line, sorted.
  public static List<String> names(CommandLine root) {
    return Stream.concat(
            Stream.of(
                ERROR,
                PLAN,
                LIMITS,
                REGISTRY,
                DATA_RULES,
                FAILOVER_POLICY,
                FAILOVER_TRACE,
                CATALOG_MIGRATION),
            leaves(root).filter(SchemaCommand::printsJson).map(SchemaCommand::name))
        .sorted()
        .toList();
  }

  /// All commands that do something themselves, rather than hold others.
  public static Stream<CommandLine> leaves(CommandLine command) {
    Stream<CommandLine> below =
        command.getSubcommands().values().stream().flatMap(SchemaCommand::leaves);
    boolean acts =
        command.getSubcommands().isEmpty()
            || command.getCommandSpec().userObject() instanceof Callable<?>;
    return acts ? Stream.concat(Stream.of(command), below) : below;
  }

  /// Whether a command has a result to print as JSON; only the window has none.
  public static boolean printsJson(CommandLine command) {
    return command.getCommandSpec().findOption("--json") != null;
  }

  /// Under which name the schema of a command lies: its words with dashes, without the program's.
  public static String name(CommandLine command) {
    String all = command.getCommandSpec().qualifiedName("-");
    return all.substring(all.indexOf('-') + 1);
  }

  /// The text of a schema.
  public static Optional<String> schema(String name) {
    if (name.equals(PLAN)) {
      return Optional.of(PlanActs.schema());
    }
    if (name.equals(LIMITS)) {
      return Optional.of(PlanActs.limitSchema());
    }
    if (!name.matches("[a-z][a-z-]*")) {
      return Optional.empty();
    }
    String resource = "/simwright/schema/cli/" + name + ".schema.json";
    try (InputStream in = SchemaCommand.class.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
