package simwright.ui.registry;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import simwright.rollout.Certification;
import simwright.rollout.RegistryEntry;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.State;

/// An entry of the registry in words.
final class EntryWords {
  private EntryWords() {}

  static State state(RegistryEntry entry) {
    return switch (entry.standing()) {
      case CERTIFIED -> State.PASS;
      case WITHDRAWN, NOT_CERTIFIED -> State.FAIL;
      case SIMULATED, CLAIMED -> State.IDLE;
    };
  }

  static String standing(RegistryEntry entry) {
    return switch (entry.standing()) {
      case CERTIFIED -> Text.of("registry.certified");
      case WITHDRAWN -> Text.of("registry.withdrawn");
      case NOT_CERTIFIED -> Text.of("registry.not-certified");
      case SIMULATED -> Text.of("registry.simulated");
      case CLAIMED -> Text.of("registry.claimed");
    };
  }

  static String paths(RegistryEntry entry) {
    return entry.paths().stream()
        .sorted()
        .map(path -> path.words())
        .collect(Collectors.joining(", "));
  }

  static String capacity(RegistryEntry entry) {
    return entry.capacity().map(String::valueOf).orElse("");
  }

  static String plans(RegistryEntry entry) {
    return entry.certified().stream()
        .filter(Certification::stands)
        .map(each -> DeviceText.literal(each.edition().plan()))
        .collect(Collectors.joining(", "));
  }

  static List<String> facts(RegistryEntry entry, DateTimeFormatter when) {
    List<String> all = new ArrayList<>();
    add(all, "registry.os", entry.kind().os());
    add(all, "registry.hardware.is", told(entry.kind().hardware()));
    add(all, "registry.language", told(entry.kind().language()));
    add(all, "registry.bands", entry.bands());
    add(all, "registry.capacity.is", capacity(entry));
    add(all, "registry.paths.are", entry.pathWords());
    all.add(Text.format("registry.first", entry.firstAttempts().words()));
    all.add(Text.format("registry.last", when.format(entry.last())));
    entry
        .origin()
        .ifPresent(from ->
            all.add(
                Text.format(
                    "registry.origin",
                    DeviceText.literal(from.installation()),
                    DeviceText.literal(from.by()),
                    when.format(from.at()),
                    from.fileSha256())));
    return all;
  }

  /// What a device tells, or that it does not.
  static String told(String value) {
    return value.isBlank() ? Text.of("registry.untold") : value;
  }

  private static void add(List<String> all, String key, String value) {
    if (!value.isBlank()) {
      all.add(Text.format(key, DeviceText.literal(value)));
    }
  }

  static String certified(Certification one, DateTimeFormatter when) {
    String words =
        Text.format(
            "registry.by",
            DeviceText.literal(one.edition().plan()),
            shortened(one.edition().planSha256()),
            DeviceText.literal(one.edition().limitWords()),
            one.outcome().key(),
            one.run(),
            when.format(one.at()));
    return one.withdrawn()
            .map(by ->
                Text.format(
                        "registry.withdrawn.by", by.run(), by.outcome().key(), when.format(by.at()))
                    + " ")
            .orElse("")
        + words
        + (one.attempt() > 1 ? Text.format("registry.try", one.attempt()) : "")
        + (one.lab() ? Text.of("registry.lab") : "");
  }

  private static String shortened(String sha256) {
    return sha256.substring(0, Math.min(12, sha256.length()));
  }
}
