package simwright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import simwright.ask.Attendant;
import simwright.audit.Book;
import simwright.audit.Verdict;
import simwright.fault.Fault;
import simwright.job.Job;
import simwright.job.JobRequest;
import simwright.journal.Recorded;
import simwright.observe.Observable;
import simwright.observe.Value;
import simwright.store.StoreCodes;
import simwright.time.Time;
import simwright.ui.audit.AuditSource;

/// What the audit screen needs.
final class ScreenAudit implements AuditSource {
  private static final int PAGE = 500;

  private final OpenData data;
  private final Supplier<Attendant> attendant;
  private final Time time;
  private final Value<Chain> chain = new Value<>(new Chain(true, 0, 0, Instant.EPOCH, false, ""));

  ScreenAudit(OpenData data, Supplier<Attendant> attendant, Time time) {
    this.time = time;
    this.data = data;
    this.attendant = attendant;
    var unused = data.book().standing().subscribe(this::grown);
  }

  @Override
  public Observable<Chain> chain() {
    return chain;
  }

  @Override
  public List<Recorded> search(Query query, long before, int most) {
    String words =
        String.join(" ", query.words(), query.kind(), query.device(), query.actor()).strip();
    return data.book().search(words, before, most);
  }

  @Override
  public List<String> kinds() {
    return List.of(
        "job.asked",
        "job.done",
        "device.presence",
        "device.effect",
        "identity.seen",
        "book.forgotten",
        "book.profile-refused");
  }

  @Override
  public Job<?> verify() {
    return data.jobs()
        .start(
            JobRequest.of("audit.verify", ""),
            attendant.get(),
            context -> {
              Verdict verdict = data.book().verify(List.of());
              Chain unused =
                  chain.update(old ->
                      new Chain(
                          verdict.sound(),
                          old.records(),
                          old.unanchored(),
                          time.now(),
                          true,
                          String.join("; ", verdict.findings())));
              return verdict.sound();
            });
  }

  @Override
  public Job<String> export(Query query, String format) {
    return data.jobs()
        .start(
            new JobRequest("audit.export", "", Map.of("format", format)),
            attendant.get(),
            context -> write(query, format));
  }

  private String write(Query query, String format) {
    Path folder = data.data().root().resolve("exports");
    Path file = folder.resolve("log-" + data.book().anchor().size() + "." + format);
    StringBuilder text = new StringBuilder();
    List<Recorded> page = search(query, Long.MAX_VALUE, PAGE);
    while (!page.isEmpty()) {
      page.forEach(each -> text.append(line(each, format)).append('\n'));
      page = search(query, page.getLast().seq(), PAGE);
    }
    try {
      Files.createDirectories(folder);
      return Files.writeString(file, text).toString();
    } catch (IOException e) {
      throw new Fault(StoreCodes.UNUSABLE, "exporting", file.toString(), e.getMessage(), e);
    }
  }

  private static String line(Recorded each, String format) {
    return format.equals("csv")
        ? each.seq()
            + ","
            + each.at()
            + ","
            + quoted(each.actor())
            + ","
            + quoted(each.kind())
            + ","
            + quoted(each.line())
        : each.line();
  }

  /// RFC 4180, and no cell that a spreadsheet would take for a formula.
  private static String quoted(String text) {
    String safe = text.matches("(?s)[=+\\-@\\t\\x00].*") ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }

  private void grown(Book.Standing now) {
    Chain unused =
        chain.update(old ->
            new Chain(
                old.good(),
                now.records(),
                now.unanchored(),
                old.checked(),
                old.wasChecked(),
                old.words()));
  }
}
