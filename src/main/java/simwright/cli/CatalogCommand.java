package simwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import simwright.ask.Attendant;
import simwright.catalog.CatalogFilter;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Expiry;
import simwright.catalog.LifecycleState;
import simwright.catalog.Move;
import simwright.catalog.check.Finding;
import simwright.catalog.exchange.Format;
import simwright.catalog.naming.NameCheck;
import simwright.fault.Fault;
import simwright.job.CatalogActs;
import simwright.job.JobCodes;
import simwright.rollout.retirement.Retirement;

/// Shows, checks, exports and changes the catalog of profiles.
@Command(
    name = "catalog",
    description = "The catalog of profiles: what they are for, where they hold, how far they are.",
    footer = {
      "",
      "A filter is words that all stand in a profile, field:text for one field, and before:DAY for",
      "its expiry. Own rules lie in the folder catalog of the data folder: naming.yaml,",
      "regions.yaml, operators.yaml.",
      "",
      "Examples:",
      "  simwright catalog import fleet.csv",
      "  simwright catalog list region:EU use:travel",
      "  simwright catalog check",
      "  simwright catalog name prod_france_paris_26",
      "  simwright catalog reconcile /dev/ttyUSB2"
    })
public final class CatalogCommand {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Program program;
  private final Terminal terminal;

  @Spec CommandSpec spec = CommandSpec.create();

