package simwright.report.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.audit.Fingerprint;
import simwright.audit.Proof;
import simwright.fault.Fault;

/// A diagnostics bundle of one device: when it was made, of which device, whether that is
/// simulated, by which version of this program, and its files. Its manifest names the SHA-256 of
/// each, and a record of the log that of the manifest.
public record Bundle(
    Instant made, String device, boolean simulated, String version, List<BundleFile> files) {
  /// A bundle above this size is none of ours.
  public static final int LARGEST = BundleZip.LARGEST;

  /// The name of the manifest.
  public static final String MANIFEST = "manifest.json";

  /// The name of the proof.
  public static final String PROOF = "proof.json";

  private static final String FORMAT = "simwright bundle 1";
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /// A bundle that was opened: all its hashes hold, and the proof says which installation wrote it
  /// into its log, and under which number.
  public record Opened(
      Bundle bundle, String installation, long record, boolean trusted, String manifestSha256) {}

  /// The manifest as it is written.
  public String manifest() {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", FORMAT);
    root.put("made", made.toString());
    root.put("device", device);
    root.put("simulated", simulated);
    root.put("version", version);
    root.put(
        "files",
        files.stream()
            .map(file -> {
              Map<String, Object> each = new LinkedHashMap<>();
              each.put("name", file.name());
              each.put("about", file.about());
              each.put("bytes", file.bytes().length);
              each.put("sha256", Fingerprint.of(file.bytes()));
              return each;
            })
            .toList());
    return json(root);
  }

  /// The SHA-256 of the manifest, which a record of the log carries.
  public String manifestSha256() {
    return Fingerprint.of(manifest().getBytes(StandardCharsets.UTF_8));
  }

  /// One zip of all files, with the manifest first and the proof last.
  public byte[] packed(Proof proof) {
    List<BundleFile> all = new ArrayList<>();
    all.add(BundleFile.of(MANIFEST, "", manifest()));
    all.addAll(files);
    all.add(BundleFile.of(PROOF, "", json(proof.content())));
    return BundleZip.pack(all);
  }

  /// Opens one that anybody may have made, held to a key where one is given; throws
  /// `bundle/refused` or `bundle/tampered` with what is wrong.
  public static Opened open(byte[] packed, String where, Optional<PublicKey> key) {
    Map<String, byte[]> files = BundleZip.unpack(packed, where);
    byte[] manifest = files.remove(MANIFEST);
    byte[] proof = files.remove(PROOF);
    if (manifest == null || proof == null) {
      throw BundleZip.refused(where, "it has no manifest or no proof");
    }
    Proof.Found found = proof(proof, where).verify(key);
    List<String> wrong = new ArrayList<>(found.findings());
    String sha256 = Fingerprint.of(manifest);
    JsonNode fields = node(found.line().getBytes(StandardCharsets.UTF_8), where).path("fields");
    if (!fields.path("manifest-sha256").asText().equals(sha256)) {
      wrong.add("the record of the log speaks of another manifest");
    }
    Bundle bundle = read(node(manifest, where), files, wrong, where);
    files.keySet().forEach(name -> wrong.add(name + " is not in the manifest"));
    if (!wrong.isEmpty()) {
      throw new Fault(
          BundleCodes.TAMPERED, "verifying a bundle", where, String.join("; ", wrong), null);
    }
    return new Opened(bundle, found.installation(), found.seq(), key.isPresent(), sha256);
  }

  private static Bundle read(
      JsonNode root, Map<String, byte[]> files, List<String> wrong, String where) {
    if (!root.path("format").asText().equals(FORMAT)) {
      throw BundleZip.refused(where, "its manifest does not say that it is a " + FORMAT);
    }
    List<BundleFile> all = new ArrayList<>();
    for (JsonNode each : root.path("files")) {
      String name = each.path("name").asText();
      byte[] bytes = files.remove(name);
      if (bytes == null) {
        wrong.add(name + " is missing");
      } else if (!Fingerprint.of(bytes).equals(each.path("sha256").asText())) {
        wrong.add(name + " is not as it was put in");
      } else {
        all.add(new BundleFile(name, each.path("about").asText(), bytes));
      }
    }
    return new Bundle(
        made(root, where),
        root.path("device").asText(),
        root.path("simulated").asBoolean(),
        root.path("version").asText(),
        List.copyOf(all));
  }

  private static Instant made(JsonNode root, String where) {
    try {
      return Instant.parse(root.path("made").asText());
    } catch (DateTimeException noTime) {
      throw BundleZip.refused(where, "its manifest does not say when it was made");
    }
  }

  private static Proof proof(byte[] bytes, String where) {
    try {
      return Proof.read(node(bytes, where));
    } catch (IllegalArgumentException broken) {
      throw BundleZip.refused(where, "its proof cannot be read: " + broken.getMessage());
    }
  }

  private static JsonNode node(byte[] bytes, String where) {
    try {
      return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
    } catch (JsonProcessingException noJson) {
      throw BundleZip.refused(where, "its manifest, its proof or the record in it is no JSON");
    }
  }

  private static String json(Map<String, Object> content) {
    try {
      return JSON.writeValueAsString(content) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
