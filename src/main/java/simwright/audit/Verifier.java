package simwright.audit;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simwright.fault.Fault;

/// Verifies a log as a pure function of its lines, its checkpoints, what it says of its own end,
/// anchors from outside, and the public key.
final class Verifier {
  private static final int MOST_FINDINGS = 20;

  /// The end of a line: keys are sorted, so nothing that a field holds can stand here.
  private static final Pattern TAIL =
      Pattern.compile(",\"prev\":\"([0-9a-f]{64})\",\"role\":\"[a-z]+\",\"seq\":([0-9]+)\\}$");

  private final Map<Long, Checkpoint> checkpoints = new HashMap<>();
  private final Map<Long, Anchor> anchors = new HashMap<>();
  private final Predicate<Checkpoint> genuine;

  /// What is wrong with records, which is told first, and what follows from it or stands alone.
  private final List<String> records = new ArrayList<>();

  private final List<String> others = new ArrayList<>();
  private final List<String> schema = new ArrayList<>();
  private Chain chain = Chain.EMPTY;
  private long signed;
  private long firstBad;

  /// The line that may be the changed one, until the next line tells; 0 for none.
  private long doubt;

  Verifier(List<Checkpoint> checkpoints, List<Anchor> anchors, PublicKey key) {
    this(checkpoints, anchors, checkpoint -> genuine(checkpoint, key));
  }

  /// With another way to tell a genuine signature, such as one that remembers what it checked.
  Verifier(List<Checkpoint> checkpoints, List<Anchor> anchors, Predicate<Checkpoint> genuine) {
    checkpoints.forEach(checkpoint -> this.checkpoints.put(checkpoint.size(), checkpoint));
    for (Anchor anchor : anchors) {
      Anchor other = this.anchors.put(anchor.size(), anchor);
      if (other != null && !other.equals(anchor)) {
        find(anchor.size(), "two anchors of " + anchor.size() + " records contradict each other");
      }
    }
    this.genuine = genuine;
  }

  /// SQLite itself says that the file is damaged.
  void damaged(String what) {
    find(0, "the file is damaged: " + what.lines().findFirst().orElse(""));
  }

  /// What in the schema is not as it was made; told after what is wrong with the records.
  void schema(List<String> differences) {
    schema.addAll(differences);
  }

  /// Takes the next line, in order.
  void line(long seq, String line) {
    long expected = chain.size() + 1;
    if (seq != expected) {
      find(expected, "record " + expected + " is missing; " + seq + " stands in its place");
    }
    Matcher tail = TAIL.matcher(line);
    boolean whole = tail.find();
    boolean follows = whole && tail.group(1).equals(chain.hash());
    settle(follows);
    if (!whole) {
      find(seq, blame(seq));
    } else if (!follows && !blamed(chain.size())) {
      doubt = seq;
    }
    if (whole && !tail.group(2).equals(Long.toString(seq))) {
      find(seq, "record " + seq + " does not carry its own number");
    }
    chain = chain.with(line);
    check(chain.size());
  }

  /// A line that does not name the hash of the one before: either of the two was changed. If the
  /// next one names this line's hash, it was the one before; else it was this one.
  private void settle(boolean follows) {
    if (doubt > 0) {
      long changed = follows && doubt > 1 ? doubt - 1 : doubt;
      find(changed, blame(changed));
    }
    doubt = 0;
  }

  private boolean blamed(long seq) {
    return seq > 0 && records.contains(blame(seq));
  }

  /// Takes what the log says of its own end, and gives the verdict.
  Verdict end(long size, String hash, String digest) {
    boolean fits = hash.equals(chain.hash());
    boolean doubted = doubt > 0;
    settle(fits);
    if (size != chain.size()) {
      find(0, "the log says it has " + size + " records and has " + chain.size());
    } else if (!fits && !doubted) {
      find(chain.size(), blame(chain.size()));
    } else if (fits && !digest.equals(chain.digest())) {
      find(0, "the running hash over all records does not fit them");
    }
    for (Checkpoint checkpoint : checkpoints.values()) {
      if (checkpoint.size() > chain.size()) {
        find(0, "a checkpoint speaks of " + checkpoint.size() + " records; the log was cut");
      }
    }
    for (Anchor anchor : anchors.values()) {
      if (anchor.size() > chain.size()) {
        find(
            0,
            "an anchor speaks of "
                + anchor.size()
                + " records; the log was cut or is an older copy");
      }
    }
    schema.forEach(difference -> damaged("in its schema, " + difference));
    List<String> findings = new ArrayList<>(records);
    findings.addAll(others);
    return new Verdict(chain.size(), chain.hash(), signed, firstBad, List.copyOf(findings));
  }

  /// The verdict where nothing is said of the end but by checkpoints and anchors.
  Verdict end() {
    return end(chain.size(), chain.hash(), chain.digest());
  }

  private void check(long size) {
    Checkpoint checkpoint = checkpoints.get(size);
    if (checkpoint != null) {
      signed++;
      if (!checkpoint.note().equals(Checkpoint.note(chain))) {
        find(0, "the checkpoint at " + size + " does not fit the records before it");
      } else if (!genuine.test(checkpoint)) {
        find(0, "the signature of the checkpoint at " + size + " is not this installation's");
      }
    }
    Anchor anchor = anchors.get(size);
    if (anchor != null && !anchor.head().equals(chain.hash())) {
      find(0, "the anchor at " + size + " does not fit the records before it");
    }
  }

  /// Whether its note was signed with the key.
  static boolean genuine(Checkpoint checkpoint, PublicKey key) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(checkpoint.signed());
      return signature.verify(checkpoint.signature());
    } catch (java.security.SignatureException malformed) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new Fault(AuditCodes.TAMPERED, "verifying a signature", "the log", e.getMessage(), e);
    }
  }

  private static String blame(long seq) {
    return "record " + seq + " is not as it was written";
  }

  private void find(long seq, String finding) {
    if (seq > 0 && (firstBad == 0 || seq < firstBad)) {
      firstBad = seq;
    }
    List<String> kind = seq > 0 ? records : others;
    if (kind.size() < MOST_FINDINGS) {
      kind.add(finding);
    }
  }
}
