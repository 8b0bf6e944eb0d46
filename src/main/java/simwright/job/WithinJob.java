package simwright.job;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import simwright.ask.Cancel;
import simwright.fault.Fault;
import simwright.observe.Subscription;
import simwright.time.Time;

/// Carries out other jobs within a job, one after the other: its progress is theirs, and who stops
/// it stops them.
final class WithinJob {
  private static final Duration LONGEST = Duration.ofMinutes(60);

  private final JobContext context;
  private final String where;
  private final Time time;

  /// On a device or at a server, as a person knows it.
  WithinJob(JobContext context, String where, Time time) {
    this.context = context;
    this.where = where;
    this.time = time;
  }

  /// Its result; throws the fault that ended it.
  <T> T done(String doing, Job<T> job) {
    try (Subscription _ = context.cancel().watch(job::cancel);
        Subscription _ = job.view().subscribe(now -> show(doing, now))) {
      Optional<T> result = job.await(time.deadline(LONGEST));
      context.cancel().check(doing, where);
      return result.orElseThrow(() ->
          job.view().get().fault().orElseGet(() -> new Fault(Cancel.CANCELLED, doing, where)));
    }
  }

  private void show(String doing, JobView now) {
    String stage =
        now.stage().isEmpty() ? doing : doing.toLowerCase(Locale.ROOT) + ": " + now.stage();
    context.progress().at(stage, now.done(), now.total());
  }
}
