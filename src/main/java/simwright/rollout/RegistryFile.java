package simwright.rollout;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import simwright.fault.Fault;

/// A registry as another installation exported it, or a person wrote it as a spreadsheet: where it
/// is from, and its entries. It is read as a whole or refused with what is wrong in each entry.
public record RegistryFile(String installation, List<RegistryEntry> entries) {
  /// What the file says it is.
  public static final String FORMAT = "simwright registry 1";

  /// Files above this size are none of ours.
  public static final int LARGEST = 16_000_000;

  /// The columns of a spreadsheet, in the order in which they are exported.
  public static final List<String> COLUMNS =
      List.of(
          "model",
          "hardware",
          "firmware",
          "os",
          "language",
          "simulated",
          "standing",
          "bands",
          "profiles held",
          "provisioning",
          "first attempts",
          "plan",
          "plan sha256",
          "limits",
          "outcome",
          "attempt",
          "lab",
          "certified",
          "run",
          "limits sha256",
          "withdrawn",
          "withdrawn by",
          "last",
          "origin",
          "log size",
          "log head");

  private static final int DEEPEST = 20;
  private static final int MOST = 20_000;
  private static final int ERRORS = 50;
  private static final int NAME = 64;
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /// Where claims of a person here are from.
  static final String CLAIM = "claim";

  /// Reads the bytes of a file of this name, a spreadsheet where that ends in `.csv`; `own` is this
  /// installation, whose entries are computed and never imported. Throws `rollout/broken-registry`
  /// with every entry that cannot be used.
  public static RegistryFile read(byte[] bytes, String name, String own) {
    if (name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
      return csv(bytes, name);
    }
    JsonNode root = root(bytes, name);
    if (!root.path("format").asText().equals(FORMAT)) {
      throw broken(name, "it does not say that it is a " + FORMAT);
    }
    String installation = root.path("installation").asText();
    if (!installation.matches("[A-Za-z0-9._-]{1,64}") || installation.equals(CLAIM)) {
      throw broken(name, "installation is missing or no name");
    }
    if (installation.equals(own)) {
      throw broken(name, "it is this installation's own export; its entries are here already");
    }
    JsonNode devices = root.path("devices");
    if (!devices.isArray() || devices.size() > MOST) {
      throw broken(name, "devices is missing, no list, or longer than " + MOST);
    }
    return new RegistryFile(installation, entries(devices, name));
  }

  private static List<RegistryEntry> entries(JsonNode devices, String name) {
    List<RegistryEntry> entries = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    Set<DeviceKind> kinds = new HashSet<>();
    for (int i = 0; i < devices.size(); i++) {
      try {
        RegistryEntry entry = EntryText.read(devices.get(i));
        if (!kinds.add(entry.kind())) {
          throw new IllegalArgumentException("the same kind of device stands above");
        }
        entries.add(entry);
      } catch (IllegalArgumentException | ArithmeticException wrong) {
        errors.add("devices[" + i + "]: " + wrong.getMessage());
      }
    }
    if (!errors.isEmpty()) {
      throw broken(name, errors, devices.size() + " entries");
    }
    return List.copyOf(entries);
  }

  /// A spreadsheet names no installation, so its own name stands for one.
  private static RegistryFile csv(byte[] bytes, String name) {
    if (bytes.length > LARGEST) {
      throw broken(name, "it is larger than " + LARGEST + " bytes");
    }
    RegistryCsv csv;
    try {
      csv = RegistryCsv.read(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException wrong) {
      throw broken(name, String.valueOf(wrong.getMessage()));
    }
    if (!csv.errors().isEmpty()) {
      throw broken(name, csv.errors(), csv.rows() + " rows");
    }
    if (csv.entries().size() > MOST) {
      throw broken(name, "it holds more than " + MOST + " kinds of devices");
    }
    String bare = name.replaceFirst("^.*[/\\\\]", "").replaceAll("[^A-Za-z0-9._-]", "-");
    return new RegistryFile(bare.substring(Math.max(0, bare.length() - NAME)), csv.entries());
  }

  private static Fault broken(String name, List<String> errors, String of) {
    String more = errors.size() > ERRORS ? "; and " + (errors.size() - ERRORS) + " more" : "";
    return broken(
        name,
        errors.size()
            + " of "
            + of
            + " cannot be used, so none was taken: "
            + String.join("; ", errors.subList(0, Math.min(ERRORS, errors.size())))
            + more);
  }

  private static JsonNode root(byte[] bytes, String name) {
    if (bytes.length > LARGEST) {
      throw broken(name, "it is larger than " + LARGEST + " bytes");
    }
    try {
      return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw broken(name, "it is no JSON: " + e.getOriginalMessage());
    }
  }

  private static Fault broken(String name, String why) {
    return new Fault(RolloutCodes.BROKEN_REGISTRY, "importing a registry", name, why, null);
  }
}
