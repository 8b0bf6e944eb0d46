package simwright.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.catalog.ApnSetting;
import simwright.catalog.provider.Listed;
import simwright.catalog.provider.Operator;
import simwright.catalog.provider.Providers;
import simwright.identity.Plmn;
import simwright.job.CatalogActs;

/// Lists and shows operators: a person's own with their contracts, and those of the directory.
@Command(
    name = "operators",
    description = "Operators with their numbers, access points and contracts.",
    footer = {
      "",
      "Your own entries are read from the file operators.yaml of the folder catalog: name,"
          + " country,",
      "networks, iccids, imsis, apns, variations, from, until, priceTier, minimumCommitment,",
      "serviceLevels. They come before those of the directory (mobile-broadband-provider-info).",
      "",
      "Examples:",
      "  simwright catalog operators list --own",
      "  simwright catalog operators show Orange --json"
    })
public final class CatalogOperatorsCommand {
  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public CatalogOperatorsCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Command(
      name = "list",
      description = "List operators; a contract that ends within 60 days, or has, is a warning.",
      footer = {
        "",
        "Examples:",
        "  simwright catalog operators list FR",
        "  simwright catalog operators list 20801 --json"
      })
  int list(
      @Mixin Place place,
      @Parameters(arity = "0..*", paramLabel = "WORDS", description = "What to look for.")
          List<String> words,
      @Option(names = "--own", description = "Your own entries alone.") boolean own,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      CatalogActs catalog = session.catalog();
      List<Listed> found =
          catalog.operators(words == null ? "" : String.join(" ", words)).stream()
              .filter(each -> !own || each.own().isPresent())
              .toList();
      Providers directory = catalog.directory();
      List<String> warnings =
          found.stream().flatMap(each -> warned(catalog, each).stream()).toList();
      if (json) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("directory", directory.origin());
        node.put("date", directory.modified().toString());
        node.put("operators", found.stream().map(each -> node(catalog, each)).toList());
        terminal.json(node);
      } else {
        List<List<String>> rows =
            new ArrayList<>(List.of(List.of("NAME", "COUNTRY", "NETWORKS", "FROM", "CONTRACT")));
        found.forEach(each -> rows.add(row(each)));
        terminal.table(rows);
        warnings.forEach(each -> terminal.say("◆ " + each + "."));
      }
      return found.isEmpty() || !warnings.isEmpty() ? Exit.FAILED : Exit.PASSED;
    }
  }

  @Command(
      name = "show",
      description = "Show all that is known of an operator.",
      footer = {
        "",
        "Examples:",
        "  simwright catalog operators show Orange",
        "  simwright catalog operators show Orange --json"
      })
  int show(
      @Mixin Place place,
      @Parameters(paramLabel = "NAME", description = "Its name.") String name,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    try (Session session = program.open(place)) {
      CatalogActs catalog = session.catalog();
      List<Listed> found = catalog.operator(name);
      List<Map<String, Object>> nodes = found.stream().map(each -> node(catalog, each)).toList();
      List<String> lines = new ArrayList<>();
      for (Map<String, Object> node : nodes) {
        node.forEach((field, value) -> {
          if (value != null && !value.equals("") && !value.equals(List.of())) {
            lines.add(field + ": " + value);
          }
        });
      }
      terminal.result(json, Map.of("operators", nodes), lines);
      return found.stream().anyMatch(each -> warned(catalog, each).isPresent())
          ? Exit.FAILED
          : Exit.PASSED;
    }
  }

  private static Optional<String> warned(CatalogActs catalog, Listed each) {
    return catalog.contractWarning(each).map(words -> each.name() + ": " + words);
  }

  private static String networks(List<Plmn> networks) {
    return networks.stream().map(Plmn::toString).collect(Collectors.joining(" "));
  }

  private static List<String> row(Listed each) {
    String until =
        each.own().flatMap(own -> own.contract().until()).map(end -> "until " + end).orElse("");
    return List.of(
        each.name(),
        each.country(),
        networks(each.networks().stream().limit(3).toList())
            + (each.networks().size() > 3 ? " …" : ""),
        each.own().isPresent() ? "own" : "directory",
        until);
  }

  private static Map<String, Object> node(CatalogActs catalog, Listed each) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", each.name());
    node.put("country", each.country());
    node.put("source", each.own().isPresent() ? "own" : "directory");
    node.put("networks", each.networks().stream().map(Plmn::toString).toList());
    node.put("apns", each.apns());
    node.put("profiles", catalog.of(each).size());
    Optional<Operator> own = each.own();
    node.put("iccids", own.map(Operator::iccids).orElse(List.of()));
    node.put("imsis", own.map(Operator::imsis).orElse(List.of()));
    node.put(
        "variations",
        own.map(Operator::variations).orElse(List.of()).stream()
            .map(CatalogOperatorsCommand::node)
            .toList());
    Optional<Operator.Contract> contract = own.map(Operator::contract);
    node.put("from", contract.flatMap(Operator.Contract::from).map(Object::toString).orElse(null));
    node.put(
        "until", contract.flatMap(Operator.Contract::until).map(Object::toString).orElse(null));
    node.put("priceTier", contract.map(Operator.Contract::priceTier).orElse(""));
    node.put("minimumCommitment", contract.map(Operator.Contract::minimumCommitment).orElse(""));
    node.put("serviceLevels", contract.map(Operator.Contract::serviceLevels).orElse(List.of()));
    node.put("warning", catalog.contractWarning(each).orElse(null));
    return node;
  }

  private static Map<String, Object> node(Operator.Variation each) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", each.name());
    node.put("tariffs", each.tariffs());
    node.put("iccids", each.iccids());
    node.put("imsis", each.imsis());
    node.put("apns", each.apns().stream().map(ApnSetting::apn).map(apn -> apn.value()).toList());
    return node;
  }
}
