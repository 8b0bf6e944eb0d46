package simwright.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.fault.Fault;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.observe.Observable;
import simwright.observe.Subscription;
import simwright.observe.Value;
import simwright.time.Time;

/// The one runner of what a person asks for. Nothing starts before *asked* is in the journal;
/// *done* is there before anyone is told the end.
public final class Jobs {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

  private final Journal journal;
  private final Permit permit;
  private final Time time;
  private final Value<List<JobView>> running = new Value<>(List.of());
  private final Map<String, Job<?>> live = new ConcurrentHashMap<>();
  private final AtomicInteger number = new AtomicInteger();
  private final String prefix;

  /// Jobs whose acts stand in `journal`, for whoever `permit` lets act.
  public Jobs(Journal journal, Permit permit, Time time) {
    this.journal = journal;
    this.permit = permit;
    this.time = time;
    this.prefix = Long.toString(time.now().toEpochMilli(), 36);
  }

  /// The act itself; faults thrown end the job as failed.
  @FunctionalInterface
  public interface Body<T> {
    /// Carries it out.
    T run(JobContext context);
  }

  /// The jobs at work now, oldest first.
  public Observable<List<JobView>> running() {
    return running;
  }

  /// Asks a running job to stop; again to escalate. False when no such job runs.
  public boolean cancel(String id) {
    Job<?> job = live.get(id);
    if (job != null) {
      job.cancel();
    }
    return job != null;
  }

  /// Writes *asked*, starts the body on its own thread, and writes *done* at its end.
  public <T> Job<T> start(JobRequest request, Attendant attendant, Body<T> body) {
    permit.check(request);
    String id = prefix + "-" + number.incrementAndGet();
    journal.append(new Event.Asked(id, request.act(), request.device(), request.with()));
    JobView first =
        new JobView(
            id,
            request.act(),
            request.device(),
            time.now(),
            JobView.State.RUNNING,
            "",
            0,
            0,
            Optional.empty(),
            0,
            Optional.empty(),
            "");
    Job<T> job = new Job<>(time, first);
    live.put(id, job);
    Subscription shown = job.view().subscribe(this::show);
    time.start(
        "job " + id,
        () -> {
          run(job, request, permit.guarded(attendant), body);
          live.remove(id);
          shown.close();
        });
    return job;
  }

  private <T> void run(Job<T> job, JobRequest request, Attendant attendant, Body<T> body) {
    JobContext context =
        new JobContext(
            job.id(),
            (stage, done, total) -> job.progress(old -> at(old, stage, done, total)),
            job.wish(),
            attendant,
            words -> job.progress(old -> old.noting(words)));
    try {
      T value = body.run(context);
      done(job, request, "done", "");
      job.end(JobView.State.DONE, value, null);
    } catch (Fault fault) {
      boolean cancelled = fault.code().equals(Cancel.CANCELLED);
      end(job, request, fault, cancelled);
    } catch (RuntimeException defect) {
      LOG.error("job {} {} broke", job.id(), request.act(), defect);
      Fault fault = new Fault(JobCodes.DEFECT, request.act(), request.device(), null, defect);
      end(job, request, fault, false);
    }
  }

  private <T> void end(Job<T> job, JobRequest request, Fault fault, boolean cancelled) {
    Fault shown = fault;
    try {
      done(job, request, cancelled ? "cancelled" : "failed", fault.code().toString());
    } catch (Fault unrecorded) {
      LOG.error("the end of job {} could not be recorded: {}", job.id(), unrecorded.code());
      shown = unrecorded;
    }
    job.end(
        cancelled && shown == fault ? JobView.State.CANCELLED : JobView.State.FAILED, null, shown);
  }

  private void done(Job<?> job, JobRequest request, String outcome, String fault) {
    String note = job.view().get().note();
    journal.append(new Event.Done(job.id(), request.act(), request.device(), outcome, fault, note));
  }

  private void show(JobView view) {
    running.update(old -> {
      List<JobView> next = new ArrayList<>(old);
      next.removeIf(other -> other.id().equals(view.id()));
      if (view.state() == JobView.State.RUNNING) {
        next.add(view);
        next.sort(java.util.Comparator.comparing(JobView::started).thenComparing(JobView::id));
      }
      return List.copyOf(next);
    });
  }

  private JobView at(JobView old, String stage, int done, int total) {
    return new JobView(
        old.id(),
        old.act(),
        old.device(),
        old.started(),
        old.state(),
        stage,
        done,
        total,
        left(old, done, total),
        old.cancelLevel(),
        old.fault(),
        old.note());
  }

  private Optional<Duration> left(JobView view, int done, int total) {
    if (done <= 0 || total <= 0 || done > total) {
      return Optional.empty();
    }
    Duration so = Duration.between(view.started(), time.now());
    return Optional.of(so.multipliedBy(total - done).dividedBy(done));
  }
}
