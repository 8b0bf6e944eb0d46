package simwright.job;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import simwright.ask.Cancel;
import simwright.fault.Fault;
import simwright.observe.Observable;
import simwright.observe.Value;
import simwright.time.Deadline;
import simwright.time.Time;

/// One act under way on its own thread, its view, and its result.
public final class Job<T> {
  private final Object monitor = new Object();
  private final Time time;
  private final Cancel cancel = new Cancel();
  private final Value<JobView> view;
  private @Nullable T result;
  private boolean ended;

  Job(Time time, JobView first) {
    this.time = time;
    this.view = new Value<>(first);
  }

  /// How it stands.
  public Observable<JobView> view() {
    return view;
  }

  /// Its id, as in the journal.
  public String id() {
    return view.get().id();
  }

  /// Asks it to stop; again to escalate.
  public void cancel() {
    cancel.request();
    view.update(old -> with(old, old.state(), cancel.level(), old.fault()));
  }

  /// Waits for the end. Empty when it was cancelled or the deadline passed; throws the fault it
  /// ended by.
  public Optional<T> await(Deadline deadline) {
    synchronized (monitor) {
      if (!time.await(monitor, () -> ended, deadline)) {
        return Optional.empty();
      }
    }
    JobView last = view.get();
    if (last.state() == JobView.State.FAILED) {
      throw last.fault().orElseThrow();
    }
    return Optional.ofNullable(result);
  }

  Cancel wish() {
    return cancel;
  }

  void progress(Function<JobView, JobView> change) {
    view.update(change::apply);
  }

  void end(JobView.State state, @Nullable T value, @Nullable Fault fault) {
    synchronized (monitor) {
      result = value;
      view.update(old -> with(old, state, old.cancelLevel(), Optional.ofNullable(fault)));
      ended = true;
      monitor.notifyAll();
    }
  }

  private static JobView with(
      JobView old, JobView.State state, int cancelLevel, Optional<Fault> fault) {
    return new JobView(
        old.id(),
        old.act(),
        old.device(),
        old.started(),
        state,
        old.stage(),
        old.done(),
        old.total(),
        Optional.empty(),
        cancelLevel,
        fault,
        old.note());
  }
}
