package simwright.ui.acceptance;

import java.time.Duration;
import java.util.Optional;
import simwright.device.Attachment;
import simwright.job.JobView;
import simwright.ui.acceptance.AcceptanceSource.Run;
import simwright.ui.acceptance.AcceptanceSource.Unsafe;
import simwright.ui.fx.Ages;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.State;

/// One device of the bench as it stands on the grid: the verdict or what is at work, one line more,
/// how far it is (of 1; less than 0 where there is nothing to tell), the one act that comes next,
/// and after a wish to stop what that waits for. `byHand` is one that no tool can drive.
public record Slot(
    String device,
    String title,
    boolean simulated,
    State state,
    String word,
    String line,
    double share,
    Act act,
    String waits,
    boolean asks,
    boolean byHand) {
  /// What a person can do next with a device.
  public enum Act {
    /// Nothing now.
    NONE(""),
    /// Opens the device.
    CONNECT("slot.connect"),
    /// Takes the port back from another program.
    TAKE_BACK("slot.take-back"),
    /// Runs the chosen plan.
    RUN("slot.run"),
    /// Asks the run to stop.
    ABORT("slot.abort"),
    /// Asks it to leave out the teardown.
    HURRY("slot.hurry"),
    /// Asks it to leave the device as it is.
    LEAVE("slot.leave"),
    /// Sees to what was left unsafe.
    RESOLVE("slot.resolve");

    private final String key;

    Act(String key) {
      this.key = key;
    }

    /// As it stands on its button.
    public String word() {
      return key.isEmpty() ? "" : Text.of(key);
    }
  }

  /// All that is known of a device on the bench: its job at work, how often that was asked to stop,
  /// its newest run, how long ago that was heard of, what was left unsafe, what its plan says is
  /// done by hand, and whether it asks something.
  public record Facts(
      Attachment device,
      Optional<JobView> job,
      int pressed,
      Optional<Run> run,
      Duration heard,
      Optional<Unsafe> unsafe,
      String byHand,
      boolean asks) {}

  /// How a device stands.
  public static Slot of(Facts facts) {
    if (facts.job().isPresent()) {
      return working(facts, facts.job().get());
    }
    boolean gone = facts.device().state() == Attachment.State.GONE;
    if (facts.unsafe().isPresent()) {
      Unsafe left = facts.unsafe().get();
      String word = facts.run().flatMap(run -> verdict(run)).orElse(Text.of("slot.unsafe"));
      String line = Text.format("slot.unsafe.line", DeviceText.literal(left.byHand()));
      return make(facts, State.ERROR, word, line, Act.RESOLVE);
    }
    Optional<Run> over = facts.run().filter(run -> run.verdict().isPresent());
    return over.map(run -> ended(facts, run, gone)).orElseGet(() -> idle(facts));
  }

  private static Slot ended(Facts facts, Run run, boolean gone) {
    String why = DeviceText.literal(run.why());
    String line =
        gone
            ? Text.of("slot.gone") + (why.isEmpty() ? "" : " · " + why)
            : why.isEmpty() ? DeviceText.literal(run.plan()) : why;
    return make(
        facts, run.verdict().orElseThrow(), verdict(run).orElse(""), line, next(facts.device()));
  }

  private static Slot idle(Facts facts) {
    Attachment device = facts.device();
    if (device.bundled()) {
      return make(facts, State.IDLE, Text.of("slot.bundle"), Text.of("slot.bundle.line"), Act.NONE);
    }
    Act next = next(device);
    return switch (device.state()) {
      case SEEN -> make(facts, State.IDLE, Text.of("slot.ready"), unopened(device), next);
      case CONNECTING -> make(facts, State.BUSY, Text.of("slot.connecting"), "", next);
      case CONNECTED -> make(facts, State.IDLE, Text.of("slot.ready"), "", next);
      case RELEASED -> make(facts, State.WAITING, Text.of("slot.released"), "", next);
      case GONE -> make(facts, State.ERROR, Text.of("slot.gone"), "", next);
      case FAILED -> {
        String why = device.fault().map(Object::toString).orElse("");
        yield make(facts, State.ERROR, Text.of("slot.failed"), why, next);
      }
    };
  }

  private static String unopened(Attachment device) {
    return Text.of(device.byHand() ? "slot.by-hand" : "slot.seen");
  }

  /// A plan opens a device that nobody has opened.
  private static Act next(Attachment device) {
    return switch (device.state()) {
      case FAILED -> Act.CONNECT;
      case SEEN, CONNECTED -> Act.RUN;
      case RELEASED -> Act.TAKE_BACK;
      case CONNECTING, GONE -> Act.NONE;
    };
  }

  private static Slot working(Facts facts, JobView job) {
    if (!job.act().equals(AcceptanceSource.RUN)) {
      return make(
          facts, State.BUSY, Text.of("slot.busy"), DeviceText.literal(job.stage()), Act.NONE);
    }
    int level = Math.max(facts.pressed(), job.cancelLevel());
    Optional<Run> run = facts.run().filter(each -> each.id().equals(job.id()));
    String step = DeviceText.literal(job.stage());
    Act next =
        switch (level) {
          case 0 -> Act.ABORT;
          case 1 -> Act.HURRY;
          case 2 -> Act.LEAVE;
          default -> Act.NONE;
        };
    String word =
        level > 0
            ? Text.of("slot.stopping")
            : facts.asks() ? Text.of("slot.asks") : Text.of("acceptance.running");
    State state = level > 0 || facts.asks() ? State.WAITING : State.BUSY;
    String line = level > 0 ? waits(level, step, facts.byHand()) : left(step, run, facts.heard());
    double share = job.total() > 0 ? Math.min(1, (double) job.done() / job.total()) : -1;
    return new Slot(
        facts.device().id(),
        title(facts),
        facts.device().simulated(),
        state,
        word,
        line,
        share,
        next,
        level > 0 ? line : "",
        facts.asks(),
        facts.device().byHand());
  }

  private static String left(String step, Optional<Run> run, Duration heard) {
    return run.flatMap(each -> each.progress().left())
        .map(left -> left.minus(heard))
        .map(left -> left.isNegative() ? Duration.ZERO : left)
        .map(left -> Text.format("acceptance.left", Ages.length(left)))
        .map(words -> step.isEmpty() ? words : words + " · " + step)
        .orElse(step);
  }

  private static String waits(int level, String step, String byHand) {
    String hand = DeviceText.literal(byHand);
    return switch (level) {
      case 1 -> Text.format("slot.waits", step.isEmpty() ? Text.of("slot.waits.step") : step);
      case 2 -> Text.format("slot.waits.safe", hand.isEmpty() ? Text.of("slot.hand.none") : hand);
      default -> Text.format("slot.left", hand.isEmpty() ? Text.of("slot.hand.none") : hand);
    };
  }

  private static Optional<String> verdict(Run run) {
    return run.verdict().map(_ -> run.outcome());
  }

  private static Slot make(Facts facts, State state, String word, String line, Act act) {
    return new Slot(
        facts.device().id(),
        title(facts),
        facts.device().simulated(),
        state,
        word,
        line,
        -1,
        act,
        "",
        facts.asks(),
        facts.device().byHand());
  }

  /// What tells it from the others comes first: the asset tag that its newest run was made under,
  /// then its port.
  private static String title(Facts facts) {
    String title = DeviceText.literal(facts.device().title());
    String port = DeviceText.literal(facts.device().port().name());
    String turned =
        title.endsWith(" · " + port)
            ? port + " · " + title.substring(0, title.length() - port.length() - 3)
            : title;
    return facts
        .run()
        .map(run -> DeviceText.literal(run.header().asset()))
        .filter(tag -> !tag.isEmpty())
        .map(tag -> tag + " · " + turned)
        .orElse(turned);
  }

  /// Whether the chosen plan can be run on it now.
  public boolean ready() {
    return act == Act.RUN;
  }
}
