package simwright.ui.terminal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import simwright.device.Attachment;
import simwright.device.Devices;
import simwright.fault.Fault;
import simwright.observe.Subscription;
import simwright.observe.Value;
import simwright.runbook.Explained;
import simwright.time.Task;
import simwright.time.Time;
import simwright.transcript.Direction;
import simwright.ui.frame.Navigation;
import simwright.ui.frame.Notices;
import simwright.ui.fx.Background;
import simwright.ui.fx.Bridge;
import simwright.ui.fx.Desk;
import simwright.ui.fx.Subscriptions;
import simwright.ui.fx.Text;

/// What the terminal shows: a window of at most 100,000 lines over the chosen device's transcript,
/// and the command line.
public final class TerminalViewModel implements Subscription {
  /// The most lines that are held.
  public static final int WINDOW = 100_000;

  private static final Duration PERIOD = Duration.ofMillis(100);

  private final TerminalSource source;
  private final Navigation navigation;
  private final Notices notices;
  private final Background background;
  private final Desk desk;
  private final MacroRun macroRun;
  private final Tail tail;
  private final History history = new History();
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final StringProperty command = new SimpleStringProperty("");
  private final StringProperty search = new SimpleStringProperty("");
  private final ReadOnlyIntegerWrapper resting = new ReadOnlyIntegerWrapper(-1);
  private String sent = "";
  private final SimpleBooleanProperty following = new SimpleBooleanProperty(true);
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private final Subscriptions subscriptions = new Subscriptions();
  private List<Attachment> devices = List.of();
  private String file = "";

  /// Where the terminal's work is done: the bridge, the background, the clock, the desk.
  public record Workshop(Bridge bridge, Background background, Time time, Desk desk) {}

  /// Follows the transcript of the device that is chosen in the frame.
  public TerminalViewModel(
      Workshop shop,
      Devices source,
      TerminalSource terminal,
      Navigation navigation,
      Notices notices) {
    this.source = terminal;
    this.navigation = navigation;
    this.notices = notices;
    this.macroRun = new MacroRun(terminal, shop.time());
    this.tail =
        new Tail(terminal, shop.background(), this::append, notices::tell, shop.time().zone());
    this.background = shop.background();
    this.desk = shop.desk();
    Value<Long> turn = new Value<>(0L);
    Task tick = shop.time().every(PERIOD, "terminal", () -> turn.update(before -> before + 1));
    subscriptions.add(tick::cancel);
    navigation.deviceProperty().addListener((_, _, _) -> choose());
    subscriptions.add(
        shop.bridge()
            .watch(
                source.all(),
                all -> {
                  devices = all;
                  choose();
                }));
    subscriptions.add(shop.bridge().watch(turn, _ -> tail.poll()));
  }

  private Optional<Attachment> device() {
    return devices.stream().filter(one -> one.id().equals(navigation.getDevice())).findFirst();
  }

  private void choose() {
    ready.set(device().filter(one -> one.state() == Attachment.State.CONNECTED).isPresent());
    String now = device().flatMap(Attachment::transcript).orElse("");
    if (!now.equals(file)) {
      file = now;
      rows.clear();
      tail.turn(now);
    }
  }

  private void append(List<Row> more) {
    int over = rows.size() + more.size() - WINDOW;
    if (over > 0) {
      rows.remove(0, Math.min(over, rows.size()));
    }
    rows.addAll(more.size() > WINDOW ? more.subList(more.size() - WINDOW, more.size()) : more);
    rest(rows.size() - Math.min(more.size(), rows.size()));
  }

  /// The list rests at the line a person sent, so that what the polling asks next does not carry
  /// its answer away; it follows again when asked to.
  private void rest(int from) {
    for (int i = from; i < rows.size() && !sent.isEmpty(); i++) {
      Row row = rows.get(i);
      if (row.direction() == Direction.SENT && row.text().equals(sent)) {
        sent = "";
        following.set(false);
        resting.set(i);
      }
    }
  }

