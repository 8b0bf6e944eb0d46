package simwright.ui.plan;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import simwright.job.PlanFiles.Checked;
import simwright.job.PlanFiles.Finding;
import simwright.job.PlanFiles.PlanText;
import simwright.ui.acceptance.Workbench;
import simwright.ui.fx.Text;
import simwright.ui.part.State;

/// The plans as files: the one chosen, its text as a person edits it, what is wrong with it, and
/// what it would do. Checked after every change, one check at a time, the newest text last.
public final class PlansModel {
  private final Workbench bench;
  private final PlansSource source;
  private final Runnable saved;
  private final ObservableList<PlanText> plans = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable PlanText> chosen = new SimpleObjectProperty<>();
  private final StringProperty text = new SimpleStringProperty("");
  private final StringProperty limits = new SimpleStringProperty("");
  private final ObservableList<Finding> findings = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<DryRun>> dry =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper own = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper savable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
  private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper("");
  private boolean checking;
  private boolean again;

  /// Reads the files; `saved` is run after one was written.
  public PlansModel(Workbench bench, PlansSource source, Runnable saved) {
    this.bench = bench;
    this.source = source;
    this.saved = saved;
    chosen.addListener((_, _, now) -> open(now));
    text.addListener((_, _, _) -> check());
    limits.addListener((_, _, _) -> check());
    refresh();
  }

  /// Reads the files again; the chosen one stays chosen, and what was typed stays.
  public void refresh() {
    bench.background().run("plan files", source::files, this::show, bench.notices()::tell);
  }

  private void show(List<PlanText> all) {
    PlanText before = chosen.get();
    boolean edited = edited();
    String typed = text.get();
    String typedLimits = limits.get();
    plans.setAll(all);
    chosen.set(
        all.stream()
            .filter(each -> before != null && each.name().equals(before.name()))
            .findFirst()
            .orElse(before != null ? before : all.isEmpty() ? null : all.getFirst()));
    if (edited) {
      text.set(typed);
      limits.set(typedLimits);
    }
    check();
  }

  private void open(@Nullable PlanText now) {
    own.set(now != null && now.own());
    text.set(now == null ? "" : now.text());
    limits.set(now == null ? "" : now.limits());
    check();
  }

  /// Whether what stands in the editor is not what stands in the file.
  private boolean edited() {
    PlanText now = chosen.get();
    return now != null
        && now.own()
        && (!now.text().equals(text.get())
            || !now.limits().equals(limits.get())
            || !plans.contains(now));
  }

  private void check() {
    PlanText now = chosen.get();
    if (now == null) {
      return;
    }
    if (checking) {
      again = true;
      return;
    }
    checking = true;
    savable.set(false);
    PlanText typed = new PlanText(now.name(), text.get(), limits.get(), now.own());
    bench
        .background()
        .run(
            "plan check",
            () -> source.check(typed),
            this::checked,
            fault -> {
              checking = false;
              bench.notices().tell(fault);
            });
  }

  private void checked(Checked result) {
    checking = false;
    if (again) {
      again = false;
      check();
      return;
    }
    findings.setAll(result.findings());
    result.plan().ifPresent(plan -> dry.set(Optional.of(DryRun.of(plan))));
    boolean good = result.plan().isPresent();
    savable.set(good && edited());
    state.set(good ? State.PASS : State.FAIL);
    says.set(
        !good
            ? Text.format("plan.broken", result.findings().size())
            : !own.get()
                ? Text.of("plan.ships")
                : edited() ? Text.of("plan.good.unsaved") : Text.of("plan.good"));
  }

  /// An own plan that begins as the chosen one; it is not written before it is saved.
  public void copy() {
    PlanText from = chosen.get();
    if (from == null) {
      return;
    }
    String name = free(from.name() + "-own");
    String ownLimits = from.limits().isBlank() ? "" : named(from.limits(), name);
    String copied = named(text.get(), name);
    if (!ownLimits.isEmpty()) {
      copied = copied.replaceFirst("(?m)^limits:.*$", "limits: " + name);
    }
    PlanText copy = new PlanText(name, copied, ownLimits, true);
    chosen.set(copy);
  }

  private String free(String wanted) {
    String name = wanted;
    int number = 2;
    while (taken(name)) {
      name = wanted + "-" + number++;
    }
    return name;
  }

  private boolean taken(String name) {
    return plans.stream().anyMatch(each -> each.name().equals(name));
  }

  private static String named(String yaml, String name) {
    return yaml.replaceFirst("(?m)^name:.*$", "name: " + name);
  }

  /// Writes the own plan with its limits.
  public void save() {
    if (!savable.get()) {
      return;
    }
    bench.start(
        () -> source.save(text.get(), limits.get()),
        where -> {
          bench.notices().tell(Text.format("plan.saved", where));
          written();
          saved.run();
        });
  }

  private void written() {
    PlanText now = chosen.get();
    if (now != null) {
      String name =
          text.get()
              .lines()
              .filter(line -> line.startsWith("name:"))
              .map(line -> line.substring(5).strip().replaceAll("[\"']", ""))
              .findFirst()
              .orElse(now.name());
      PlanText stands = new PlanText(name, text.get(), limits.get(), true);
      plans.removeIf(each -> each.own() && each.name().equals(name));
      plans.add(stands);
      chosen.set(stands);
      refresh();
    }
  }

  /// The plans, the shipped first.
  public ObservableList<PlanText> getPlans() {
    return plans;
  }

  /// The plan chosen.
  public ObjectProperty<@Nullable PlanText> chosenProperty() {
    return chosen;
  }

  /// Its text as it stands in the editor.
  public StringProperty textProperty() {
    return text;
  }

  /// The text of its limits as it stands in the editor; "" for those that ship, or none.
  public StringProperty limitsProperty() {
    return limits;
  }

  /// What is wrong with it.
  public ObservableList<Finding> getFindings() {
    return findings;
  }

  /// What it would do: of a text that is broken, what it would have done before.
  public ReadOnlyObjectProperty<Optional<DryRun>> dryProperty() {
    return dry.getReadOnlyProperty();
  }

  /// Whether it is a person's own, which can be edited.
  public boolean isOwn() {
    return own.get();
  }

  /// Whether it is a person's own, which can be edited.
  public ReadOnlyBooleanProperty ownProperty() {
    return own.getReadOnlyProperty();
  }

  /// Whether there is something to save that can be used.
  public boolean isSavable() {
    return savable.get();
  }

  /// Whether there is something to save that can be used.
  public ReadOnlyBooleanProperty savableProperty() {
    return savable.getReadOnlyProperty();
  }

  /// Whether it can be used.
  public State getState() {
    return state.get();
  }

  /// Whether it can be used.
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// The same in words.
  public String getSays() {
    return says.get();
  }

  /// The same in words.
  public ReadOnlyStringProperty saysProperty() {
    return says.getReadOnlyProperty();
  }
}
