package simwright.acceptance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simwright.device.Attachment;
import simwright.device.CardAnswer;
import simwright.device.Make;
import simwright.device.Snapshot;

/// What a device told of itself beside its model and firmware, by name: what a registry of
/// compatible devices and a search of runs want to know; `revision` is its own word or a person's.
/// What it does not tell is left out.
final class DeviceFacts {
  private static final Pattern SYSTEM =
      Pattern.compile("((?:Android|iOS|iPadOS) [0-9]+(?:\\.[0-9]+)*).*");

  private DeviceFacts() {}

  static Map<String, String> of(Attachment now, Optional<String> revision) {
    Snapshot told = now.snapshot();
    Map<String, String> all = new LinkedHashMap<>();
    all.put("link", now.linkKind());
    put(all, Subject.NETWORK, told.registered() ? told.operator().value() : Optional.empty());
    put(all, "technology", told.technology());
    put(all, "bands", told.bands().value());
    put(all, "card", told.card().value().map(CardAnswer::words));
    put(all, "hardware", told.make().value().flatMap(Make::hardware));
    put(all, "language", told.make().value().flatMap(Make::language));
    put(all, "os", revision.flatMap(DeviceFacts::system));
    return all;
  }

  private static void put(Map<String, String> all, String name, Optional<String> value) {
    value.filter(text -> !text.isBlank()).ifPresent(text -> all.put(name, text));
  }

  private static Optional<String> system(String revision) {
    Matcher named = SYSTEM.matcher(revision);
    return named.matches() ? Optional.of(named.group(1)) : Optional.empty();
  }
}
