package simwright.sim.server;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.fault.Fault;
import simwright.identity.Eid;
import simwright.rsp.es2.Caller;
import simwright.rsp.es2.HandleDownloadProgressInfo;
import simwright.rsp.http.RspClient;
import simwright.rsp.http.Way;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.Trust;
import simwright.sim.pki.Identity;
import simwright.time.Time;

/// Tells the operator how far the downloads of its orders came (ES2+.HandleDownloadProgressInfo,
/// SGP.22 clause 5.3.5), in their order and beside the downloads. What the operator does not take
/// is kept, up to a limit, until it listens again.
final class ProgressPost {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressPost.class);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final int MOST = 200;

  private final String operator;
  private final String oid;
  private final Identity shown;
  private final Certificate root;
  private final Time time;
  private final Deque<Told> waiting = new ArrayDeque<>();
  private @Nullable InetSocketAddress address;
  private boolean atWork;
  private int calls;

  private record Told(Smdp.Passed passed, Instant at) {}

  /// To an operator of this name, from a server of this object identifier.
  ProgressPost(String operator, String oid, Identity shown, Certificate root, Time time) {
    this.operator = operator;
    this.oid = oid;
    this.shown = shown;
    this.root = root;
    this.time = time;
  }

  /// Tells of what an operator ordered; the bench's own orders are nobody's.
  synchronized void tell(Smdp.Passed passed) {
    if (passed.order().owner().isEmpty()) {
      return;
    }
    if (waiting.size() == MOST) {
      Told unused = waiting.removeFirst();
    }
    waiting.addLast(new Told(passed, time.now()));
    work();
  }

  /// The operator listens there from now on.
  synchronized void to(InetSocketAddress where) {
    address = where;
    work();
  }

  private void work() {
    InetSocketAddress where = address;
    if (where != null && !atWork && !waiting.isEmpty()) {
      atWork = true;
      var unused = time.start("progress", () -> post(where));
    }
  }

  private void post(InetSocketAddress where) {
    RspClient.Peer peer =
        new RspClient.Peer(operator, Role.DP_TLS, Way.to(where), RspServer.shown(shown));
    try (RspClient client = new RspClient(peer, new Trust(List.of(root)), time)) {
      for (Told next = next(); next != null; next = next()) {
        var unused =
            client.call(HandleDownloadProgressInfo.FUNCTION, request(next), time.deadline(ANSWER));
        taken(next);
      }
    } catch (Fault deaf) {
      LOG.info("the operator does not listen: {}", deaf.code());
      deaf(where);
    }
  }

  private synchronized @Nullable Told next() {
    Told next = waiting.peekFirst();
    atWork = next != null;
    return next;
  }

  private synchronized void taken(Told told) {
    boolean unused = waiting.remove(told);
  }

  /// Until it says anew where it listens.
  private synchronized void deaf(InetSocketAddress where) {
    atWork = false;
    if (where.equals(address)) {
      address = null;
    } else {
      work();
    }
  }

  private synchronized HandleDownloadProgressInfo.Request request(Told told) {
    calls++;
    Smdp.Passed passed = told.passed();
    return new HandleDownloadProgressInfo.Request(
        new Caller(oid, "progress-" + calls),
        Optional.of(passed.eid()).map(Eid::value),
        passed.order().offer().upp().iccid(),
        passed.order().offer().type(),
        told.at(),
        passed.point(),
        passed.how(),
        passed.result());
  }
}
