package simwright.ui.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import simwright.audit.Anchor;
import simwright.audit.Book;
import simwright.audit.Sighting;
import simwright.audit.Verdict;
import simwright.job.Jobs;
import simwright.job.Permit;
import simwright.journal.Event;
import simwright.journal.Recorded;
import simwright.observe.Observable;
import simwright.observe.Subscription;
import simwright.observe.Value;
import simwright.time.SystemTime;
import simwright.ui.DemoParts;
import simwright.ui.frame.Notices;
import simwright.ui.fx.Background;
import simwright.ui.fx.Bridge;
import simwright.ui.part.State;

class BookAuditTest {
  private final SystemTime time = new SystemTime();
  private final MemoryBook book = new MemoryBook();
  private final Jobs jobs = new Jobs(book, Permit.all(), time);
  private final List<Recorded> written = new ArrayList<>();
  private final BookAudit audit = new BookAudit(book, jobs, time, this::write, (_, _) -> List.of());

  @Test
  void filtersLookFurtherThanOneChunk() {
    for (int i = 0; i < 1_200; i++) {
      book.add(i == 3 ? "device.effect" : "job.asked", "{\"device\":\"ec25\"}");
    }
    List<Recorded> found =
        audit.search(
            new AuditSource.Query("", "device.effect", "ec25", "", "", Instant.EPOCH),
            Long.MAX_VALUE,
            200);
    assertEquals(List.of(4L), found.stream().map(Recorded::seq).toList());
  }

  @Test
  void aDamagedLogIsToldInTheStatusBarAfterTheCheck() {
    book.verdict = new Verdict(5, "", 1, 3, List.of("record 3 is not as it was written"));
    var unused = audit.verify().await(time.deadline(Duration.ofSeconds(20)));
    assertFalse(audit.log().get().good());
    assertEquals("record 3 is not as it was written", audit.chain().get().words());
    book.verdict = new Verdict(5, "", 1, 0, List.of());
    unused = audit.verify().await(time.deadline(Duration.ofSeconds(20)));
    assertTrue(audit.log().get().good());
  }

  @Test
  void theScreenShowsPagesAndTheChain() {
    DemoParts demo = new DemoParts(time);
    for (int i = 0; i < 450; i++) {
      book.add("job.asked", "{\"n\":" + i + "}");
    }
    AuditViewModel model =
        new AuditViewModel(
            Bridge.atOnce(), Background.atOnce(), time, audit, new Notices(Bridge.atOnce(), demo));
    assertEquals(200, model.getRecords().size());
    assertEquals(State.IDLE, model.getChainState());
    model.older();
    model.older();
    assertEquals(450, model.getRecords().size());
    assertFalse(model.isMore());
    model.wordsProperty().set("\"n\":449");
    assertEquals(1, model.getRecords().size());
    model.close();
  }

  @Test
  void anExportHoldsAllThatMatches() {
    for (int i = 0; i < 1_200; i++) {
      book.add(i % 2 == 0 ? "job.asked" : "job.done", "{}");
    }
    AuditSource.Query query = new AuditSource.Query("", "job.done", "", "", "", Instant.EPOCH);
    var file = audit.export(query, "csv").await(time.deadline(Duration.ofSeconds(20)));
    assertEquals(Optional.of("log.csv"), file);
    assertEquals(600, written.size());
  }

  private String write(LongFunction<List<Recorded>> olderThan, String format) {
    List<Recorded> page = olderThan.apply(Long.MAX_VALUE);
    while (!page.isEmpty()) {
      written.addAll(page);
      page = olderThan.apply(page.getLast().seq());
    }
    return "log." + format;
  }

  @Test
  void aRecordIsASentence() {
    Recorded asked =
        new Recorded(
            1, time.now(), "ines", "job.asked", "{\"act\":\"device.connect\",\"device\":\"ec25\"}");
    assertEquals("Asked: Connect · ec25", Sentence.of(asked));
    Recorded odd = new Recorded(2, time.now(), "", "unreadable", "no json \u202e");
    assertEquals("unreadable", Sentence.of(odd));
    assertEquals("no json ⟨U+202E⟩", Sentence.pretty(odd));
  }

  private final class MemoryBook implements Book {
    private final List<Recorded> all = new ArrayList<>();
    private final Value<Standing> standing = new Value<>(new Standing(0, 0));
    private Verdict verdict = new Verdict(0, "", 0, 0, List.of());

    void add(String kind, String line) {
      all.addFirst(new Recorded(all.size() + 1L, time.now(), "ines", kind, line));
      standing.set(new Standing(all.size(), all.size()));
    }

    @Override
    public Observable<Standing> standing() {
      return standing;
    }

    @Override
    public Verdict verify(List<Anchor> anchors) {
      return verdict;
    }

    @Override
    public List<Recorded> search(String words, long before, int most) {
      return all.stream()
          .filter(one -> one.seq() < before && one.line().contains(words))
          .limit(most)
          .toList();
    }

    @Override
    public List<Sighting> identities(String text) {
      return List.of();
    }

    @Override
    public Optional<Recorded> record(long seq) {
      return Optional.empty();
    }

    @Override
    public Anchor anchor() {
      return new Anchor(0, "");
    }

    @Override
    public void checkpoint() {}

    @Override
    public Recorded append(Event event) {
      return new Recorded(0, time.now(), "ines", event.kind(), "");
    }

    @Override
    public Subscription follow(long from, Consumer<Recorded> reader) {
      return () -> {};
    }
  }
}
