package simwright.ui.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import simwright.observe.Subscription;
import simwright.observe.Value;
import simwright.time.Task;
import simwright.ui.frame.QuestionQueue;
import simwright.ui.fx.Ages;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Subscriptions;
import simwright.ui.fx.Text;

/// The question that waits longest, which device asks it, how long it waits and what holds without
/// an answer; the others come after it.
public final class QueueModel implements Subscription {
  private final Workbench bench;
  private final QuestionQueue queue;
  private final SlotsModel slots;
  private final ReadOnlyObjectWrapper<Optional<QuestionQueue.Waiting>> first =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper of = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper waits = new ReadOnlyStringWrapper("");
  private final Subscriptions subscriptions = new Subscriptions();
  private List<QuestionQueue.Waiting> waiting = List.of();

  /// Watches the queue through the bridge.
  public QueueModel(Workbench bench, QuestionQueue queue, SlotsModel slots) {
    this.bench = bench;
    this.queue = queue;
    this.slots = slots;
    Value<Long> second = new Value<>(0L);
    Task tick =
        bench.time().every(Duration.ofSeconds(1), "questions", () -> second.update(old -> old + 1));
    subscriptions.add(tick::cancel);
    subscriptions.add(bench.bridge().watch(queue.waiting(), this::show));
    subscriptions.add(bench.bridge().watch(second, _ -> tell()));
  }

  private void show(List<QuestionQueue.Waiting> now) {
    waiting = now;
    tell();
    first.set(now.stream().findFirst());
  }

  private void tell() {
    if (waiting.isEmpty()) {
      of.set("");
      waits.set("");
      return;
    }
    QuestionQueue.Waiting one = waiting.getFirst();
    String device =
        slots.slot(one.device()).map(Slot::title).orElse(DeviceText.literal(one.device()));
    of.set(
        waiting.size() == 1
            ? Text.format("queue.one", device)
            : Text.format("queue.more", device, waiting.size() - 1));
    String left = Ages.length(one.left(bench.time().now()));
    waits.set(
        one.question()
            .byDefault()
            .filter(answer -> !answer.equals(false))
            .map(answer -> Text.format("queue.default", left, DeviceText.literal(answer + "")))
            .orElseGet(() -> Text.format("queue.waits", left)));
  }

  /// Answers the first question.
  public void answer(Object answer) {
    first.get().ifPresent(one -> queue.answer(one.number(), answer));
  }

  /// Gives no answer to the first question.
  public void pass() {
    first.get().ifPresent(one -> queue.pass(one.number()));
  }

  /// The question that waits longest.
  public ReadOnlyObjectProperty<Optional<QuestionQueue.Waiting>> firstProperty() {
    return first.getReadOnlyProperty();
  }

  /// Who asks it, and how many more wait.
  public ReadOnlyStringProperty ofProperty() {
    return of.getReadOnlyProperty();
  }

  /// How long it waits and what holds then.
  public ReadOnlyStringProperty waitsProperty() {
    return waits.getReadOnlyProperty();
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
