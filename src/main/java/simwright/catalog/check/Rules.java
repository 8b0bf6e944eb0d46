package simwright.catalog.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import simwright.catalog.CatalogCodes;
import simwright.catalog.naming.Grammar;
import simwright.catalog.naming.Naming;
import simwright.catalog.provider.Operators;
import simwright.catalog.provider.Providers;
import simwright.catalog.region.Regions;
import simwright.fault.Fault;

/// By what profiles are checked: regions, names and operators, those that ship with what a person
/// wrote beside them.
public record Rules(Regions regions, Naming naming, Operators operators) {
  /// The rules with a person's own `regions.yaml`, `naming.yaml` and `operators.yaml` in a folder,
  /// which need not be there; `installed` is the file of providers on this machine. Throws
  /// `catalog/broken-rules`.
  public static Rules of(Path folder, Path installed) {
    Regions shipped = Regions.shipped();
    Regions regions =
        own(folder, "regions.yaml")
            .map(text -> shipped.with(Regions.read(text, "regions.yaml")))
            .orElse(shipped);
    Grammar grammar =
        own(folder, "naming.yaml")
            .map(text -> Grammar.read(text, "naming.yaml"))
            .orElseGet(Grammar::shipped);
    var operators =
        own(folder, "operators.yaml")
            .map(text -> Operators.read(text, "operators.yaml"))
            .orElse(List.of());
    return new Rules(
        regions,
        new Naming(grammar, regions),
        new Operators(operators, Providers.newest(installed)));
  }

  private static Optional<String> own(Path folder, String name) {
    Path file = folder.resolve(name);
    try {
      return Files.isRegularFile(file)
          ? Optional.of(Files.readString(file, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      throw new Fault(
          CatalogCodes.BROKEN_RULES, "reading rules", file.toString(), e.getMessage(), e);
    }
  }
}
