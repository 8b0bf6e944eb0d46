package simwright.ui.failover;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import simwright.failover.Candidate;
import simwright.failover.Looked;
import simwright.failover.SelectionEntry;
import simwright.failover.State;
import simwright.failover.policy.Policies;
import simwright.failover.policy.PolicyFile;
import simwright.job.FailoverActs;
import simwright.observe.Subscription;
import simwright.observe.Value;
import simwright.time.Task;
import simwright.ui.acceptance.Workbench;
import simwright.ui.fx.Ages;
import simwright.ui.fx.Subscriptions;
import simwright.ui.fx.Text;
import simwright.ui.part.Placeholder;

/// Where the chosen device stands in the selection of its profiles: by what is seen while it is
/// looked after, else by what the log holds.
public final class SelectionModel implements Subscription {
  private static final String KEPT = "failover.policy";

  private final Workbench bench;
  private final FailoverSource source;
  private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
  private final ReadOnlyStringWrapper age = new ReadOnlyStringWrapper("");
  private final ObservableList<PolicyFile> policies = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<PolicyFile>> policy =
      new SimpleObjectProperty<>(Optional.empty());
  private final Placeholder state = new Placeholder(Text.of("failover.none"));
  private final Subscriptions subscriptions = new Subscriptions();
  private Map<String, Looked> looked = Map.of();
  private List<SelectionEntry> entries = List.of();
  private int asked;

  /// What is shown of a device ("" where none is chosen): where it stands and since when, whether
  /// it is looked after just now, by which policy, the profile in use ("" where nobody knows), its
  /// candidates where the card was read in this session, and what the log holds, oldest first.
  public record Shown(
      String device,
      Optional<State> state,
      Optional<Instant> since,
      boolean watched,
      String policy,
      String inUse,
      Optional<Looked> looked,
      List<SelectionEntry> entries) {
    private static final Shown NOTHING =
        new Shown(
            "", Optional.empty(), Optional.empty(), false, "", "", Optional.empty(), List.of());

    /// Whether anything is known of it.
    public boolean known() {
      return looked.isPresent() || !entries.isEmpty();
    }
  }

  /// Follows the chosen device, what is seen and what is decided; ages are renewed every second.
  public SelectionModel(Workbench bench, FailoverSource source) {
    this.bench = bench;
    this.source = source;
    policy.addListener(
        (_, _, now) -> now.ifPresent(file -> bench.desk().keep(KEPT, file.policy().name())));
    bench.navigation().deviceProperty().addListener((_, _, _) -> other());
    Value<Long> second = new Value<>(0L);
    Task tick =
        bench.time().every(Duration.ofSeconds(1), "ages", () -> second.update(old -> old + 1));
    subscriptions.add(tick::cancel);
    subscriptions.add(bench.bridge().watch(source.looked(), this::see));
    subscriptions.add(bench.bridge().watch(source.decided(), _ -> read()));
    subscriptions.add(bench.bridge().watch(second, _ -> age()));
  }

  private void other() {
    entries = List.of();
    show();
    read();
  }

  private void see(Map<String, Looked> now) {
    looked = now;
    show();
  }

  /// Reads policies and log again.
  public void refresh() {
    bench.background().run("policies", source::policies, this::offer, bench.notices()::tell);
    bench
        .background()
        .run(
            "refused policies",
            source::refused,
            all -> all.forEach(bench.notices()::tell),
            bench.notices()::tell);
    read();
  }

  private void offer(List<PolicyFile> all) {
    String wanted =
        policy.get().map(file -> file.policy().name()).orElseGet(() -> bench.desk().recall(KEPT));
    policies.setAll(all);
    policy.set(
        named(all, wanted).or(() -> named(all, Policies.USUAL)).or(() -> all.stream().findFirst()));
  }

  private static Optional<PolicyFile> named(List<PolicyFile> all, String name) {
    return all.stream().filter(each -> each.policy().name().equals(name)).findFirst();
  }

