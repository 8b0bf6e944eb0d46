package simwright.ui.profile;

import java.util.Optional;
import java.util.function.Consumer;
import simwright.fault.Fault;
import simwright.job.Job;
import simwright.time.Time;
import simwright.ui.frame.JobEnd;
import simwright.ui.frame.Notices;
import simwright.ui.fx.Background;
import simwright.ui.fx.Bridge;

/// What the models of this screen work with: the screen's thread, slow work elsewhere, the clock,
/// and where a person is told what went wrong.
public record Workshop(Bridge bridge, Background background, Time time, Notices notices) {
  /// Hands the end of a job to the screen's thread: its result, nothing where a person stopped it,
  /// or its fault.
  <T> void ended(Job<T> job, Consumer<Optional<T>> then, Consumer<Fault> failed) {
    new JobEnd(bridge, background, time).of(job, then, failed);
  }
}
