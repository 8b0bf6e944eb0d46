package simwright.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import simwright.ask.Attendant;
import simwright.catalog.CatalogFilter;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Move;
import simwright.catalog.check.Finding;
import simwright.catalog.exchange.Format;
import simwright.catalog.naming.NameCheck;
import simwright.catalog.reconcile.Difference;
import simwright.failover.RegionCoverage;
import simwright.fault.Fault;
import simwright.job.CatalogActs;
import simwright.job.Job;
import simwright.job.JobCodes;
import simwright.lpa.CardReading;
import simwright.ui.catalog.CatalogRow;
import simwright.ui.catalog.CatalogSource;
import simwright.ui.catalog.LifecycleSource;
import simwright.ui.catalog.OperatorRow;

/// What the screen of the catalog needs of it.
final class ScreenCatalog implements CatalogSource {
  private final OpenData data;
  private final Supplier<Attendant> attendant;

  ScreenCatalog(OpenData data, Supplier<Attendant> attendant) {
    this.data = data;
    this.attendant = attendant;
  }

  private CatalogActs catalog() {
    return data.catalog();
  }

  @Override
  public List<CatalogRow> rows(String filter) {
    Map<String, List<Finding>> odd =
        new HashMap<>(
            catalog().check(CatalogFilter.of(filter)).stream()
                .collect(Collectors.groupingBy(each -> each.profile().key())));
    return catalog().search(CatalogFilter.of(filter)).stream()
        .map(each -> new CatalogRow(each, odd.getOrDefault(each.key(), List.of())))
        .toList();
  }

  @Override
  public List<Move> history(CatalogProfile profile) {
    return catalog().history(profile);
  }

  @Override
  public NameCheck name(CatalogProfile profile, String name) {
    return catalog().name(profile, name);
  }

  @Override
  public List<RegionCoverage> coverage() {
    return data.holes().coverage();
  }

  @Override
  public List<OperatorRow> operators() {
    CatalogActs acts = catalog();
    return acts.operators("").stream()
        .map(each -> new OperatorRow(each, acts.of(each).size(), acts.contractWarning(each)))
        .toList();
  }

  @Override
  public Job<CatalogProfile> rename(CatalogProfile profile, String name) {
    return catalog().rename(profile, name, attendant.get());
  }

  @Override
  public Job<CatalogActs.Imported> take(Path file, boolean skipBad) {
    try {
      return catalog().take(Files.readAllBytes(file), file.toString(), skipBad, attendant.get());
    } catch (IOException e) {
      throw new Fault(
          JobCodes.UNREADABLE, "importing profiles", file.toString(), e.getMessage(), e);
    }
  }

  @Override
  public String export(String filter) {
    Path file = data.data().root().resolve("exports").resolve("catalog.csv");
    CatalogActs.Exported made = catalog().export(CatalogFilter.of(filter), Format.CSV, false);
    try {
      Files.createDirectories(file.getParent());
      return Files.write(file, made.text().getBytes(StandardCharsets.UTF_8)).toString();
    } catch (IOException e) {
      throw new Fault(
          JobCodes.UNWRITABLE, "exporting the catalog", file.toString(), e.getMessage(), e);
    }
  }

  @Override
  public Job<CardReading> read(String device) {
    return data.cards().read(device, attendant.get());
  }

  @Override
  public List<Difference> compare(CardReading reading) {
    return catalog().compare(reading);
  }

  @Override
  public LifecycleSource lifecycle() {
    return new ScreenLifecycle(data, attendant);
  }

  @Override
  public Job<?> mend(String device, Difference difference) {
    return difference.action() == Difference.Action.DELIVER
        ? data.cards().send(device, attendant.get())
        : catalog().mend(device, difference, attendant.get());
  }
}
