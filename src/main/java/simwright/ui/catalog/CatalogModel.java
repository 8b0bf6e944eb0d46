package simwright.ui.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Move;
import simwright.catalog.exchange.Trouble;
import simwright.catalog.naming.NameCheck;
import simwright.catalog.reconcile.Difference;
import simwright.failover.RegionCoverage;
import simwright.job.CatalogActs;
import simwright.ui.acceptance.Workbench;
import simwright.ui.frame.Action;
import simwright.ui.frame.Screen;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;

/// The catalog as far as a filter means it, how regions are covered, and where a card differs.
public final class CatalogModel {
  private static final int SHOWN = 3;
  private static final String KEPT = "catalog.filters";
  private static final String BETWEEN = " | ";

  private final Workbench bench;
  private final CatalogSource source;
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObservableList<CatalogRow> rows = FXCollections.observableArrayList();
  private final ObservableList<RegionCoverage> coverage = FXCollections.observableArrayList();
  private final ObservableList<OperatorRow> operators = FXCollections.observableArrayList();
  private final ObservableList<Difference> differences = FXCollections.observableArrayList();
  private final ObservableList<String> filters = FXCollections.observableArrayList();
  private final LifecycleModel lifecycle;
  private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(false);
  private final StringProperty compared = new SimpleStringProperty("");
  private boolean reading;
  private boolean again;

  /// Nothing is read before it is asked for.
  public CatalogModel(Workbench bench, CatalogSource source) {
    this.bench = bench;
    this.source = source;
    this.lifecycle = new LifecycleModel(bench, source.lifecycle(), this::refresh);
    compared.set(Text.of("catalog.card.before"));
    Stream.of(bench.desk().recall(KEPT).split(" \\| "))
        .filter(each -> !each.isBlank())
        .forEach(filters::add);
    filter.addListener((_, _, _) -> rows());
  }

  /// Reads profiles, coverage and operators.
  public void refresh() {
    rows();
    bench.background().run("coverage", source::coverage, coverage::setAll, bench.notices()::tell);
    bench
        .background()
        .run("operators", source::operators, operators::setAll, bench.notices()::tell);
  }

  /// One reading at a time; the newest filter last.
  private void rows() {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    String wanted = filter.get();
    bench
        .background()
        .run(
            "catalog",
            () -> source.rows(wanted),
            found -> {
              reading = false;
              rows.setAll(found);
              empty.set(found.isEmpty() && wanted.isBlank());
              if (again) {
                again = false;
                rows();
              }
            },
            fault -> {
              reading = false;
              bench.notices().tell(fault);
            });
  }

  /// Passes the steps of a profile's life on.
  public void history(CatalogProfile profile, Consumer<List<Move>> then) {
    bench.background().run("history", () -> source.history(profile), then, bench.notices()::tell);
  }

  /// Passes on what is to be said of a name for a profile.
  public void check(CatalogProfile profile, String name, Consumer<NameCheck> then) {
    bench.background().run("name", () -> source.name(profile, name), then, bench.notices()::tell);
  }

  /// Gives a profile another name.
  public void rename(CatalogProfile profile, String name) {
    bench.start(
        () -> source.rename(profile, name),
        renamed -> {
          bench.notices().tell(Text.format("catalog.renamed", renamed.name()));
          refresh();
        });
  }

  /// Takes the profiles of a file in, all of them; where some cannot be used that is told, with the
  /// way to take the others.
  public void take(Path file, boolean skipBad) {
    bench.start(() -> source.take(file, skipBad), made -> taken(file, made));
  }

  private void taken(Path file, CatalogActs.Imported made) {
    if (made.taken()) {
      bench.notices().tell(Text.format("catalog.imported", made.incoming().good().size()));
      refresh();
      return;
    }
    List<Trouble> bad = made.incoming().bad();
    List<String> lines = new ArrayList<>();
    bad.stream().limit(SHOWN).map(each -> DeviceText.literal(each.words())).forEach(lines::add);
    if (bad.size() > SHOWN) {
      lines.add(Text.format("catalog.more", bad.size() - SHOWN));
    }
    bench
        .notices()
        .tell(
            Text.format(
                "catalog.refused",
                made.incoming().badRows(),
                made.incoming().rows(),
                String.join("; ", lines)),
            new Action(Text.of("catalog.take.good"), "", () -> take(file, true)));
  }

  /// Writes what the filter means as a file.
  public void export() {
    String wanted = filter.get();
    int count = rows.size();
    bench
        .background()
        .run(
            "export",
            () -> source.export(wanted),
            where -> bench.notices().tell(Text.format("catalog.exported", count, where)),
            bench.notices()::tell);
  }

  /// Keeps the filter as it stands for later sessions, or forgets it.
  public void keep(boolean kept) {
    String now = filter.get().strip().replace("|", "");
    filters.remove(now);
    if (kept && !now.isEmpty()) {
      filters.add(now);
    }
    bench.desk().keep(KEPT, filters.stream().collect(Collectors.joining(BETWEEN)));
  }

  /// Reads the card of the chosen device and holds it against the catalog.
  public void compare() {
    String device = bench.navigation().getDevice();
    if (device.isEmpty()) {
      compared.set(Text.of("catalog.card.none"));
      return;
    }
    bench.start(
        () -> source.read(device),
        read ->
            bench
                .background()
                .run("compare", () -> source.compare(read), this::show, bench.notices()::tell));
  }

  private void show(List<Difference> found) {
    differences.setAll(found);
    compared.set(found.isEmpty() ? Text.of("catalog.card.agrees") : "");
  }

  /// Does what mends a difference, then compares again; what is to be deleted from the card is left
  /// to the screen of its profiles.
  public void mend(Difference difference) {
    if (difference.action() == Difference.Action.DELETE_FROM_CARD) {
      bench.navigation().show(Screen.PROFILES);
      return;
    }
    String device = bench.navigation().getDevice();
    bench.start(
        () -> source.mend(device, difference),
        _ -> {
          refresh();
          compare();
        });
  }

  /// What is looked for.
  public StringProperty filterProperty() {
    return filter;
  }

  /// Versions and the end of a profile's life.
  public LifecycleModel lifecycle() {
    return lifecycle;
  }

  /// The profiles that the filter means.
  public ObservableList<CatalogRow> getRows() {
    return rows;
  }

  /// The filters that were kept.
  public ObservableList<String> getFilters() {
    return filters;
  }

  /// How regions are covered.
  public ObservableList<RegionCoverage> getCoverage() {
    return coverage;
  }

  /// The operators, a person's own first.
  public ObservableList<OperatorRow> getOperators() {
    return operators;
  }

  /// Where the card differs.
  public ObservableList<Difference> getDifferences() {
    return differences;
  }

  /// How the comparison came out where no difference is shown.
  public StringProperty comparedProperty() {
    return compared;
  }

  /// Whether the catalog holds nothing at all.
  public ReadOnlyBooleanProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }
}
