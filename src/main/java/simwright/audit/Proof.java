package simwright.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.keys.KeyRing;

/// The proof that a record stands in a log: its line and those after it up to a checkpoint, the
/// checkpoint's note and signature (Base64), and the public key as PEM. It is verified without the
/// log.
public record Proof(List<String> lines, String note, String signature, String key) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 10_000;

  /// What came of verifying: the record's line, the number of it, what is wrong (nothing when it
  /// holds), and which installation's key signed it.
  public record Found(String line, long seq, String installation, List<String> findings) {}

  /// As a JSON object.
  public Map<String, Object> content() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("lines", lines);
    all.put("note", note);
    all.put("signature", signature);
    all.put("key", key);
    return all;
  }

  /// Reads what `content` became; an IllegalArgumentException says what is wrong.
  public static Proof read(JsonNode node) {
    List<String> lines = new ArrayList<>();
    node.path("lines").forEach(line -> lines.add(line.asText()));
    if (lines.isEmpty() || lines.size() > LONGEST) {
      throw new IllegalArgumentException("the proof has " + lines.size() + " lines");
    }
    return new Proof(
        List.copyOf(lines),
        node.path("note").asText(),
        node.path("signature").asText(),
        node.path("key").asText());
  }

  /// Whether each line names the hash of the one before, the checkpoint names that of the last, and
  /// the signature is the key's: that of `trusted`, else the one in the proof.
  public Found verify(Optional<PublicKey> trusted) {
    List<String> findings = new ArrayList<>();
    String installation = "";
    try {
      PublicKey own = KeyRing.parsePem(key);
      installation = installation(own);
      PublicKey held = trusted.orElse(own);
      if (!held.equals(own)) {
        findings.add("it is signed by another installation than the key that it is held to");
      }
      Checkpoint checkpoint = new Checkpoint(0, note, Base64.getDecoder().decode(signature));
      if (!Verifier.genuine(checkpoint, held)) {
        findings.add("the signature of its checkpoint is not the key's");
      }
    } catch (IllegalArgumentException broken) {
      findings.add("its key or signature cannot be read");
    }
    String before = "";
    long seq = 0;
    for (String line : lines) {
      JsonNode record = record(line);
      if (!before.isEmpty() && !record.path("prev").asText().equals(before)) {
        findings.add("record " + record.path("seq").asLong() + " does not follow the one before");
      }
      before = Chain.sha256(line.getBytes(StandardCharsets.UTF_8));
      seq = record.path("seq").asLong();
    }
    String[] told = note.split("\n", -1);
    if (told.length < 3 || !told[1].equals(Long.toString(seq)) || !told[2].equals(before)) {
      findings.add("its checkpoint does not speak of its last record");
    }
    return new Found(
        lines.getFirst(),
        record(lines.getFirst()).path("seq").asLong(),
        installation,
        List.copyOf(findings));
  }

  /// Which installation a key is of, as others name it.
  static String installation(PublicKey key) {
    return Chain.sha256(key.getEncoded()).substring(0, 16);
  }

  private static JsonNode record(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException noRecord) {
      return JSON.createObjectNode();
    }
  }
}
