package simwright.sim.handset;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import simwright.time.Time;

/// What the applications of a handset carry over the mobile network: a steady stream of each while
/// packets go through, counted in buckets of two hours as Android does.
final class AppCounters {
  private static final int BUCKET_SECONDS = 7200;

  /// The shell, whose pings go the same way.
  static final int SHELL = 2000;

  /// An application: its package, its uid, the bytes that it sends and receives each second, and
  /// whether it does so in the background.
  record App(String name, int uid, int sends, int receives, boolean behind) {}

  private static final List<App> APPS =
      List.of(
          new App("com.google.android.apps.maps", 10101, 120, 900, false),
          new App("com.google.android.youtube", 10102, 400, 24_000, false),
          new App("com.android.vending", 10103, 60, 2_000, true),
          new App("org.example.telemetry", 10104, 200, 20, true),
          new App("com.android.shell", SHELL, 0, 0, false));

  private final Time time;

  /// By uid and the second in which a bucket begins: bytes sent and received.
  private final Map<Integer, Map<Long, long[]>> buckets = new TreeMap<>();

  private long counted;
  private boolean heldBack;

  AppCounters(Time time) {
    this.time = time;
    this.counted = time.nanos();
  }

  /// Takes in the time since the last call, in which packets went through or not.
  synchronized void passed(boolean online) {
    long now = time.nanos();
    double seconds = Duration.ofNanos(now - counted).toMillis() / 1000.0;
    counted = now;
    if (online) {
      APPS.stream()
          .filter(this::allowed)
          .forEach(each ->
              add(
                  each.uid(),
                  Math.round(each.sends() * seconds),
                  Math.round(each.receives() * seconds)));
    }
  }

  /// Data Saver keeps from the network what applications do in the background, or no more.
  synchronized void holdBack(boolean on) {
    heldBack = on;
  }

  private boolean allowed(App app) {
    return !heldBack || !app.behind();
  }

  /// An application carried so much more; false where there is none of that name, or where it is
  /// held back.
  synchronized boolean carried(String name, long sent, long received) {
    Optional<App> app =
        APPS.stream().filter(each -> each.name().equals(name)).filter(this::allowed).findFirst();
    app.ifPresent(each -> add(each.uid(), sent, received));
    return app.isPresent();
  }

  private void add(int uid, long sent, long received) {
    long second = time.now().getEpochSecond();
    long[] both =
        buckets
            .computeIfAbsent(uid, _ -> new TreeMap<>())
            .computeIfAbsent(second - second % BUCKET_SECONDS, _ -> new long[2]);
    both[0] += sent;
    both[1] += received;
  }

  /// What `pm list packages -U` prints.
  static String packages() {
    StringBuilder text = new StringBuilder();
    APPS.forEach(each ->
        text.append("package:")
            .append(each.name())
            .append(" uid:")
            .append(each.uid())
            .append('\n'));
    return text.append("package:android uid:1000\npackage:com.android.settings uid:1000\n")
        .toString();
  }

  /// What `dumpsys netstats detail` prints on a release: the same buckets under the same keys, with
  /// other neighbours.
  synchronized String detail(Release release) {
    boolean old = release == Release.ANDROID_10;
    String type = old ? "type=MOBILE" : "type=0";
    String rat = release == Release.ANDROID_14 ? "ratType=COMBINED" : "subType=COMBINED";
    String tail =
        switch (release) {
          case ANDROID_10 -> "";
          case ANDROID_12 -> ", oemManaged=OEM_NONE";
          case ANDROID_14 -> ", oemManaged=OEM_NONE, subId=1";
        };
    String ident =
        "ident=[{"
            + type
            + ", "
            + rat
            + ", subscriberId=001010..., metered=true, defaultNetwork=true"
            + tail
            + "}]";
    StringBuilder text = new StringBuilder();
    text.append("Active interfaces:\n  iface=").append(old ? "rmnet_data0 " : "rmnet1 ");
    text.append(ident).append("\nDev stats:\n  Pending bytes: 0\n  History since boot:\n");
    group(text, ident, -1, "ALL", "0x0", sums());
    text.append("UID stats:\n  Pending bytes: 0\n  ");
    text.append(old ? "Complete history:\n" : "History since boot:\n");
    buckets.forEach((uid, all) -> group(text, ident, uid, "DEFAULT", "0x0", all));
    String wifi = ident.replace(type + ",", (old ? "type=WIFI" : "type=1") + ",");
    group(text, wifi, APPS.getFirst().uid(), "DEFAULT", "0x0", Map.of(0L, new long[] {7, 7}));
    text.append("UID tag stats:\n  Pending bytes: 0\n  Complete history:\n");
    buckets.forEach((uid, all) -> group(text, ident, uid, "DEFAULT", "0xffffff82", all));
    return text.toString();
  }

  private Map<Long, long[]> sums() {
    Map<Long, long[]> all = new TreeMap<>();
    buckets
        .values()
        .forEach(own ->
            own.forEach((start, both) -> {
              long[] sum = all.computeIfAbsent(start, _ -> new long[2]);
              sum[0] += both[0];
              sum[1] += both[1];
            }));
    return all;
  }

  private static void group(
      StringBuilder text, String ident, int uid, String set, String tag, Map<Long, long[]> all) {
    text.append("  ").append(ident).append(" uid=").append(uid);
    text.append(" set=").append(set).append(" tag=").append(tag).append('\n');
    text.append("    NetworkStatsHistory: bucketDuration=").append(BUCKET_SECONDS).append('\n');
    all.forEach((start, both) ->
        text.append(
            String.format(
                Locale.ROOT,
                "      st=%d rb=%d rp=%d tb=%d tp=%d op=0\n",
                start,
                both[1],
                both[1] / 1400 + 1,
                both[0],
                both[0] / 1400 + 1)));
  }
}
