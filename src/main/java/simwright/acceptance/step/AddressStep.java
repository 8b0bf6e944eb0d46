package simwright.acceptance.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Outcome;
import simwright.device.DeviceCodes;
import simwright.device.PacketContext;

/// An active packet context has an address.
public final class AddressStep implements Step {
  @Override
  public String kind() {
    return "address";
  }

  @Override
  public Found run(StepContext context) {
    List<PacketContext> active =
        context
            .device()
            .refresh(context.cancel())
            .snapshot()
            .contexts()
            .value()
            .orElse(List.of())
            .stream()
            .filter(PacketContext::active)
            .toList();
    return active.stream()
        .filter(each -> !each.addresses().isEmpty())
        .findFirst()
        .map(each ->
            Found.passed(
                "context " + each.cid() + " has " + String.join(" and ", each.addresses()),
                Map.of()))
        .orElseGet(() ->
            Found.failed(
                Outcome.FAIL,
                active.isEmpty()
                    ? "context: no packet context is active"
                    : "context: the active context has no address",
                Optional.of(DeviceCodes.NO_CONTEXT),
                Map.of()));
  }
}
