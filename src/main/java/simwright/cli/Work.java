package simwright.cli;

import java.time.Duration;
import java.util.Optional;
import simwright.ask.Cancel;
import simwright.fault.Fault;
import simwright.job.Job;
import simwright.job.JobView;
import simwright.observe.Subscription;
import simwright.time.Task;

/// Waits for a job on behalf of a person at a terminal: shows how it stands, and passes the wish to
/// stop on.
final class Work {
  /// What a stopped job may still need to leave a device as it was, such as the way back to the
  /// profile before with its proof.
  private static final Duration AFTERWARDS = Duration.ofMinutes(30);

  private Work() {}

  /// The job's result; a job that was stopped or did not end in time is `job/cancelled`.
  static <T> T done(Program program, Terminal terminal, Job<T> job, Duration longest) {
    return done(program, terminal, job, longest, program.whenStopped(job::cancel));
  }

  /// The same for a job that changes a card, which is not broken off while it leaves the card and
  /// its device in order: who does not want to wait for that says so once more.
  static <T> T inOrder(Program program, Terminal terminal, Job<T> job, Duration longest) {
    Task stop =
        program.whenStopped(
            () -> {
              job.cancel();
              terminal.keyboard().ifPresent(Keyboard::leave);
            },
            () -> terminal.say(late(job.view().get())));
    return done(program, terminal, job, longest, stop);
  }

  private static String late(JobView view) {
    return "Still leaving the device in order ("
        + view.stage()
        + "). Ctrl C again ends the program at once: the next command on this device asks the card"
        + " what became of it then.";
  }

  private static <T> T done(
      Program program, Terminal terminal, Job<T> job, Duration longest, Task stop) {
    Subscription shown = job.view().subscribe(view -> show(terminal, view));
    try {
      Optional<T> result = job.await(program.time().deadline(longest));
      if (result.isEmpty() && job.view().get().state() == JobView.State.RUNNING) {
        job.cancel();
        result = job.await(program.time().deadline(AFTERWARDS));
      }
      JobView view = job.view().get();
      return result.orElseThrow(() ->
          view.fault().orElseGet(() -> new Fault(Cancel.CANCELLED, view.act(), view.device())));
    } finally {
      shown.close();
      terminal.progressDone();
      say(terminal, job.view().get().note());
      stop.close();
    }
  }

  private static void say(Terminal terminal, String note) {
    if (!note.isEmpty()) {
      terminal.say("Note: " + note + ".");
    }
  }

  private static void show(Terminal terminal, JobView view) {
    if (view.state() == JobView.State.RUNNING && !view.stage().isEmpty()) {
      terminal.progress(
          view.cancelLevel() > 0
              ? "stopping: " + view.stage()
              : view.stage() + (view.total() > 0 ? " " + view.done() + "/" + view.total() : ""));
    }
  }
}
