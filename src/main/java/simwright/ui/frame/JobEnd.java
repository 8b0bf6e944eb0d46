package simwright.ui.frame;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import simwright.fault.Fault;
import simwright.job.Job;
import simwright.job.JobView;
import simwright.observe.Subscription;
import simwright.time.Time;
import simwright.ui.fx.Background;
import simwright.ui.fx.Bridge;

/// Hands the end of jobs to the screen's thread.
public record JobEnd(Bridge bridge, Background background, Time time) {
  private static final Duration SOON = Duration.ofSeconds(5);

  /// Hands over a job's result, nothing where a person stopped it, or its fault.
  public <T> void of(Job<T> job, Consumer<Optional<T>> then, Consumer<Fault> failed) {
    AtomicBoolean told = new AtomicBoolean();
    Subscription[] watching = new Subscription[1];
    watching[0] =
        bridge.watch(
            job.view(),
            view -> {
              if (view.state() != JobView.State.RUNNING && !told.getAndSet(true)) {
                background.run(
                    "end " + job.id(), () -> job.await(time.deadline(SOON)), then, failed);
                bridge.run(() -> close(watching));
              }
            });
  }

  private static void close(Subscription[] watching) {
    if (watching[0] != null) {
      watching[0].close();
    }
  }
}
