package simwright.ui.frame;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import simwright.job.JobView;
import simwright.job.Jobs;
import simwright.observe.Observable;
import simwright.observe.Subscription;
import simwright.observe.Value;
import simwright.time.Time;
import simwright.ui.fx.Text;

/// What the last jobs did and when, stage by stage; kept also after their end.
public final class Timelines implements Subscription {
  private static final int MOST = 50;

  /// A moment of a job, in words.
  public record Entry(Instant at, String words) {}

  /// A job with its moments, oldest first.
  public record Timeline(String id, String act, String device, boolean over, List<Entry> entries) {
    private Timeline with(Entry entry, boolean ended) {
      List<Entry> next = new ArrayList<>(entries);
      if (next.isEmpty() || !next.getLast().words().equals(entry.words())) {
        next.add(entry);
      }
      return new Timeline(id, act, device, ended, List.copyOf(next));
    }
  }

  private final Time time;
  private final Value<List<Timeline>> all = new Value<>(List.of());
  private final Subscription following;

  /// Follows the jobs.
  public Timelines(Jobs jobs, Time time) {
    this.time = time;
    this.following = jobs.running().subscribe(this::follow);
  }

  /// The jobs, newest first.
  public Observable<List<Timeline>> all() {
    return all;
  }

  private void follow(List<JobView> running) {
    Instant now = time.now();
    all.update(old -> {
      List<Timeline> next = new ArrayList<>();
      for (JobView job : running) {
        if (old.stream().noneMatch(line -> line.id().equals(job.id()))) {
          Entry asked = new Entry(job.started(), Text.of("jobs.asked"));
          next.addFirst(
              moved(
                  new Timeline(job.id(), job.act(), job.device(), false, List.of(asked)),
                  job,
                  now));
        }
      }
      for (Timeline line : old) {
        next.add(
            running.stream()
                .filter(job -> job.id().equals(line.id()))
                .findFirst()
                .map(job -> moved(line, job, now))
                .orElseGet(() -> ended(line, now)));
      }
      return List.copyOf(next.subList(0, Math.min(MOST, next.size())));
    });
  }

  private static Timeline moved(Timeline line, JobView job, Instant now) {
    Timeline next = line;
    String stage = JobRow.stage(job);
    if (!job.stage().isBlank()) {
      next = next.with(new Entry(now, stage), false);
    }
    return job.cancelLevel() > 0 ? next.with(new Entry(now, JobRow.waits(job)), false) : next;
  }

  private static Timeline ended(Timeline line, Instant now) {
    return line.over() ? line : line.with(new Entry(now, Text.of("jobs.over")), true);
  }

  @Override
  public void close() {
    following.close();
  }
}
