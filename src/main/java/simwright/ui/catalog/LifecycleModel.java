package simwright.ui.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import simwright.catalog.CatalogProfile;
import simwright.job.LifecycleActs;
import simwright.rollout.retirement.Retirement;
import simwright.rollout.retirement.Retiring;
import simwright.ui.acceptance.Workbench;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;

/// How retirements stand, and a migration plan with how far it is.
public final class LifecycleModel {
  private final Workbench bench;
  private final LifecycleSource source;
  private final Runnable changed;
  private final ObservableList<LifecycleActs.Migrated> profiles =
      FXCollections.observableArrayList();
  private final ObservableList<String> notes = FXCollections.observableArrayList();
  private final StringProperty standing = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper planned = new ReadOnlyBooleanWrapper(false);
  private @Nullable Path plan;

  /// `changed` is told when the catalog may be other than it was.
  public LifecycleModel(Workbench bench, LifecycleSource source, Runnable changed) {
    this.bench = bench;
    this.source = source;
    this.changed = changed;
    standing.set(Text.of("catalog.migrate.none"));
  }

  /// Passes on how the retirement of a profile stands.
  public void retirement(CatalogProfile profile, Consumer<Retirement> then) {
    bench
        .background()
        .run("retirement", () -> source.retirement(profile), then, bench.notices()::tell);
  }

  /// Retires a profile as far as that goes now, on the card of the chosen device where it was on
  /// one.
  public void retire(CatalogProfile profile, Retirement now, Optional<String> reference) {
    String device = bench.navigation().getDevice();
    Optional<String> at = Optional.of(device).filter(each -> !each.isEmpty() && now.installed());
    bench.start(() -> source.retire(profile, at, reference), this::retired);
  }

  private void retired(Retiring.Outcome outcome) {
    outcome.stopped().forEach(bench.notices()::tell);
    if (outcome.retirement().complete()) {
      bench
          .notices()
          .tell(Text.format("catalog.retired", DeviceText.literal(outcome.profile().words())));
    }
    changed.run();
  }

  /// Writes what the operator is to be asked.
  public void ticket(CatalogProfile profile) {
    bench.start(
        () -> source.ticket(profile),
        file -> {
          bench.notices().tell(Text.format("catalog.ticket.written", file));
          changed.run();
        });
  }

  /// Shows a plan and how far it is.
  public void choose(Path file) {
    bench
        .background()
        .run(
            "migration",
            () -> source.migration(file),
            found -> {
              plan = file;
              planned.set(true);
              show(found);
            },
            bench.notices()::tell);
  }

  /// Carries the plan out on the chosen device.
  public void migrate() {
    Path file = plan;
    String device = bench.navigation().getDevice();
    if (file == null || device.isEmpty()) {
      standing.set(Text.of(file == null ? "catalog.migrate.none" : "catalog.card.none"));
      return;
    }
    bench.start(
        () -> source.migrate(file, device),
        made -> {
          show(made);
          changed.run();
        });
  }

  private void show(LifecycleActs.Migration made) {
    profiles.setAll(made.profiles());
    List<String> lines = new ArrayList<>();
    made.devices()
        .forEach(each ->
            lines.add(
                Text.format(
                    "catalog.migrate.device",
                    DeviceText.literal(each.device()),
                    DeviceText.literal(each.why()))));
    made.without()
        .forEach(
            each -> lines.add(Text.format("catalog.migrate.without", DeviceText.literal(each))));
    notes.setAll(lines);
    long done = made.profiles().stream().filter(each -> each.next().isEmpty()).count();
    standing.set(
        Text.format("catalog.migrate.standing", made.plan().name(), done, made.profiles().size()));
  }

  /// The profiles of the plan.
  public ObservableList<LifecycleActs.Migrated> getProfiles() {
    return profiles;
  }

  /// What is to be known beside them.
  public ObservableList<String> getNotes() {
    return notes;
  }

  /// How the plan stands as a whole.
  public StringProperty standingProperty() {
    return standing;
  }

  /// Whether a plan was chosen.
  public ReadOnlyBooleanProperty plannedProperty() {
    return planned.getReadOnlyProperty();
  }
}
