package simwright.job;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.OrderWork;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.fault.Fault;
import simwright.identity.Iccid;
import simwright.job.OrderActs.At;
import simwright.job.OrderActs.Ordered;
import simwright.observe.Subscription;
import simwright.rsp.es2.HandleDownloadProgressInfo.Point;
import simwright.time.Deadline;
import simwright.time.Time;

/// What plans order: a person's acts at an SM-DP+, each a job of its own. From the first order on
/// the run listens for what servers tell; what another program of this installation hears counts as
/// well, as it stands in the same log.
final class PlanOrders implements OrderWork {
  private static final Logger LOG = LoggerFactory.getLogger(PlanOrders.class);
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final Duration ENDING = Duration.ofSeconds(5);
  private static final String INSTALLATION = OrderListener.word(Point.PACKAGE_INSTALLATION);

  private final Supplier<OrderActs> acts;
  private final Attendant person;
  private final Time time;
  private final Map<String, String> codes = new ConcurrentHashMap<>();
  private final Map<Iccid, At> placed = new ConcurrentHashMap<>();
  private @Nullable Job<?> listening;

  /// By these acts; the person may be asked for the password of a key.
  PlanOrders(Supplier<OrderActs> acts, Attendant person, Time time) {
    this.acts = acts;
    this.person = person;
    this.time = time;
  }

  @Override
  public Iccid order(Wanted wanted, Deadline deadline, Cancel cancel) {
    At at = at(wanted);
    listen(at, wanted.listen());
    Ordered ordered =
        done(
            "ordering a profile",
            acts.get()
                .download(at, Optional.empty(), Optional.empty(), named(wanted.type()), person),
            deadline,
            cancel);
    placed.put(ordered.iccid(), at);
    return ordered.iccid();
  }

  @Override
  public void release(String step, Iccid iccid, Wanted wanted, Deadline deadline, Cancel cancel) {
    OrderActs.Terms terms =
        new OrderActs.Terms(
            iccid, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);
    OrderActs.Confirmed confirmed =
        done(
            "setting an order free",
            acts.get().confirm(at(wanted), terms, person),
            deadline,
            cancel);
    codes.put(step, confirmed.activationCode());
  }

  @Override
  public Optional<String> code(String step) {
    return Optional.ofNullable(codes.get(step));
  }

  @Override
  public Optional<Stand> stand(Iccid iccid) {
    return acts.get().list().stream()
        .filter(each -> !each.state().equals(PlacedOrder.UNMATCHED))
        .filter(each -> each.iccid().filter(iccid::equals).isPresent())
        .findFirst()
        .map(each ->
            new Stand(
                each.state(),
                each.changed(),
                each.progress()
                    .filter(now -> now.point().equals(INSTALLATION) && !now.passed())
                    .map(PlacedOrder.Progress::code)
                    .orElse("")));
  }

  @Override
  public void end(Iccid iccid, Deadline deadline, Cancel cancel) {
    At at =
        placed.getOrDefault(
            iccid, new At(stand(iccid).flatMap(_ -> server(iccid)), Optional.empty()));
    var unused =
        done(
            "ending an order",
            acts.get().cancel(at, iccid, Optional.empty(), false, person),
            deadline,
            cancel);
  }

  /// The server of an order whose run ended before; that of the bench needs no name.
  private Optional<String> server(Iccid iccid) {
    return acts.get().list().stream()
        .filter(each -> each.iccid().filter(iccid::equals).isPresent())
        .map(PlacedOrder::server)
        .findFirst();
  }

  /// The listening is over, and stands in the log, before the run is.
  @Override
  public synchronized void close() {
    codes.clear();
    if (listening != null) {
      listening.cancel();
      try {
        var unused = listening.await(time.deadline(ENDING));
      } catch (Fault deaf) {
        LOG.info("what servers tell was not heard: {}", deaf.code());
      }
      listening = null;
    }
  }

  private synchronized void listen(At at, String address) {
    if (listening == null) {
      listening = acts.get().listen(at, address(address), LONGEST, Integer.MAX_VALUE, person);
    }
  }

  private static Optional<InetSocketAddress> address(String text) {
    int colon = text.lastIndexOf(':');
    return colon > 0 && text.substring(colon + 1).matches("[0-9]{1,5}")
        ? Optional.of(
            new InetSocketAddress(
                text.substring(0, colon), Integer.parseInt(text.substring(colon + 1))))
        : Optional.empty();
  }

  private static At at(Wanted wanted) {
    return new At(named(wanted.server()), named(wanted.identity()));
  }

  private static Optional<String> named(String text) {
    return Optional.of(text).filter(each -> !each.isEmpty());
  }

  private static <T> T done(String doing, Job<T> job, Deadline deadline, Cancel cancel) {
    try (Subscription _ = cancel.watch(job::cancel)) {
      Optional<T> result = job.await(deadline);
      if (result.isEmpty() && deadline.passed()) {
        job.cancel();
      }
      cancel.check(doing, "the SM-DP+");
      return result.orElseThrow(() -> new Fault(AcceptanceCodes.TOO_LATE, doing, "the SM-DP+"));
    }
  }
}
