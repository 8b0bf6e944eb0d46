package simwright.ui.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import simwright.ask.Attendant;
import simwright.audit.Book;
import simwright.audit.Sighting;
import simwright.audit.Verdict;
import simwright.job.Job;
import simwright.job.JobRequest;
import simwright.job.Jobs;
import simwright.journal.Recorded;
import simwright.observe.Observable;
import simwright.observe.Subscription;
import simwright.observe.Value;
import simwright.time.Time;
import simwright.ui.frame.StatusSource;
import simwright.ui.fx.Text;

/// The book as the audit screen and the status bar see it: checking is a job, and what it found
/// stands until the next check.
public final class BookAudit implements AuditSource, StatusSource, Subscription {
  private static final int CHUNK = 500;

  /// Writes records in a format and says where they lie; `olderThan` gives the next page of records
  /// with numbers below its argument.
  @FunctionalInterface
  public interface Exporter {
    /// Writes them.
    String write(LongFunction<List<Recorded>> olderThan, String format);
  }

  /// Finds identities seen in devices; in clear only for those who may.
  @FunctionalInterface
  public interface Identities {
    /// Those whose value, kind, device or model holds `text`.
    List<Sighting> find(String text, boolean clear);
  }

  private final Book book;
  private final Jobs jobs;
  private final Time time;
  private final Exporter exporter;
  private final Identities identities;
  private final Value<Chain> chain;
  private final Value<LogState> log = new Value<>(new LogState(true, 0, 0));
  private final Subscription standing;

  /// A view of the book; `exporter` writes what matches in a format and says where it lies.
  public BookAudit(Book book, Jobs jobs, Time time, Exporter exporter, Identities identities) {
    this.book = book;
    this.jobs = jobs;
    this.time = time;
    this.exporter = exporter;
    this.identities = identities;
    this.chain = new Value<>(new Chain(true, 0, 0, Instant.EPOCH, false, ""));
    this.standing = book.standing().subscribe(this::stand);
  }

  private void stand(Book.Standing now) {
    Chain next =
        chain.update(old ->
            new Chain(
                old.good(),
                now.records(),
                now.unanchored(),
                old.checked(),
                old.wasChecked(),
                old.words()));
    log.set(new LogState(next.good(), next.records(), next.unanchored()));
  }

  @Override
  public Observable<Chain> chain() {
    return chain;
  }

  @Override
  public Observable<LogState> log() {
    return log;
  }

  @Override
  public List<Sighting> identities(String text, boolean clear) {
    return identities.find(text, clear);
  }

  @Override
  public List<Recorded> search(Query query, long before, int most) {
    List<Recorded> found = new ArrayList<>();
    long from = before;
    List<Recorded> chunk;
    do {
      chunk = book.search(query.words(), from, CHUNK);
      for (Recorded record : chunk) {
        from = record.seq();
        if (found.size() < most && matches(record, query)) {
          found.add(record);
        }
      }
    } while (chunk.size() == CHUNK && found.size() < most);
    return found;
  }

  @Override
  public List<String> outcomes() {
    return List.of(
        "done", "failed", "cancelled", "interrupted", "pass", "marginal", "fail", "error");
  }

  private static boolean matches(Recorded record, Query query) {
    return (query.kind().isEmpty() || record.kind().equals(query.kind()))
        && !record.at().isBefore(query.since())
        && (query.outcome().isEmpty()
            || record.line().contains("\"outcome\":\"" + query.outcome() + "\""))
        && record.actor().contains(query.actor())
        && record.line().contains(query.device());
  }

  @Override
  public List<String> kinds() {
    return List.of(
        "job.asked",
        "job.done",
        "device.effect",
        "device.presence",
        "identity.seen",
        "acceptance.run.started",
        "acceptance.step.finished",
        "acceptance.run.unsafe",
        "acceptance.run.finished",
        "trust.excepted",
        "trust.withdrawn",
        "trust.used",
        "book.refused",
        "book.exported");
  }

  @Override
  public Job<?> verify() {
    return jobs.start(
        JobRequest.of("audit.verify", ""),
        Attendant.absent(),
        context -> {
          context.progress().at(Text.of("audit.verifying"), 0, 0);
          Verdict verdict = book.verify(List.of());
          show(verdict);
          return verdict;
        });
  }

  private void show(Verdict verdict) {
    String words =
        verdict.sound()
            ? Text.format("audit.sound", verdict.checkpoints())
            : verdict.findings().getFirst();
    Chain next =
        chain.update(old ->
            new Chain(verdict.sound(), old.records(), old.unanchored(), time.now(), true, words));
    log.set(new LogState(next.good(), next.records(), next.unanchored()));
  }

  @Override
  public Job<String> export(Query query, String format) {
    return jobs.start(
        JobRequest.of("audit.export", ""),
        Attendant.absent(),
        _ -> exporter.write(before -> search(query, before, CHUNK), format));
  }

  @Override
  public void close() {
    standing.close();
  }
}
