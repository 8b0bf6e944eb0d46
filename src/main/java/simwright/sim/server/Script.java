package simwright.sim.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simwright.rsp.Status;

/// What a server is to do wrong, as a person writes it: `cut`, `slow:5` (answers come after so many
/// seconds), `fail:8.2.6/3.8` for any refusal of the standard; after `@` for which function alone,
/// after `*` how often.
final class Script {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:fail:([0-9.]+)/([0-9.]+)|slow:([0-9]{1,3})|([a-z-]+))(?:@([a-zA-Z]+))?(?:\\*([0-9]{1,4}))?");
  private static final int FOR_EVER = -1;

  private final Optional<Misbehaviour> how;
  private final Optional<Status> refusal;
  private final Duration delay;
  private final Optional<String> function;
  private final AtomicInteger left;

  private Script(
      Optional<Misbehaviour> how,
      Optional<Status> refusal,
      Duration delay,
      Optional<String> function,
      int times) {
    this.how = how;
    this.refusal = refusal;
    this.delay = delay;
    this.function = function;
    this.left = new AtomicInteger(times);
  }

  /// Always that.
  static Script of(Misbehaviour how) {
    return new Script(
        Optional.of(how), Optional.empty(), Duration.ZERO, Optional.empty(), FOR_EVER);
  }

  /// Reads one; empty where it is none.
  static Optional<Script> read(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Optional<String> name = Optional.ofNullable(form.group(4));
    Optional<Misbehaviour> how = name.flatMap(Misbehaviour::of);
    Optional<String> function = Optional.ofNullable(form.group(5));
    Optional<String> times = Optional.ofNullable(form.group(6));
    boolean limited = function.isPresent() || times.isPresent();
    if (name.isPresent() && (how.isEmpty() || (limited && how.get().inside()))) {
      return Optional.empty();
    }
    return Optional.of(
        new Script(
            how,
            Optional.ofNullable(form.group(1))
                .map(subject -> Status.failed(subject, form.group(2), "Refused on request")),
            Duration.ofSeconds(Optional.ofNullable(form.group(3)).map(Long::parseLong).orElse(0L)),
            function,
            times.map(Integer::parseInt).orElse(FOR_EVER)));
  }

  /// Whether it holds for a call of this function; each time it does counts.
  boolean holds(String called) {
    boolean meant = function.filter(each -> !each.equalsIgnoreCase(called)).isEmpty();
    return meant && left.getAndUpdate(count -> count > 0 ? count - 1 : count) != 0;
  }

  Optional<Misbehaviour> how() {
    return how;
  }

  Optional<Status> refusal() {
    return refusal;
  }

  Duration delay() {
    return delay;
  }
}
