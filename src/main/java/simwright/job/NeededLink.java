package simwright.job;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import simwright.acceptance.Step;
import simwright.acceptance.plan.Monitor;
import simwright.acceptance.plan.Plan;
import simwright.acceptance.plan.PlannedStep;
import simwright.device.Device;
import simwright.fault.Fault;
import simwright.link.LinkCodes;

/// Which plans can be run on a device that no tool can drive: those that ask a person, the bench or
/// a server, and the device nothing.
record NeededLink(List<Step> kinds) {
  private static final int FEW = 3;

  /// Whether nothing of the plan asks the device itself.
  boolean none(Plan plan) {
    return asking(plan).isEmpty();
  }

  /// Throws `link/by-hand` where the plan asks a device that is tested by hand.
  void check(Plan plan, Device device) {
    List<String> asking = asking(plan);
    if (device.view().get().byHand() && !asking.isEmpty()) {
      throw new Fault(
          LinkCodes.BY_HAND,
          "beginning a plan",
          device.id(),
          plan.name()
              + " asks the device itself: "
              + asking.stream().limit(FEW).collect(Collectors.joining(", "))
              + (asking.size() > FEW ? " and " + (asking.size() - FEW) + " more" : ""),
          null);
    }
  }

  private List<String> asking(Plan plan) {
    Set<String> byHand =
        kinds.stream().filter(Step::byHand).map(Step::kind).collect(Collectors.toSet());
    return Stream.concat(
            plan.each().filter(step -> !byHand.contains(step.kind())).map(PlannedStep::title),
            plan.monitors().stream().map(Monitor::title))
        .distinct()
        .toList();
  }
}