  /// Sends what stands in the command line.
  public void send() {
    String line = command.get().strip();
    if (line.isEmpty() || !ready.get()) {
      return;
    }
    history.add(line);
    command.set("");
    resting.set(-1);
    sent = line;
    try {
      notices.follow(source.send(navigation.getDevice(), line));
    } catch (Fault refused) {
      sent = "";
      notices.tell(refused);
    }
  }

  /// The row of the line a person sent last, where the list rests; -1 when it is not there yet.
  public ReadOnlyIntegerProperty restingProperty() {
    return resting.getReadOnlyProperty();
  }

  /// Runs a macro and tells where it stopped.
  public void run(Macro macro) {
    String device = navigation.getDevice();
    background.run(
        "macro", () -> macroRun.run(device, macro), end -> notices.tell(end), notices::tell);
  }

  /// The line sent before the one shown.
  public void up() {
    command.set(history.up(command.get()));
  }

  /// The line sent after the one shown.
  public void down() {
    command.set(history.down(command.get()));
  }

  /// The next row after `from` that holds what is searched, going round; -1 when none does.
  public int find(int from) {
    String wanted = search.get().toLowerCase(Locale.ROOT);
    for (int i = 1; i <= rows.size() && !wanted.isEmpty(); i++) {
      int at = Math.floorMod(from + i, rows.size());
      if (rows.get(at).text().toLowerCase(Locale.ROOT).contains(wanted)) {
        return at;
      }
    }
    return -1;
  }

  /// What a row means, in words; "" when nothing is known.
  public String explain(Row row) {
    return row.direction() == Direction.RECEIVED ? source.explain(row.command(), row.text()) : "";
  }

  /// A row with all its parts in words.
  public Explained tree(Row row) {
    return row.direction() == Direction.RECEIVED
        ? source.tree(row.command(), row.text())
        : source.tree("", row.text());
  }

  /// The rows as a person pastes them: a transcript, or Markdown for a ticket.
  public String text(boolean markdown) {
    return markdown ? Export.markdown(file, rows, this::explain) : Export.transcript(rows);
  }

  /// Keeps the rows as a file, as a transcript or as Markdown.
  public void export(boolean markdown) {
    String text = text(markdown);
    save(markdown ? "transcript.md" : "transcript.txt", () -> text);
  }

  /// Keeps the whole transcript as a file that can be replayed.
  public void exportFixture() {
    String from = file;
    if (!from.isEmpty()) {
      save("replay.txt", () -> source.fixture(from));
    }
  }

  private void save(String name, Supplier<String> text) {
    background.run(
        "export",
        () -> desk.save(name, text.get()),
        where -> notices.tell(Text.format("terminal.saved", where)),
        notices::tell);
  }

  /// Keeps a person's own macro.
  public void saveMacro(String name, String text) {
    try {
      source.saveMacro(name, text);
      notices.tell(Text.format("terminal.macro.saved", name));
    } catch (Fault refused) {
      notices.tell(refused);
    }
  }

  /// The macros there are.
  public List<Macro> macros() {
    return source.macros();
  }

  /// The rows of the window, oldest first.
  public ObservableList<Row> getRows() {
    return rows;
  }

  /// The command line.
  public String getCommand() {
    return command.get();
  }

  /// The command line.
  public StringProperty commandProperty() {
    return command;
  }

  /// What is searched.
  public String getSearch() {
    return search.get();
  }

  /// What is searched.
  public StringProperty searchProperty() {
    return search;
  }

  /// Whether the newest line is kept in sight.
  public boolean isFollowing() {
    return following.get();
  }

  /// Whether the newest line is kept in sight.
  public SimpleBooleanProperty followingProperty() {
    return following;
  }

  /// Whether the chosen device takes lines now.
  public boolean isReady() {
    return ready.get();
  }

  /// Whether the chosen device takes lines now.
  public ReadOnlyBooleanProperty readyProperty() {
    return ready.getReadOnlyProperty();
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
