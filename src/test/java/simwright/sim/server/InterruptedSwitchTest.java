package simwright.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import simwright.ask.Agreeing;
import simwright.ask.Attendant;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.identity.Iccid;
import simwright.job.Job;
import simwright.lpa.Intent;
import simwright.sim.pki.TestPki;
import simwright.sim.server.CardBench.Cut;
import simwright.sim.server.CardBench.How;
import simwright.time.TurnedTime;

/// A change of a profile is cut at the commands to the card, before the card has it, after, and by
/// an answer that comes too late: what is said of it afterwards is what the card says, and one more
/// try ends as it should.
@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class InterruptedSwitchTest {
  @TempDir Path folder;
  private CardBench bench;
  private int number;

  @ParameterizedTest
  @EnumSource(
      value = Intent.Kind.class,
      names = {"ENABLE", "DISABLE", "DELETE"})
  void everyCutEndsInWhatTheCardSays(Intent.Kind kind) {
    Instant now = Instant.now();
    bench = new CardBench(folder, TestPki.make(new SecureRandom(), now), new TurnedTime(now));
    try {
      Iccid whole = begin(kind, Cut.NEVER);
      var unused = bench.run(job(kind, whole));
      int all = bench.sent();
      Set<String> verdicts = new TreeSet<>();
      for (int at = 1; at <= all; at++) {
        for (How how : cuts(at)) {
          verdicts.add(cut(kind, new Cut(at, 0, how)));
        }
      }
      assertEquals(
          Set.of(kind.words(Intent.Verdict.DONE), kind.words(Intent.Verdict.NOT_DONE)), verdicts);
    } finally {
      bench.close();
    }
  }

  /// One after the other in turn at every second command; all at each in the long run.
  private static List<How> cuts(int at) {
    List<How> all = List.of(How.values());
    return Boolean.getBoolean("simwright.soak")
        ? all
        : at % 2 == 0 ? List.of(all.get(at / 2 % all.size())) : List.of();
  }

  private Iccid begin(Intent.Kind kind, Cut where) {
    return bench.issued(++number, kind == Intent.Kind.DISABLE, where);
  }

  private Job<?> job(Intent.Kind kind, Iccid iccid) {
    return switch (kind) {
      case ENABLE -> bench.acts.enable(bench.device, iccid, new Agreeing());
      case DISABLE -> bench.acts.disable(bench.device, iccid, new Agreeing());
      case DELETE -> bench.acts.delete(bench.device, iccid, new Agreeing());
      case DOWNLOAD, MEMORY_RESET -> throw new AssertionError(kind);
    };
  }

  private String cut(Intent.Kind kind, Cut where) {
    Iccid iccid = begin(kind, where);
    String said = said(kind, iccid, where);
    bench.cut(Cut.NEVER);
    assertEquals(said, kind.words(seen(kind)), where.toString());
    assertEquals(List.of(), bench.intents.open(bench.device), where.toString());
    if (!said.equals(kind.words(Intent.Verdict.DONE))) {
      var unused = bench.run(job(kind, iccid));
      assertEquals(Intent.Verdict.DONE, seen(kind), where.toString());
    }
    return said;
  }

  /// As the card is, read without anything in between.
  private Intent.Verdict seen(Intent.Kind kind) {
    List<ProfileInfo> profiles =
        bench.end(bench.acts.read(bench.device, Attendant.absent())).profiles();
    boolean enabled = profiles.stream().anyMatch(ProfileInfo::enabled);
    boolean done =
        switch (kind) {
          case ENABLE -> enabled;
          case DISABLE -> profiles.size() == 1 && !enabled;
          default -> profiles.isEmpty();
        };
    return done ? Intent.Verdict.DONE : Intent.Verdict.NOT_DONE;
  }

  /// What the program says became of it.
  private String said(Intent.Kind kind, Iccid iccid, Cut where) {
    try {
      var unused = bench.run(job(kind, iccid));
      return kind.words(Intent.Verdict.DONE);
    } catch (Fault stopped) {
      Optional<String> state = stopped.state();
      if (state.isEmpty()) {
        Optional<Intent> begun = bench.intents.of(bench.lastJob());
        assertTrue(
            begun.isEmpty() || begun.get().verdict().isPresent(),
            where + " was begun, and nothing is said: " + stopped.code());
        return kind.words(begun.flatMap(Intent::verdict).orElse(Intent.Verdict.NOT_DONE));
      }
      String words = state.get();
      assertTrue(words.startsWith("The card says: "), where + ": " + words);
      return words.substring("The card says: ".length(), words.indexOf('.'));
    }
  }
}
