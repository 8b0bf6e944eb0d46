package simwright.device.handset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The bytes of each application over the mobile network, out of `dumpsys netstats detail`: groups
/// that begin with `ident=` and a `uid=`, of which those with tag 0x0 hold all there is, and their
/// buckets, whose values stand by key (`rb`, `tb`; before Android 6 `rxBytes`, `txBytes`).
final class NetStats {
  private static final Pattern PACKAGE =
      Pattern.compile("^package:(\\S+?)(?:=\\S+)?\\s+uid:([0-9,]+)", Pattern.MULTILINE);
  private static final Pattern MOBILE = Pattern.compile("\\btype=(?:MOBILE\\w*|0)\\b");
  private static final int USERS = 100_000;

  private final Map<Integer, long[]> bytes = new TreeMap<>();
  private @Nullable Integer counted;

  private NetStats() {}

  /// The bytes by application; empty where the text holds no such groups at all.
  static Optional<List<AppTraffic>> read(String text, Map<Integer, String> names) {
    NetStats stats = new NetStats();
    text.lines().forEach(stats::line);
    if (!text.contains("ident=")) {
      return Optional.empty();
    }
    Map<String, AppTraffic> apps = new TreeMap<>();
    stats.bytes.forEach((uid, both) ->
        apps.merge(
            name(uid, names),
            new AppTraffic(name(uid, names), both[0], both[1]),
            (one, other) ->
                new AppTraffic(
                    one.app(), one.sent() + other.sent(), one.received() + other.received())));
    return Optional.of(new ArrayList<>(apps.values()));
  }

  /// The names of packages by their uid, out of `pm list packages -U`; one that several share goes
  /// by the first of them.
  static Map<Integer, String> names(String text) {
    Map<Integer, String> names = new TreeMap<>();
    Matcher each = PACKAGE.matcher(text);
    while (each.find()) {
      for (String uid : each.group(2).split(",", -1)) {
        if (uid.matches("[0-9]{1,9}")) {
          names.merge(
              Integer.valueOf(uid),
              each.group(1),
              (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
      }
    }
    return names;
  }

  private void line(String line) {
    if (line.contains("ident=")) {
      counted = group(line).orElse(null);
      return;
    }
    Integer uid = counted;
    Optional<Long> received = number(line, "rb").or(() -> number(line, "rxBytes"));
    Optional<Long> sent = number(line, "tb").or(() -> number(line, "txBytes"));
    if (uid != null && received.isPresent() && sent.isPresent()) {
      long[] both = bytes.computeIfAbsent(uid, _ -> new long[2]);
      both[0] += sent.get();
      both[1] += received.get();
    }
  }

  /// Whose bytes follow; empty where they are counted elsewhere, too, or did not go by the mobile
  /// network.
  private static Optional<Integer> group(String line) {
    boolean all = Keys.word(line, "tag").filter("0x0"::equals).isPresent();
    return all && MOBILE.matcher(line).find()
        ? Keys.word(line, "uid")
            .filter(uid -> uid.matches("-?[0-9]{1,9}") && !uid.equals("-1"))
            .map(Integer::valueOf)
        : Optional.empty();
  }

  private static Optional<Long> number(String line, String key) {
    return Keys.word(line, key).filter(each -> each.matches("[0-9]{1,18}")).map(Long::valueOf);
  }

  /// As NetworkStats numbers what is no application: -4 is removed ones, -5 is tethering.
  private static String name(int uid, Map<Integer, String> names) {
    return switch (uid) {
      case -4 -> "removed applications";
      case -5 -> "tethering";
      case 0 -> "root";
      default -> {
        String own = names.get(uid);
        String same = own == null ? names.get(uid % USERS) : own;
        yield same == null ? "uid " + uid : same;
      }
    };
  }
}
