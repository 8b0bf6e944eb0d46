package simwright.acceptance.step;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.CardWork;
import simwright.acceptance.RunTools;
import simwright.acceptance.StepContext;
import simwright.acceptance.TestOrder;
import simwright.ask.Progress;
import simwright.failover.Candidate;
import simwright.fault.Fault;
import simwright.identity.Iccid;

/// A drill's standby that nobody staged: it is fetched when a policy finds no other way, each round
/// with the next test order. What is staged on the card is left aside, so that one card shows both.
final class FreshStandby {
  private static final String ORDER = "order";

  private final StepContext context;
  private Optional<Iccid> fetched = Optional.empty();
  private int tries;
  private String refused = "";

  FreshStandby(StepContext context) {
    this.context = context;
  }

  /// Whether the plan wants it.
  private boolean wanted() {
    return context.with().has(ORDER);
  }

  /// Of these profiles the ones that the drill may use: those it came with, and what it fetched.
  List<Candidate> among(List<Candidate> all) {
    if (!wanted()) {
      return all;
    }
    Set<Iccid> known = new HashSet<>();
    context
        .tools()
        .met(context.with().text("home", ""))
        .map(RunTools.Met::iccid)
        .ifPresent(known::add);
    fetched.ifPresent(known::add);
    return all.stream().filter(each -> known.contains(each.iccid())).toList();
  }

  /// Whether it is still to be fetched.
  boolean missing() {
    return wanted() && fetched.isEmpty();
  }

  /// How often it was tried.
  int tries() {
    return tries;
  }

  /// Why the last try came to nothing; "" where it did not.
  String refused() {
    return refused;
  }

  /// Fetches it. A server that cannot be had is no end: it is tried again while there is time. What
  /// server or card refuse is.
  void fetch() {
    tries++;
    String id = context.planned().id();
    int number = Orders.number(context.with()) + context.tools().allMet(id).size();
    TestOrder order =
        Orders.of(context, TestOrder.Rule.NONE.key(), number)
            .orElseThrow(() ->
                new Fault(
                    AcceptanceCodes.NO_ORDER,
                    "fetching a standby",
                    context.device().id(),
                    "each round takes a test order, and there are " + (number - 1),
                    null));
    try {
      CardWork.Downloaded result =
          context
              .tools()
              .card()
              .download(
                  order,
                  CardWork.Consent.YES,
                  Progress.none(),
                  context.deadline(),
                  context.cancel());
      if (!result.installed() || result.profile().isEmpty()) {
        throw new Fault(
            result.refused().orElse(Filling.NO_MEMORY),
            "fetching a standby",
            context.device().id());
      }
      fetched = result.profile();
      refused = "";
      context.tools().meet(id, result.profile().get(), true);
    } catch (Fault fault) {
      if (!fault.code().layer().equals("rsp")) {
        throw fault;
      }
      refused = "the server could not be had [" + fault.code() + "]";
    }
  }
}