  /// On this terminal.
  public CatalogCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Command(
      name = "list",
      description = "List the profiles that a filter means, and what ends within 60 days.",
      footer = {
        "",
        "Examples:",
        "  simwright catalog list",
        "  simwright catalog list state:enabled before:2027-01-01",
        "  simwright catalog list Paris --json"
      })
  int list(
      @Mixin Place place,
      @Parameters(arity = "0..*", paramLabel = "FILTER", description = "What to look for.")
          List<String> words,
      @Option(
              names = "--identified",
              description = "With whole numbers; needs the role, and is recorded.")
          boolean identified,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    String filter = words == null ? "" : String.join(" ", words);
    try (Session session = program.open(place)) {
      CatalogActs catalog = session.catalog();
      catalog.disclose(identified, "catalog");
      List<CatalogProfile> found = catalog.search(CatalogFilter.of(filter));
      List<Expiry> ending = catalog.expiring(60);
      if (json) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("profiles", found.stream().map(each -> each.told(identified)).toList());
        node.put("expiring", ending.stream().map(CatalogWords::node).toList());
        terminal.json(node);
      } else if (found.isEmpty()) {
        terminal.line(
            filter.isEmpty()
                ? "The catalog is empty. Fill it: simwright catalog import FILE."
                : "No profile is like this.");
      } else {
        List<List<String>> rows = new ArrayList<>(List.of(CatalogWords.heading()));
        found.forEach(each -> rows.add(CatalogWords.row(each, identified)));
        terminal.table(rows);
        ending.forEach(each -> terminal.say("◆ " + each.words() + "."));
      }
      return found.isEmpty() && !filter.isEmpty() ? Exit.FAILED : Exit.PASSED;
    }
  }

  @Command(
      name = "show",
      description = "Show all that is known of a profile, and the steps of its life.",
      footer = {
        "",
        "Examples:",
        "  simwright catalog show PROD-FR-PARIS-2026",
        "  simwright catalog show 8933010000000000018 --json"
      })
  int show(
      @Mixin Place place,
      @Parameters(
              paramLabel = "PROFILE",
              description = "Its name, its ICCID, or at least the last eight digits of it.")
          String profile,
      @Option(
              names = "--identified",
              description = "With whole numbers; needs the role, and is recorded.")
          boolean identified,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      CatalogActs catalog = session.catalog();
      catalog.disclose(identified, "catalog");
      CatalogProfile found = catalog.find(profile);
      List<Move> moves = catalog.history(found);
      Optional<Retirement> retirement =
          Optional.of(session.lifecycle().retirement(found))
              .filter(each -> each.begun() || found.state() == LifecycleState.REVOKED);
      Map<String, Object> plain = found.told(identified);
      if (json) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("profile", plain);
        node.put("history", moves.stream().map(CatalogWords::node).toList());
        node.put("retirement", retirement.map(LifecycleWords::node).orElse(null));
        terminal.json(node);
      } else {
        plain.forEach((field, value) -> terminal.line(field + ": " + value));
        terminal.line("history:");
        moves.forEach(each -> terminal.line(CatalogWords.line(each)));
        retirement.ifPresent(each -> {
          terminal.line(each.words());
          LifecycleWords.lines(each).forEach(terminal::line);
        });
      }
      return Exit.PASSED;
    }
  }

  @Command(
      name = "check",
      description =
          "Check profiles: names, numbers against operators and countries, tariffs, terms.",
      footer = {
        "",
        "Examples:",
        "  simwright catalog check",
        "  simwright catalog check region:FR --json"
      })
  int check(
      @Mixin Place place,
      @Parameters(arity = "0..*", paramLabel = "FILTER", description = "Which; without it all.")
          List<String> words,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      CatalogFilter filter = CatalogFilter.of(words == null ? "" : String.join(" ", words));
      int looked = session.catalog().search(filter).size();
      List<Finding> found = session.catalog().check(filter);
      Map<String, Object> node = new LinkedHashMap<>();
      node.put("profiles", looked);
      node.put("findings", found.stream().map(CatalogWords::node).toList());
      List<String> lines = new ArrayList<>(found.stream().map(CatalogWords::line).toList());
      lines.add(
          found.isEmpty()
              ? "● Nothing is odd about " + looked + " profiles."
              : found.size() + " findings in " + looked + " profiles.");
      terminal.result(json, node, lines);
      return found.isEmpty() ? Exit.PASSED : Exit.FAILED;
    }
  }

  @Command(
      name = "name",
      description = "Check a name against the grammar, and propose the one that was meant.",
      footer = {
        "",
        "Examples:",
        "  simwright catalog name PROD-FR-PARIS-2026",
        "  simwright catalog name prod_france_paris_26 --json"
      })
  int name(
      @Mixin Place place,
      @Parameters(paramLabel = "NAME", description = "The name.") String name,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      NameCheck check = session.catalog().name(name);
      List<String> lines = new ArrayList<>();
      if (check.fits()) {
        lines.add("● It fits.");
      }
      check.wrong().forEach(each -> lines.add("▲ " + each));
      check.proposal().ifPresent(each -> lines.add("Instead: " + each));
      terminal.result(json, CatalogWords.node(check), lines);
      return check.fits() ? Exit.PASSED : Exit.FAILED;
    }
  }

  @Command(
      name = "move",
      description = "Take a profile one step further in its life.",
      footer = {
        "",
        "Only the steps that a life has are taken; who, when and why stand in the log.",
        "",
        "Examples:",
        "  simwright catalog move PROD-FR-PARIS-2026 released --why 'order 17'"
      })
  int move(
      @Mixin Place place,
      @Parameters(index = "0", paramLabel = "PROFILE", description = "Its name or ICCID.")
          String profile,
      @Parameters(
              index = "1",
              paramLabel = "STATE",
              description =
                  "reserved, released, downloaded, installed, enabled, disabled, expiring, revoked"
                      + " or deleted.")
          LifecycleState state,
      @Option(names = "--why", required = true, paramLabel = "WORDS", description = "Why.")
          String why,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      CatalogActs catalog = session.catalog();
      CatalogProfile moved =
          Work.done(
              program,
              terminal,
              catalog.move(catalog.find(profile), state, why, Attendant.absent()),
              LONGEST);
      Map<String, Object> node = new LinkedHashMap<>();
      node.put("name", moved.name());
      node.put("iccid", moved.shortened());
      node.put("state", moved.state().key());
      terminal.result(json, node, moved.words() + " is " + moved.state().key() + " now.");
      return Exit.PASSED;
    }
  }

  @Command(
      name = "export",
      description = "Write profiles to a .csv, .json or .yaml file.",
      footer = {
        "",
        "Numbers are shortened unless --identified, with which the file can be imported again.",
        "",
        "Examples:",
        "  simwright catalog export fleet.csv --identified",
        "  simwright catalog export travel.yaml use:travel"
      })
  int export(
      @Mixin Place place,
      @Parameters(index = "0", paramLabel = "FILE", description = "Where to.") Path file,
      @Parameters(
              index = "1..*",
              arity = "0..*",
              paramLabel = "FILTER",
              description = "Which; without it all.")
          List<String> words,
      @Option(
              names = "--identified",
              description = "With whole numbers; needs the role, and is recorded.")
          boolean identified,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    Format format =
        Format.of(file.toString())
            .orElseThrow(() ->
                new ParameterException(
                    spec.commandLine(), "FILE has to end in .csv, .json or .yaml"));
    try (Session session = program.open(place)) {
      CatalogActs.Exported made =
          session
              .catalog()
              .export(
                  CatalogFilter.of(words == null ? "" : String.join(" ", words)),
                  format,
                  identified);
      write(file, made.text());
      Map<String, Object> node = new LinkedHashMap<>();
      node.put("file", file.toString());
      node.put("profiles", made.profiles());
      node.put("identified", identified);
      node.put("sha256", made.sha256());
      terminal.result(
          json, node, made.profiles() + " profiles are in " + file + ", SHA-256 " + made.sha256());
      return Exit.PASSED;
    }
  }

  private static void write(Path file, String text) {
    try {
      Path unused = Files.writeString(file, text);
    } catch (IOException e) {
      throw new Fault(
          JobCodes.UNWRITABLE, "exporting the catalog", file.toString(), e.getMessage(), e);
    }
  }
}
