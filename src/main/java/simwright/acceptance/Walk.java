package simwright.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import simwright.acceptance.plan.Group;
import simwright.acceptance.plan.Parallel;
import simwright.acceptance.plan.PlanPart;
import simwright.acceptance.plan.PlannedStep;
import simwright.acceptance.plan.Repeat;
import simwright.acceptance.plan.Tries;
import simwright.ask.Cancel;
import simwright.fault.Fault;
import simwright.observe.Subscription;

/// Carries the parts of one phase out: in order, again, side by side, as the plan says. With
/// `always` every part has its try, whatever came of those before.
final class Walk {
  private final RunUnderWay run;
  private final Allowance allowance;
  private final Cancel cancel;
  private final boolean always;

  /// `cancel` ends steps; a person's own wish, which teardowns outlive, is the run's.
  Walk(RunUnderWay run, Allowance allowance, Cancel cancel, boolean always) {
    this.run = run;
    this.allowance = allowance;
    this.cancel = cancel;
    this.always = always;
  }

  /// Carries parts out. After the first that does not hold the rest is skipped, and says so.
  /// Whether all held.
  boolean parts(List<PlanPart> parts, Place place) {
    boolean good = true;
    for (int i = 0; i < parts.size(); i++) {
      if (good || always) {
        good &= part(parts.get(i), place.at(i));
      } else {
        skip(parts.get(i), place.at(i), "an earlier step did not hold");
      }
    }
    return good;
  }

  /// Leaves parts out, each step of them with the reason.
  void skip(List<PlanPart> parts, Place place, String why) {
    for (int i = 0; i < parts.size(); i++) {
      skip(parts.get(i), place.at(i), why);
    }
  }

  private boolean part(PlanPart part, Place place) {
    Optional<String> unmet = part.when().flatMap(run.conditions()::unmet);
    if (unmet.isPresent()) {
      skip(part, place, unmet.get());
      return true;
    }
    return switch (part) {
      case PlannedStep step -> tried(step.tries(), place, at -> step(step, at));
      case Repeat repeat -> repeat(repeat, place);
      case Group group -> group(group, place);
      case Parallel parallel -> parallel(parallel, place);
    };
  }

  private boolean step(PlannedStep step, Place place) {
    return allowance.passed()
        ? run.outOfTime(step, place)
        : run.step(step, place, allowance, cancel).outcome().fine();
  }

  private boolean repeat(Repeat repeat, Place place) {
    boolean good = true;
    for (int round = 1; round <= repeat.times(); round++) {
      Place at = place.round(round, repeat.times());
      if (good || always) {
        good &= parts(repeat.body(), at);
      } else {
        skip(repeat.body(), at, "an earlier step did not hold");
      }
    }
    return good;
  }

  private boolean group(Group group, Place place) {
    return tried(group.tries(), place.within(group.title()), at -> once(group, at));
  }

  private boolean once(Group group, Place place) {
    try (ResourceLocks.Held _ = run.hold(group.hold(), allowance.deadline(), cancel)) {
      boolean ready = parts(group.setup(), place.at("setup"));
      if (!ready && !always) {
        skip(group.main(), place.at("steps"), "the setup of '" + group.title() + "' did not hold");
      }
      boolean good = (ready || always) && parts(group.main(), place.at("steps"));
      return teardown(group, place.at("teardown")) && ready && good;
    } catch (Fault unavailable) {
      if (!unavailable.code().equals(AcceptanceCodes.RESOURCE_BUSY)
          && !unavailable.code().equals(Cancel.CANCELLED)) {
        throw unavailable;
      }
      run.blocked(group.title(), place, unavailable);
      List.of(group.setup(), group.main(), group.teardown())
          .forEach(parts -> skip(parts, place, "its resources could not be had"));
      return false;
    }
  }

  /// The teardown has its own time, and a person's first wish to stop does not end it.
  private boolean teardown(Group group, Place place) {
    if (group.teardown().isEmpty()) {
      return true;
    }
    Cancel second = new Cancel();
    try (Subscription _ = Escalation.from(run.cancel(), 2, second)) {
      Allowance own = run.allowance(PlanPart.longest(group.teardown()), false);
      return new Walk(run, own, second, true).parts(group.teardown(), place);
    }
  }

  private boolean parallel(Parallel parallel, Place place) {
    List<Group> branches = parallel.branches();
    AtomicReferenceArray<Boolean> held = new AtomicReferenceArray<>(branches.size());
    List<Fault> broken = new ArrayList<>();
    AtomicInteger left = new AtomicInteger(branches.size());
    for (int i = 0; i < branches.size(); i++) {
      int branch = i;
      Thread unused =
          run.time()
              .start(
                  "branch " + (i + 1) + " of run " + run.id(),
                  () -> {
                    try {
                      held.set(branch, group(branches.get(branch), place.at(branch)));
                    } catch (Fault fault) {
                      synchronized (left) {
                        broken.add(fault);
                      }
                    } finally {
                      synchronized (left) {
                        left.decrementAndGet();
                        left.notifyAll();
                      }
                    }
                  });
    }
    synchronized (left) {
      boolean all =
          run.time().await(left, () -> left.get() == 0, run.time().deadline(RunUnderWay.LONGEST));
      if (!broken.isEmpty()) {
        throw broken.getFirst();
      }
      for (int i = 0; i < branches.size(); i++) {
        if (!all || held.get(i) == null) {
          throw new IllegalStateException("a branch of the plan came to no end");
        }
      }
    }
    return IntStream.range(0, branches.size()).allMatch(held::get);
  }

  /// One try of something.
  private interface Try {
    boolean at(Place place);
  }

  private boolean tried(Tries tries, Place place, Try once) {
    for (int number = 1; ; number++) {
      boolean good = once.at(place);
      boolean last = number >= tries.most() || cancel.requested() || allowance.passed();
      if (good || last) {
        return good;
      }
      run.pause(tries.pause(), allowance.deadline(), cancel);
    }
  }

  private void skip(PlanPart part, Place place, String why) {
    switch (part) {
      case PlannedStep step -> run.skipped(step, place, why);
      case Repeat repeat -> {
        for (int round = 1; round <= repeat.times(); round++) {
          skip(repeat.body(), place.round(round, repeat.times()), why);
        }
      }
      case Group group -> {
        Place at = place.within(group.title());
        skip(group.setup(), at.at("setup"), why);
        skip(group.main(), at.at("steps"), why);
        skip(group.teardown(), at.at("teardown"), why);
      }
      case Parallel parallel -> {
        for (int i = 0; i < parallel.branches().size(); i++) {
          skip(parallel.branches().get(i), place.at(i), why);
        }
      }
    }
  }
}
