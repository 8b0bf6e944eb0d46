package simwright.acceptance.step;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.Step.Found;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Outcome;
import simwright.ask.Progress;
import simwright.fault.FaultCode;
import simwright.lab.Disturbance;
import simwright.lpa.ProfileDownload;

/// The cut of a download: made when its point is reached, by the bench or by a person, beside the
/// download that goes on meanwhile. A server of the bench is told before where it is to break off,
/// as it may be quicker than anybody who tells it then.
final class Cut implements Progress {
  private static final Duration AWAY = Duration.ofSeconds(1);
  private static final int HALF = 50;
  private static final int LEAST = 5;
  private static final int MOST = 75;

  private final StepContext context;
  private final CutPoint point;
  private final int percent;
  private final Deed deed;
  private boolean armed;
  private boolean begun;
  private long moment;
  private long ended = Long.MAX_VALUE;
  private String stage = "";
  private String felt = "";
  private int tries = 1;
  private @Nullable Found made;
  private @Nullable FaultCode refused;

  private Cut(StepContext context, CutPoint point, int percent, Deed deed) {
    this.context = context;
    this.point = point;
    this.percent = percent;
    this.deed = deed;
  }

  /// The one that the plan asks for; a random one is drawn now.
  static Cut of(StepContext context) {
    RandomGenerator random = RandomGenerator.getDefault();
    Optional<CutPoint> named = CutPoint.of(context.with().text("at", ""));
    CutPoint point = named.orElseGet(() -> CutPoint.random(server(context), random));
    int percent = named.isPresent() ? HALF : random.nextInt(LEAST, MOST + 1);
    Deed deed =
        server(context)
            ? new Deed(
                new Disturbance.Server("cut@" + point.function() + "*1"),
                "break the way to the provisioning server for a few seconds, now")
            : new Deed(
                new Disturbance.Unplug(),
                "take the device off its supply for a few seconds and connect it again, now");
    Cut cut = new Cut(context, point, percent, deed);
    cut.armed = server(context) && context.tools().around().does(deed.act());
    return cut;
  }

  private static boolean server(StepContext context) {
    return context.with().text("how", "power").equals("server");
  }

  @Override
  public synchronized void at(String now, int done, int total) {
    if (now.startsWith(ProfileDownload.AGAIN)) {
      tries++;
      feels();
      return;
    }
    stage = now;
    if (!begun && point.reached(now, done, total, percent)) {
      begun = true;
      Thread unused = context.time().start("cutting a download", this::make);
    }
  }

  /// The download went wrong where it stands; what it did before the cut was made is not the cut's.
  private void feels() {
    if (begun && felt.isEmpty()) {
      felt = stage;
    }
  }

  private void make() {
    Found found =
        armed ? Found.passed("the bench's server breaks off", Map.of()) : deed.done(context);
    synchronized (this) {
      moment = context.time().nanos();
    }
    if (!server(context)) {
      context.time().sleep(AWAY);
      boolean unused = context.tools().around().does(new Disturbance.Plug());
    }
    synchronized (this) {
      made = found;
      notifyAll();
    }
  }

  /// The download has ended, well or not.
  synchronized void over() {
    ended = context.time().nanos();
  }

  /// Why there was no cut; empty where there was one. One that came after the end of a download
  /// that was `installed` cut nothing, and neither did one of which the download felt nothing: it
  /// broke nowhere, and was not tried again. A server of the bench that waits to break off does so
  /// no longer.
  synchronized Optional<Found> missing(boolean installed) {
    boolean unusedAnswer = armed && context.tools().around().does(new Disturbance.Server(""));
    if (!begun) {
      return Optional.of(
          Found.failed(
              Outcome.INCONCLUSIVE,
              "the download never came to the point where it was to be cut ("
                  + point.key()
                  + ")"
                  + refused().map(code -> ", as it was refused before").orElse(""),
              refused(),
              Map.of()));
    }
    boolean unused = context.time().await(this, () -> made != null, context.deadline());
    Found found = made;
    if (found == null || found.ended() != Outcome.PASS) {
      return uncut(found == null ? "nobody said that it was cut" : found.words());
    }
    if (installed && moment >= ended) {
      return uncut("the cut came after the end of the download, so it proves nothing");
    }
    return felt.isEmpty() ? uncut(unfelt()) : Optional.empty();
  }

  private String unfelt() {
    return refused()
        .map(code -> "the server refused the download [" + code + "], so that no cut was felt")
        .orElse("the download felt nothing of the cut, so it proves nothing");
  }

  private static Optional<Found> uncut(String why) {
    return Optional.of(
        Found.failed(Outcome.INCONCLUSIVE, why, Optional.of(AcceptanceCodes.NOT_DONE), Map.of()));
  }

  /// The download broke with this; where a server refused it, it was not cut.
  synchronized void broke(FaultCode code) {
    refused = code;
    if (!code.layer().equals("es9+")) {
      feels();
    }
  }

  /// How often the download went at it.
  synchronized int tries() {
    return tries;
  }

  synchronized Optional<FaultCode> refused() {
    return Optional.ofNullable(refused);
  }

  /// When it was made, in nanoseconds of the clock.
  synchronized long moment() {
    return moment;
  }

  /// Where and how, and what the download felt of it.
  synchronized String words() {
    return "cut at "
        + point.key()
        + (point == CutPoint.LOADING ? " after " + percent + " %" : "")
        + " ("
        + context.with().text("how", "power")
        + "), felt at '"
        + felt
        + "'"
        + (tries > 1 ? ", tried " + tries + " times" : "");
  }
}
