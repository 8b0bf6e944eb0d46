package simwright.acceptance;

import java.time.Duration;
import java.util.Optional;
import simwright.time.Deadline;
import simwright.time.Time;

/// The time that a run, a phase or a teardown may take from when it is made, never more than what
/// the one around it has left; waiting for a person does not count where it is not `strict`.
final class Allowance {
  private final Time time;
  private final PromptTime prompts;
  private final Duration within;
  private final boolean strict;
  private final Optional<Allowance> around;
  private final long begun;
  private final Duration waitedBefore;

  private Allowance(
      Time time, PromptTime prompts, Duration within, boolean strict, Optional<Allowance> around) {
    this.time = time;
    this.prompts = prompts;
    this.within = within;
    this.strict = strict;
    this.around = around;
    this.begun = time.nanos();
    this.waitedBefore = prompts.waited();
  }

  /// On its own.
  static Allowance of(Time time, PromptTime prompts, Duration within, boolean strict) {
    return new Allowance(time, prompts, within, strict, Optional.empty());
  }

  /// A part of this one.
  Allowance part(Duration own) {
    return new Allowance(time, prompts, own, false, Optional.of(this));
  }

  /// When it is over where nobody is asked meanwhile.
  Deadline deadline() {
    return time.deadline(left());
  }

  /// Whether it is over.
  boolean passed() {
    return left().isZero();
  }

  /// How long a person may take for an answer that may take so long: no more than is left of what
  /// is `strict`.
  Duration answering(Duration longest) {
    Duration most = around.map(each -> each.answering(longest)).orElse(longest);
    return strict && left().compareTo(most) < 0 ? left() : most;
  }

  private Duration left() {
    Duration waited = strict ? Duration.ZERO : prompts.waited().minus(waitedBefore);
    Duration own = within.minusNanos(time.nanos() - begun).plus(waited);
    Duration most = around.map(Allowance::left).filter(each -> each.compareTo(own) < 0).orElse(own);
    return most.isNegative() ? Duration.ZERO : most;
  }
}
