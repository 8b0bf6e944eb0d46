package simwright.at.command;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import simwright.at.Fields;

/// An unsolicited packet domain event, +CGEV (3GPP TS 27.007 clause 10.1.19).
public sealed interface PacketEvent {
  /// A context or bearer came up; of a dual-stack request only one family may have been given: 0
  /// IPv4 only, 1 IPv6 only, 2 single addresses only.
  record Activated(Optional<Integer> cid, Optional<Integer> reason) implements PacketEvent {}

  /// A context went down, by the network or by the device.
  record Deactivated(boolean byNetwork, Optional<Integer> cid) implements PacketEvent {}

  /// Detached from the packet domain.
  record Detached(boolean byNetwork) implements PacketEvent {}

  /// Another event of clause 10.1.19, in its own words.
  record Other(String text) implements PacketEvent {}

  /// Reads a +CGEV line.
  static Optional<PacketEvent> of(String line) {
    if (!Fields.prefix(line).equals("+CGEV")) {
      return Optional.empty();
    }
    String text = Fields.afterPrefix(line).toUpperCase(Locale.ROOT);
    boolean network = text.startsWith("NW");
    if (text.contains("DETACH")) {
      return Optional.of(new Detached(network));
    }
    Matcher change = Changes.PDN.matcher(text);
    if (!change.find()) {
      return Optional.of(new Other(text));
    }
    Optional<Integer> cid = Changes.number(change.group(2));
    return Optional.of(
        change.group(1) == null
            ? new Activated(cid, Changes.number(change.group(3)))
            : new Deactivated(network, cid));
  }

  /// How context events are written.
  final class Changes {
    private static final Pattern PDN =
        Pattern.compile("P(?:DN|DP) (DE)?ACT(?: ([0-9]{1,3}))?(?:,([0-9]))?");

    private Changes() {}

    private static Optional<Integer> number(@Nullable String digits) {
      return digits == null ? Optional.empty() : Optional.of(Integer.valueOf(digits));
    }
  }
}