  private void read() {
    String device = bench.navigation().getDevice();
    int number = ++asked;
    if (device.isEmpty()) {
      show();
      return;
    }
    state.reading();
    bench
        .background()
        .run(
            "selections",
            () -> source.entries(device),
            found -> {
              if (number == asked) {
                state.read();
                entries = found;
                show();
              }
            },
            refused -> {
              state.failed(refused);
              bench.notices().tell(refused);
            });
  }

  private void show() {
    String device = bench.navigation().getDevice();
    if (device.isEmpty()) {
      shown.set(Shown.NOTHING);
      age();
      return;
    }
    Optional<Looked> seen = Optional.ofNullable(looked.get(device));
    Optional<SelectionEntry> last =
        entries.stream().filter(each -> !each.drilled()).reduce((_, later) -> later);
    Optional<Looked> live = seen.filter(each -> each.watched() || last.isEmpty());
    Optional<Instant> since =
        live.map(each -> each.standing().since()).or(() -> last.map(SelectionEntry::at));
    shown.set(
        new Shown(
            device,
            live.map(each -> each.standing().state()).or(() -> last.flatMap(this::stood)),
            since,
            seen.filter(Looked::watched).isPresent(),
            live.map(Looked::policy).or(() -> last.map(this::policyOf)).orElse(""),
            seen.flatMap(Looked::inUse)
                .map(Candidate::name)
                .or(() -> last.map(SelectionEntry::inUse))
                .orElse(""),
            seen,
            entries));
    age();
  }

  /// What did not take place leaves the device where it was.
  private Optional<State> stood(SelectionEntry last) {
    return last.state().or(() -> decision(last).flatMap(each -> State.of(each.before())));
  }

  private String policyOf(SelectionEntry last) {
    return last.policy().isEmpty()
        ? decision(last).map(SelectionEntry::policy).orElse("")
        : last.policy();
  }

  private Optional<SelectionEntry> decision(SelectionEntry end) {
    return entries.stream()
        .filter(each -> each.what().equals("decided") && each.id().equals(end.id()))
        .findFirst();
  }

  private void age() {
    Instant now = bench.time().now();
    age.set(
        shown
            .get()
            .looked()
            .map(each -> Text.format("failover.seen", Ages.since(each.at(), now)))
            .orElse(""));
  }

  /// Looks after the chosen device by the chosen policy for so long, at least once.
  public void watch(Duration lasting) {
    run(new FailoverActs.Wish(lasting, Optional.empty()));
  }

  /// Has another profile chosen: this one, or by `any` whichever the policy takes.
  public void want(String profile) {
    run(new FailoverActs.Wish(Duration.ZERO, Optional.of(profile)));
  }

  /// Reads the chosen device and its card, and decides nothing.
  public void look() {
    ready((device, file) -> bench.start(() -> source.look(device, file), _ -> {}));
  }

  private void run(FailoverActs.Wish wish) {
    ready((device, file) ->
        bench.start(
            () -> source.run(device, file, wish),
            end -> {
              end.reconciled().ifPresent(bench.notices()::tell);
              read();
            }));
  }

  private interface Act {
    void with(String device, PolicyFile policy);
  }

  private void ready(Act act) {
    String device = bench.navigation().getDevice();
    if (device.isEmpty()) {
      bench.notices().tell(Text.of("failover.choose"));
    } else {
      policy.get().ifPresent(file -> act.with(device, file));
    }
  }

  /// What is shown.
  public ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// How old what was seen is.
  public ReadOnlyStringProperty ageProperty() {
    return age.getReadOnlyProperty();
  }

  /// The policies there are.
  public ObservableList<PolicyFile> getPolicies() {
    return policies;
  }

  /// The policy that is meant.
  public ObjectProperty<Optional<PolicyFile>> policyProperty() {
    return policy;
  }

  /// What stands where there is nothing.
  public Placeholder getState() {
    return state;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
