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
import java.util.Set;
import simwright.fault.Fault;

/// A registry as another installation exported it: which one, and its entries. It is read as a
/// whole or refused with what is wrong in each entry.
public record RegistryFile(String installation, List<RegistryEntry> entries) {
  /// What the file says it is.
  public static final String FORMAT = "simwright registry 1";

  /// Files above this size are none of ours.
  public static final int LARGEST = 16_000_000;

  private static final int DEEPEST = 20;
  private static final int MOST = 20_000;
  private static final int ERRORS = 50;
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /// Reads the bytes of a file of this name; `own` is this installation, whose entries are computed
  /// and never imported. Throws `rollout/broken-registry` with every entry that cannot be used.
  public static RegistryFile read(byte[] bytes, String name, String own) {
    JsonNode root = root(bytes, name);
    if (!root.path("format").asText().equals(FORMAT)) {
      throw broken(name, "it does not say that it is a " + FORMAT);
    }
    String installation = root.path("installation").asText();
    if (!installation.matches("[A-Za-z0-9._-]{1,64}")) {
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
      String more = errors.size() > ERRORS ? "; and " + (errors.size() - ERRORS) + " more" : "";
      throw broken(
          name,
          errors.size()
              + " of "
              + devices.size()
              + " entries cannot be used, so none was taken: "
              + String.join("; ", errors.subList(0, Math.min(ERRORS, errors.size())))
              + more);
    }
    return List.copyOf(entries);
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
