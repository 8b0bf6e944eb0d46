package simwright.ui.audit;

import java.util.List;
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
import simwright.fault.Fault;
import simwright.job.Job;
import simwright.job.JobView;
import simwright.journal.Recorded;
import simwright.observe.Subscription;
import simwright.time.Time;
import simwright.ui.frame.Notices;
import simwright.ui.fx.Ages;
import simwright.ui.fx.Background;
import simwright.ui.fx.Bridge;
import simwright.ui.fx.Subscriptions;
import simwright.ui.fx.Text;
import simwright.ui.part.Placeholder;
import simwright.ui.part.State;

/// What the audit screen shows: the records that match, page by page, and how the chain stands.
public final class AuditViewModel implements Subscription {
  private static final int PAGE = 200;

  private final AuditSource source;
  private final Bridge bridge;
  private final Background background;
  private final Time time;
  private final Notices notices;
  private final StringProperty words = new SimpleStringProperty("");
  private final StringProperty kind = new SimpleStringProperty("");
  private final StringProperty device = new SimpleStringProperty("");
  private final StringProperty actor = new SimpleStringProperty("");
  private final StringProperty outcome = new SimpleStringProperty("");
  private final ObjectProperty<Since> since = new SimpleObjectProperty<>(Since.EVER);
  private final ObservableList<Recorded> records = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper chain = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<State> chainState = new ReadOnlyObjectWrapper<>(State.IDLE);
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
  private final Placeholder state = new Placeholder(Text.of("audit.none"));
  private final Subscriptions subscriptions = new Subscriptions();
  private int asked;
  private long seen = -1;

  /// Reads the book in the background.
  public AuditViewModel(
      Bridge bridge, Background background, Time time, AuditSource source, Notices notices) {
    this.bridge = bridge;
    this.background = background;
    this.time = time;
    this.source = source;
    this.notices = notices;
    List.of(words, kind, device, actor, outcome)
        .forEach(part -> part.addListener((_, _, _) -> refresh()));
    since.addListener((_, _, _) -> refresh());
    subscriptions.add(bridge.watch(source.chain(), this::show));
  }

  private AuditSource.Query query() {
    return new AuditSource.Query(
        words.get().strip(),
        kind.getValueSafe(),
        device.get().strip(),
        actor.get().strip(),
        outcome.getValueSafe(),
        since.get().before(time.now()));
  }

  /// Searches from the newest record on.
  public void refresh() {
    int number = ++asked;
    page(number, Long.MAX_VALUE, true);
  }

  /// Appends the next page of older records.
  public void older() {
    if (!records.isEmpty()) {
      page(asked, records.getLast().seq(), false);
    }
  }

  private void page(int number, long before, boolean first) {
    state.reading();
    AuditSource.Query query = query();
    background.run(
        "audit search",
        () -> source.search(query, before, PAGE),
        found -> {
          if (number == asked) {
            state.read();
            if (first) {
              records.setAll(found);
            } else {
              records.addAll(found);
            }
            more.set(found.size() == PAGE);
          }
        },
        fault -> {
          state.failed(fault);
          notices.tell(fault);
        });
  }

  private void show(AuditSource.Chain now) {
    chainState.set(!now.wasChecked() ? State.IDLE : now.good() ? State.PASS : State.ERROR);
    String checked =
        now.wasChecked()
            ? Text.format("audit.checked", Ages.since(now.checked(), time.now()))
            : Text.of("audit.unchecked");
    chain.set(
        Text.format("audit.chain", now.records(), now.unanchored())
            + " · "
            + checked
            + (now.words().isEmpty() ? "" : " · " + now.words()));
    if (now.records() != seen) {
      seen = now.records();
      refresh();
    }
  }

  /// Checks the whole chain.
  public void verify() {
    try {
      notices.follow(source.verify());
    } catch (Fault refused) {
      notices.tell(refused);
    }
  }

  /// Exports what matches and says where it lies.
  public void export(String format) {
    try {
      Job<String> job = source.export(query(), format);
      notices.follow(job);
      tellEnd(job);
    } catch (Fault refused) {
      notices.tell(refused);
    }
  }

  private void tellEnd(Job<String> job) {
    Subscription[] shown = new Subscription[1];
    shown[0] =
        bridge.watch(
            job.view(),
            view -> {
              if (view.state() == JobView.State.DONE) {
                background.run(
                    "export",
                    () -> job.await(time.deadline(java.time.Duration.ofSeconds(5))).orElse(""),
                    where -> notices.tell(Text.format("audit.exported", where)),
                    notices::tell);
              }
              if (view.state() != JobView.State.RUNNING && shown[0] != null) {
                shown[0].close();
              }
            });
  }

  /// What stands where records will be.
  public Placeholder getState() {
    return state;
  }

  /// The kinds of records there are.
  public List<String> kinds() {
    return source.kinds();
  }

  /// The outcomes there are.
  public List<String> outcomes() {
    return source.outcomes();
  }

  /// The outcome searched for; "" for any.
  public StringProperty outcomeProperty() {
    return outcome;
  }

  /// How old a record may be.
  public ObjectProperty<Since> sinceProperty() {
    return since;
  }

  /// The words searched for.
  public StringProperty wordsProperty() {
    return words;
  }

  /// The kind searched for; "" for any.
  public StringProperty kindProperty() {
    return kind;
  }

  /// The device searched for.
  public StringProperty deviceProperty() {
    return device;
  }

  /// Who acted.
  public StringProperty actorProperty() {
    return actor;
  }

  /// The records found, newest first.
  public ObservableList<Recorded> getRecords() {
    return records;
  }

  /// How the chain stands, in words.
  public String getChain() {
    return chain.get();
  }

  /// How the chain stands, in words.
  public ReadOnlyStringProperty chainProperty() {
    return chain.getReadOnlyProperty();
  }

  /// How the chain stands.
  public State getChainState() {
    return chainState.get();
  }

  /// How the chain stands.
  public ReadOnlyObjectProperty<State> chainStateProperty() {
    return chainState.getReadOnlyProperty();
  }

  /// Whether there are older records.
  public boolean isMore() {
    return more.get();
  }

  /// Whether there are older records.
  public ReadOnlyBooleanProperty moreProperty() {
    return more.getReadOnlyProperty();
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
