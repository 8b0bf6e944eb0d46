package simwright.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.keys.KeyRing;

/// Generated tamperings of a log under an anchor: every one must be found.
@Tag("slow")
class TamperingTest {
  private static final int RECORDS = 12;
  private static final int TAMPERINGS = 100_000;

  /// A signature is genuine by its bytes and those of its note alone, so each is checked once.
  private final Map<Checkpoint, Boolean> genuine = new HashMap<>();

  @TempDir Path folder;
  private KeyRing keys;
  private KeyRing thief;

  /// A log as the verifier sees it.
  private record Log(
      List<String> lines, List<Long> numbers, List<Checkpoint> checkpoints, Chain head) {}

  @BeforeEach
  void keys() {
    keys = KeyRing.open(folder.resolve("keys"));
    thief = KeyRing.open(folder.resolve("thief"));
  }

  @Test
  void everyGeneratedTamperingUnderAnAnchorIsFound() {
    Log good = log(keys, RECORDS, "work");
    Anchor anchor = new Anchor(good.head().size(), good.head().hash());
    assertTrue(verify(good, anchor).sound(), verify(good, anchor).findings().toString());
    Random random = new Random(42);
    Map<String, Integer> kinds = new LinkedHashMap<>();
    for (int i = 0; i < TAMPERINGS; i++) {
      int kind = i % 200 == 0 ? 6 : random.nextInt(6);
      Log bad = tamper(good, kind, random);
      kinds.merge(Integer.toString(kind), 1, Integer::sum);
      assertFalse(verify(bad, anchor).sound(), "tampering " + i + " of kind " + kind);
    }
    assertEquals(7, kinds.size());
  }

  private Log tamper(Log good, int kind, Random random) {
    List<String> lines = new ArrayList<>(good.lines());
    int at = random.nextInt(lines.size());
    return switch (kind) {
      case 0 -> {
        lines.set(at, edited(lines.get(at), random));
        yield with(good, lines, numbers(lines.size()));
      }
      case 1 -> {
        lines.add(at, lines.get(random.nextInt(lines.size())));
        yield with(good, lines, numbers(lines.size()));
      }
      case 2 -> {
        lines.remove(at);
        List<Long> numbers = numbers(lines.size() + 1);
        numbers.remove(random.nextBoolean() ? at : lines.size());
        yield with(good, lines, numbers);
      }
      case 3 -> {
        int other = (at + 1 + random.nextInt(lines.size() - 1)) % lines.size();
        String one = lines.get(at);
        lines.set(at, lines.get(other));
        lines.set(other, one);
        yield with(good, lines, numbers(lines.size()));
      }
      case 4 -> truncated(good, random.nextInt(lines.size()));
      case 5 -> older(good, random.nextInt(lines.size()));
      default -> log(random.nextBoolean() ? thief : keys, RECORDS, "other " + random.nextInt());
    };
  }

  private static String edited(String line, Random random) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    int i = random.nextInt(bytes.length);
    bytes[i] ^= (byte) (1 << random.nextInt(7));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// The tail is cut off, and the log's own end says nothing of it.
  private static Log truncated(Log good, int size) {
    return new Log(good.lines().subList(0, size), numbers(size), good.checkpoints(), good.head());
  }

  /// An older copy of the whole file, sound in itself.
  private Log older(Log good, int size) {
    Chain chain = Chain.EMPTY;
    for (String line : good.lines().subList(0, size)) {
      chain = chain.with(line);
    }
    long end = size;
    return new Log(
        good.lines().subList(0, size),
        numbers(size),
        good.checkpoints().stream().filter(c -> c.size() <= end).toList(),
        chain);
  }

  private static Log with(Log good, List<String> lines, List<Long> numbers) {
    return new Log(lines, numbers, good.checkpoints(), good.head());
  }

  private static List<Long> numbers(int count) {
    List<Long> numbers = new ArrayList<>();
    for (long i = 1; i <= count; i++) {
      numbers.add(i);
    }
    return numbers;
  }

  private Log log(KeyRing signer, int records, String text) {
    List<String> lines = new ArrayList<>();
    List<Checkpoint> checkpoints = new ArrayList<>();
    Chain chain = Chain.EMPTY;
    for (int i = 0; i < records; i++) {
      Map<String, Object> record = new LinkedHashMap<>();
      record.put("fields", Map.of("text", text + i, "odd", "\"\\\n\u0001\ud800ü"));
      record.put("kind", "job.asked");
      record.put("prev", chain.hash());
      record.put("role", "admin");
      record.put("seq", chain.size() + 1);
      lines.add(Canonical.json(record));
      chain = chain.with(lines.getLast());
      if (i % 5 == 4) {
        String note = Checkpoint.note(chain);
        checkpoints.add(
            new Checkpoint(chain.size(), note, signer.sign(note.getBytes(StandardCharsets.UTF_8))));
      }
    }
    return new Log(lines, numbers(records), checkpoints, chain);
  }

  private Verdict verify(Log log, Anchor anchor) {
    Verifier verifier =
        new Verifier(
            log.checkpoints(),
            List.of(anchor),
            each -> genuine.computeIfAbsent(each, one -> Verifier.genuine(one, keys.verifying())));
    for (int i = 0; i < log.lines().size(); i++) {
      verifier.line(log.numbers().get(i), log.lines().get(i));
    }
    return verifier.end(log.head().size(), log.head().hash(), log.head().digest());
  }
}
