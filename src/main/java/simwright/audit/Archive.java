package simwright.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.fault.Fault;
import simwright.journal.Recorded;
import simwright.keys.KeyRing;
import simwright.store.Store;
import simwright.store.StoreCodes;

/// A copy of the whole book in a folder of text files that can be verified alone: the lines as
/// hashed, the signed checkpoints, the public key, and the anchor. Nothing is taken out of the log.
public final class Archive {
  private static final String LINES = "records.jsonl";
  private static final String CHECKPOINTS = "checkpoints.jsonl";
  private static final String KEY = "signing.pem";
  private static final String ANCHOR = "anchor.txt";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Archive() {}

  /// Writes records 1 to the anchor's size into a new folder.
  static void write(Path folder, Store store, PublicKey key, Anchor anchor) {
    try {
      if (Files.exists(folder) && !isEmpty(folder)) {
        throw new Fault(AuditCodes.FOLDER_USED, "archiving the log", folder.toString());
      }
      Files.createDirectories(folder);
      try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(LINES))) {
        List<Recorded> page = page(store, 0, anchor.size());
        while (!page.isEmpty()) {
          for (Recorded each : page) {
            out.write(each.line() + "\n");
          }
          page = page(store, page.getLast().seq(), anchor.size());
        }
      }
      StringBuilder signed = new StringBuilder();
      for (Checkpoint each : store.read(Records::checkpoints)) {
        if (each.size() <= anchor.size()) {
          signed.append(line(each)).append('\n');
        }
      }
      Files.writeString(folder.resolve(CHECKPOINTS), signed);
      Files.writeString(folder.resolve(KEY), KeyRing.pem(key));
      Files.writeString(folder.resolve(ANCHOR), anchor.size() + " " + anchor.head() + "\n");
    } catch (IOException e) {
      throw unreadable("archiving the log", folder, e);
    }
  }

  /// Verifies an archive by its own files, also against these anchors; `key` is the key that is
  /// trusted, else the one in the archive.
  public static Verdict verify(Path folder, Optional<PublicKey> key, List<Anchor> anchors) {
    try {
      List<Checkpoint> checkpoints = new ArrayList<>();
      for (String line : Files.readAllLines(folder.resolve(CHECKPOINTS))) {
        checkpoints.add(checkpoint(line));
      }
      List<Anchor> all = new ArrayList<>(anchors);
      Optional<Anchor> own = Anchor.read(Files.readString(folder.resolve(ANCHOR)));
      own.ifPresent(all::add);
      PublicKey trusted = key.orElseGet(() -> KeyRing.readPem(folder.resolve(KEY)));
      Verifier verifier = new Verifier(checkpoints, all, trusted);
      long seq = 0;
      try (BufferedReader in = Files.newBufferedReader(folder.resolve(LINES))) {
        String line = in.readLine();
        while (line != null) {
          seq++;
          verifier.line(seq, line);
          line = in.readLine();
        }
      }
      return verifier.end();
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable("verifying an archive", folder, e);
    }
  }

  private static List<Recorded> page(Store store, long after, long to) {
    return store.read(connection -> Records.page(connection, after + 1, to));
  }

  private static String line(Checkpoint checkpoint) {
    return Canonical.json(
        Map.of(
            "size",
            checkpoint.size(),
            "note",
            checkpoint.note(),
            "signature",
            Base64.getEncoder().encodeToString(checkpoint.signature())));
  }

  private static Checkpoint checkpoint(String line) throws JsonProcessingException {
    JsonNode node = JSON.readTree(line);
    return new Checkpoint(
        node.path("size").asLong(),
        node.path("note").asText(),
        Base64.getDecoder().decode(node.path("signature").asText()));
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static Fault unreadable(String doing, Path folder, Exception e) {
    return new Fault(StoreCodes.UNUSABLE, doing, folder.toString(), e.getMessage(), e);
  }
}
