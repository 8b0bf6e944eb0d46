package simwright.acceptance.step;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.at.command.ReadCounters;
import simwright.device.HostNetwork;
import simwright.fault.FaultCode;
import simwright.time.Deadline;

/// Sends `bytes` as UDP datagrams to `host` and `port` over the modem's own stack, or over the
/// network interface that the device brings to this computer (`over`: modem or interface; without
/// it the first there is). It counts only where the counters of that way rose by at least the bytes
/// sent: else it is inconclusive. Without a host they go to an address that is nobody's (RFC 5737),
/// at the port for what is thrown away (RFC 863). Measures `sent` and `counted` bytes, the seconds
/// and the rate; `received` is by how much the other counter rose.
public final class TransferStep implements Step {
  private static final String NOBODY = "192.0.2.1";
  private static final int DISCARD = 9;
  private static final int USUAL = 2000;
  private static final int MOST = 1_000_000;
  private static final int PIECE = 400;
  private static final Duration LATE = Duration.ofSeconds(8);
  private static final Duration PAUSE = Duration.ofMillis(400);

  @Override
  public String kind() {
    return "transfer";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("host", "port", "bytes", "over");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    if (!with.text("host", NOBODY).matches("[A-Za-z0-9.-]{1,253}")) {
      return Optional.of("host is a name or an address");
    }
    if (!whole(with.number("port", DISCARD), 65_535) || !whole(with.number("bytes", USUAL), MOST)) {
      return Optional.of("port is up to 65535, and bytes up to a million");
    }
    return Set.of("modem", "interface", "either").contains(with.text("over", "either"))
        ? Optional.empty()
        : Optional.of("over is modem, interface or either");
  }

  private static boolean whole(double value, int most) {
    return value >= 1 && value <= most && value == Math.rint(value);
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of(
        "sent", "bytes", "counted", "bytes", "received", "bytes", "seconds", "s", "rate", "kbit/s");
  }

  @Override
  public Found run(StepContext context) {
    Optional<Way> found = way(context);
    if (found.isEmpty()) {
      return Found.failed(
          Outcome.SKIPPED,
          "the family has no commands for it, or no counters, and this computer no interface of the"
              + " device",
          Optional.empty(),
          Map.of());
    }
    try (Way way = found.get()) {
      return over(way, context);
    }
  }

  private static Optional<Way> way(StepContext context) {
    String host = context.with().text("host", NOBODY);
    int port = (int) context.with().number("port", DISCARD);
    String over = context.with().text("over", "either");
    Optional<Way> modem =
        !over.equals("interface") && ModemStack.possible(context)
            ? Optional.of(new ModemStack(context, host, port))
            : Optional.empty();
    return over.equals("modem")
        ? modem
        : modem.or(() ->
            HostNetwork.of(context.device()).map(network -> new Way.Host(network, host, port)));
  }

  /// Sends over a way, and asks who counted what.
  static Found over(Way way, StepContext context) {
    Optional<ReadCounters.Counters> before = way.count();
    if (before.isEmpty()) {
      return Found.failed(
          Outcome.INCONCLUSIVE,
          "nobody counts on " + way.words(),
          Optional.of(AcceptanceCodes.NOT_COUNTED),
          Map.of());
    }
    long start = context.time().nanos();
    Optional<FaultCode> refused = way.open();
    int wanted = (int) context.with().number("bytes", USUAL);
    int sent = 0;
    while (refused.isEmpty() && sent < wanted && !context.deadline().passed()) {
      context.cancel().check("sending bytes", context.device().id());
      int length = Math.min(PIECE, wanted - sent);
      refused = way.send("0123456789".repeat(PIECE / 10).substring(0, length));
      sent += refused.isEmpty() ? length : 0;
    }
    double seconds = Math.max(0.01, context.secondsSince(start));
    if (refused.isPresent() || sent < wanted) {
      return Found.failed(
          refused.isPresent() ? Outcome.FAIL : Outcome.TIMEOUT,
          sent + " of " + wanted + " bytes were taken by " + way.words(),
          refused.or(() -> Optional.of(AcceptanceCodes.TOO_LATE)),
          Map.of());
    }
    return judged(way, context, before.get(), sent, seconds);
  }

  private static Found judged(
      Way way, StepContext context, ReadCounters.Counters before, int sent, double seconds) {
    Deadline late = context.deadline().atMost(LATE);
    Optional<ReadCounters.Counters> now = way.count();
    while (now.map(each -> each.sent() - before.sent() < sent).orElse(true) && !late.passed()) {
      context.cancel().check("waiting for the counters", context.device().id());
      context.time().sleep(PAUSE);
      now = way.count();
    }
    long counted = now.map(each -> each.sent() - before.sent()).orElse(0L);
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("sent", (double) sent);
    values.put("counted", (double) counted);
    now.ifPresent(each -> values.put("received", (double) (each.received() - before.received())));
    values.put("seconds", seconds);
    values.put("rate", Math.round(sent * 8 / seconds / 100) / 10.0);
    String words =
        sent + " bytes sent over " + way.words() + ", " + Limit.number(counted) + " counted there";
    return counted >= sent
        ? Found.passed(words, context.declared(values))
        : Found.failed(
            Outcome.INCONCLUSIVE,
            words,
            Optional.of(AcceptanceCodes.NOT_COUNTED),
            context.declared(values));
  }
}
