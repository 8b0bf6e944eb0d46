package simwright.ui.acceptance;

import java.util.function.Consumer;
import java.util.function.Supplier;
import simwright.fault.Fault;
import simwright.job.Job;
import simwright.time.Time;
import simwright.ui.frame.JobEnd;
import simwright.ui.frame.Navigation;
import simwright.ui.frame.Notices;
import simwright.ui.fx.Background;
import simwright.ui.fx.Bridge;
import simwright.ui.fx.Desk;

/// What the models of the test lab work with: the screen's thread, slow work elsewhere, the clock,
/// where a person is, what they are told, and what is kept for the next session.
public record Workbench(
    Bridge bridge,
    Background background,
    Time time,
    Navigation navigation,
    Notices notices,
    Desk desk) {
  /// Does something that becomes a job, and hands its result to the screen's thread; what went
  /// wrong is told.
  public <T> void start(Supplier<Job<T>> act, Consumer<? super T> then) {
    try {
      new JobEnd(bridge, background, time).of(act.get(), end -> end.ifPresent(then), notices::tell);
    } catch (Fault refused) {
      notices.tell(refused);
    }
  }
}
