package simwright.ui.acceptance;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import simwright.transcript.TranscriptRange;
import simwright.ui.fx.Ages;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.State;

/// A run as a person looks at it: its verdict or how far it is, why, what was read, and the bytes
/// behind what was clicked.
public final class RunModel {
  private final Workbench bench;
  private final AcceptanceSource source;
  private final ReadOnlyObjectWrapper<Optional<AcceptanceSource.Run>> run =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<State> verdict = new ReadOnlyObjectWrapper<>(State.IDLE);
  private final ReadOnlyStringWrapper verdictWords = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper why = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper bytes = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper finished = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper there = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper evidence = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper();

  /// No run is shown yet.
  public RunModel(Workbench bench, AcceptanceSource source) {
    this.bench = bench;
    this.source = source;
    evidence.bind(bytes.isNotEmpty());
  }

  /// Shows a run, or that there is none.
  public void show(Optional<AcceptanceSource.Run> shown) {
    if (!run.get().map(AcceptanceSource.Run::id).equals(shown.map(AcceptanceSource.Run::id))) {
      bytes.set("");
    }
    there.set(shown.isPresent());
    shown.ifPresentOrElse(this::tell, this::none);
    run.set(shown);
  }

  private void tell(AcceptanceSource.Run shown) {
    finished.set(shown.verdict().isPresent());
    verdict.set(shown.verdict().orElse(State.BUSY));
    verdictWords.set(shown.verdict().isPresent() ? shown.outcome() : Text.of("acceptance.running"));
    title.set(DeviceText.literal(shown.plan()));
    why.set(DeviceText.literal(shown.why()));
    var at = shown.progress();
    share.set(at.total() == 0 ? 0 : (double) at.done() / at.total());
    progress.set(finished.get() ? "" : far(at));
  }

  private void none() {
    finished.set(false);
    why.set("");
    progress.set("");
  }

  private static String far(AcceptanceSource.Progress at) {
    String words =
        Text.format(
            "acceptance.progress", at.done(), at.total(), DeviceText.literal(at.step()).strip());
    return at.left()
        .map(left -> words + " · " + Text.format("acceptance.left", Ages.length(left)))
        .orElse(words);
  }

  /// Shows the bytes of a range.
  public void open(String name, TranscriptRange range) {
    bench
        .background()
        .run(
            "evidence",
            () -> source.bytes(range),
            lines -> {
              StringBuilder text = new StringBuilder();
              text.append(
                  Text.format("acceptance.bytes", name, range.file(), range.from(), range.to()));
              lines.forEach(line -> text.append('\n').append(DeviceText.literal(line.format())));
              bytes.set(text.toString());
            },
            bench.notices()::tell);
  }

  /// Shows no bytes any more; false where none were shown.
  public boolean fold() {
    boolean shown = evidence.get();
    bytes.set("");
    return shown;
  }

  /// Writes the report of the run shown and says where it lies.
  public void report(AcceptanceSource.Form form) {
    run.get()
        .filter(shown -> shown.verdict().isPresent())
        .ifPresent(shown ->
            bench.start(
                () -> source.report(shown.id(), form),
                where -> bench.notices().tell(Text.format("acceptance.reported", where))));
  }

  /// The run shown.
  public ReadOnlyObjectProperty<Optional<AcceptanceSource.Run>> runProperty() {
    return run.getReadOnlyProperty();
  }

  /// The run shown.
  public Optional<AcceptanceSource.Run> getRun() {
    return run.get();
  }

  /// The verdict of the run shown.
  public State getVerdict() {
    return verdict.get();
  }

  /// The verdict of the run shown.
  public ReadOnlyObjectProperty<State> verdictProperty() {
    return verdict.getReadOnlyProperty();
  }

  /// The verdict in its own word.
  public String getVerdictWords() {
    return verdictWords.get();
  }

  /// The verdict in its own word.
  public ReadOnlyStringProperty verdictWordsProperty() {
    return verdictWords.getReadOnlyProperty();
  }

  /// Why the verdict is as it is.
  public String getWhy() {
    return why.get();
  }

  /// Why the verdict is as it is.
  public ReadOnlyStringProperty whyProperty() {
    return why.getReadOnlyProperty();
  }

  /// Which plan it is of.
  public String getTitle() {
    return title.get();
  }

  /// Which plan it is of.
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /// The bytes behind what was clicked.
  public String getBytes() {
    return bytes.get();
  }

  /// The bytes behind what was clicked.
  public ReadOnlyStringProperty bytesProperty() {
    return bytes.getReadOnlyProperty();
  }

  /// Whether there is a run to show.
  public boolean isThere() {
    return there.get();
  }

  /// Whether there is a run to show.
  public ReadOnlyBooleanProperty thereProperty() {
    return there.getReadOnlyProperty();
  }

  /// Whether the run shown has its verdict.
  public boolean isFinished() {
    return finished.get();
  }

  /// Whether the run shown has its verdict.
  public ReadOnlyBooleanProperty finishedProperty() {
    return finished.getReadOnlyProperty();
  }

  /// Whether bytes are shown.
  public boolean isEvidence() {
    return evidence.get();
  }

  /// Whether bytes are shown.
  public ReadOnlyBooleanProperty evidenceProperty() {
    return evidence.getReadOnlyProperty();
  }

  /// How far the run shown is, in words; "" when it is over.
  public String getProgress() {
    return progress.get();
  }

  /// How far the run shown is, in words; "" when it is over.
  public ReadOnlyStringProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /// How far the run shown is, of 1.
  public double getShare() {
    return share.get();
  }

  /// How far the run shown is, of 1.
  public ReadOnlyDoubleProperty shareProperty() {
    return share.getReadOnlyProperty();
  }
}
