package simwright.job;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import simwright.ask.Cancel;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.observe.Signal;
import simwright.rsp.Shape;
import simwright.rsp.Status;
import simwright.rsp.es2.HandleDownloadProgressInfo;
import simwright.rsp.es2.HandleDownloadProgressInfo.Point;
import simwright.rsp.serve.RspListener;
import simwright.rsp.serve.RspListener.Call;
import simwright.rsp.trust.Certificate;
import simwright.time.Deadline;
import simwright.time.Time;

/// Hears what SM-DP+ servers tell an operator of its downloads (ES2+.HandleDownloadProgressInfo,
/// SGP.22 clause 5.3.5). What is heard stands in the book before the server is thanked for it.
final class OrderListener {
  private static final Duration SLICE = Duration.ofMillis(200);

  private final String job;
  private final Journal journal;
  private final Signal<OrderHeard> told;
  private final Time time;
  private final List<OrderHeard> heard = new ArrayList<>();

  OrderListener(String job, Journal journal, Signal<OrderHeard> told, Time time) {
    this.job = job;
    this.journal = journal;
    this.told = told;
    this.time = time;
  }

  /// A point in lower case with dashes: `package-download`.
  static String word(Point point) {
    return point.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Listens until the deadline, until so many were heard, or until it is to stop; `ready` gets the
  /// port.
  List<OrderHeard> listen(
      InetSocketAddress at,
      RspListener.Identity identity,
      IntConsumer ready,
      Until until,
      Cancel cancel) {
    try (RspListener listener =
        RspListener.open(at, identity, RspListener.Conduct.PLAIN, time)
            .with(HandleDownloadProgressInfo.FUNCTION, this::take)) {
      ready.accept(listener.port());
      while (!until.deadline().passed() && !cancel.requested() && count() < until.most()) {
        time.sleep(until.deadline().atMost(SLICE).left());
      }
    }
    synchronized (this) {
      return List.copyOf(heard);
    }
  }

  /// How long, and how many at most.
  record Until(Deadline deadline, int most) {}

  private synchronized int count() {
    return heard.size();
  }

  private synchronized Shape.Nothing take(Call call, HandleDownloadProgressInfo.Request request) {
    Optional<String> named = call.caller().flatMap(Certificate::serverOid);
    if (named.filter(request.caller().identifier()::equals).isEmpty()) {
      throw new RspListener.Refusal("1.1", "1.2", "The certificate is for another requester");
    }
    OrderHeard one =
        new OrderHeard(
            new Iccid(request.iccid()),
            request.eid().map(Eid::new),
            request.profileType(),
            word(request.point()),
            request.status().executed(),
            code(request.status()),
            request.at(),
            named.orElseThrow());
    var unused = journal.append(new Event.Ordered(job, "progress", fields(one)));
    heard.add(one);
    told.emit(one);
    return new Shape.Nothing();
  }

  private static String code(Status status) {
    return status.reason().map(why -> why.fault("es2+").toString()).orElse("");
  }

  private static Map<String, Object> fields(OrderHeard one) {
    Map<String, Object> with = new LinkedHashMap<>();
    with.put("iccid", one.iccid());
    one.eid().ifPresent(card -> with.put("eid", card));
    with.put("server", one.server());
    with.put("type", one.profileType());
    with.put("point", one.point());
    with.put("passed", one.passed());
    with.put("code", one.code());
    with.put("at", one.at().toString());
    return with;
  }
}
