package simwright.lpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.ask.Cancel;
import simwright.device.Device;
import simwright.euicc.GetConfiguredAddresses;
import simwright.euicc.GetEid;
import simwright.euicc.MemoryReset;
import simwright.euicc.MemoryReset.What;
import simwright.euicc.ProfileInfo;
import simwright.euicc.ResultCode;
import simwright.fault.Fault;
import simwright.identity.Eid;
import simwright.time.Time;

/// Takes everything of the chosen kinds off a card (SGP.22 clause 5.7.19), after a person has seen
/// what will be lost and typed the last digits of the EID; over when the card shows it.
public final class Wiping {
  private static final int NOTHING = 1;
  private static final String FUNCTION = "ES10c.eUICCMemoryReset";

  private final Device device;
  private final Flow flow;
  private final Settling settling;
  private final Demand demand;
  private Optional<Fault> broken = Optional.empty();

  /// On the card of a device.
  public Wiping(Device device, Flow flow, Time time) {
    this.device = device;
    this.flow = flow;
    this.settling = new Settling(device, flow, time);
    this.demand = new Demand(flow, settling, time);
  }

  private record Seen(Eid eid, List<ProfileInfo> profiles, Optional<String> server) {}

  /// Resets it; false where the card had nothing of these kinds.
  public boolean reset(Set<What> what) {
    Seen before = look(what);
    LastDigits.typed(
        flow,
        "Reset the memory of the card",
        "Lost for good: "
            + String.join(", ", lost(before, what))
            + ". Activation codes will not bring them back. Type the last four digits of the card's"
            + " EID.",
        before.eid());
    ResultCode code = demand.put(false, false, unused -> asked(what, before.eid())).code();
    if (broken.isEmpty() && !code.done() && code.value() != NOTHING) {
      flow.stage(Stage.RETRY, "refused", Map.of("code", code.code().toString()));
      throw code.fault(FUNCTION);
    }
    int after = shown(what, before);
    boolean nothing = broken.isEmpty() && code.value() == NOTHING;
    flow.stage(
        Stage.MEMORY_RESET,
        nothing ? "already" : "done",
        Map.of("before", before.profiles().size(), "after", after));
    return !nothing;
  }

  private Seen look(Set<What> what) {
    return device.card(
        flow.cancel(),
        card -> {
          Guards here = new Guards(CardReading.profiles(card), card.hidden());
          here.reset(what).check("resetting the memory of the card", flow.device());
          return new Seen(
              card.ask(new GetEid()),
              here.profiles(),
              card.ask(new GetConfiguredAddresses()).defaultSmdp());
        });
  }

  /// What will be lost, for people.
  private static List<String> lost(Seen before, Set<What> what) {
    List<String> lost = new ArrayList<>();
    before.profiles().stream()
        .filter(each -> Guards.resets(what, each))
        .map(each ->
            each.nickname().or(each::name).orElse("a profile without a name")
                + (each.enabled() ? " (in use)" : ""))
        .forEach(lost::add);
    if (what.contains(What.DEFAULT_SMDP_ADDRESS)) {
      before.server().ifPresent(address -> lost.add("the default server " + address));
    }
    return lost.isEmpty() ? List.of("nothing that the card tells of") : lost;
  }

  /// As with a switch, what breaks after the card was asked is left to the card. It must be the one
  /// that was confirmed.
  private ResultCode asked(Set<What> what, Eid eid) {
    settling.reachable();
    boolean[] sent = new boolean[1];
    try {
      return device.card(
          flow.cancel(),
          card -> {
            if (!card.ask(new GetEid()).equals(eid)) {
              throw new Fault(
                  LpaCodes.UNCONFIRMED, FUNCTION, flow.device(), "it is another card now", null);
            }
            flow.stage(Stage.ASKED, "begun", Map.of());
            sent[0] = true;
            return card.askConfirmed(new MemoryReset(what));
          });
    } catch (Fault fault) {
      if (!sent[0] || fault.code().equals(Cancel.CANCELLED)) {
        throw fault;
      }
      broken = Optional.of(fault);
      return new ResultCode("memory-reset", 0);
    }
  }

  /// How many profiles are left once the card shows that it did it; else why it did not.
  private int shown(Set<What> what, Seen before) {
    boolean inUse =
        before.profiles().stream().anyMatch(each -> each.enabled() && Guards.resets(what, each));
    try {
      List<ProfileInfo> left =
          inUse ? settling.until(true, profiles -> gone(what, profiles)) : settling.readAgain();
      if (gone(what, left) && serverIsReset(what)) {
        return left.size();
      }
    } catch (Fault unread) {
      if (!unread.code().equals(LpaCodes.NOT_SWITCHED)) {
        throw unread;
      }
    }
    throw broken.orElseGet(
        () -> new Fault(LpaCodes.NOT_SWITCHED, "resetting the memory of the card", flow.device()));
  }

  /// A test profile may stay that was not loaded in the field, which nothing tells: that counts
  /// where the card itself said that it was done.
  private boolean gone(Set<What> what, List<ProfileInfo> profiles) {
    return profiles.stream()
        .filter(each -> broken.isPresent() || !Guards.test(each))
        .noneMatch(each -> Guards.resets(what, each));
  }

  /// A reset gives the default server its initial value (SGP.22 clause 5.7.19), which a card may
  /// have left the factory with: an address that is still there is that one where the card itself
  /// said that it was done.
  private boolean serverIsReset(Set<What> what) {
    return broken.isEmpty()
        || !what.contains(What.DEFAULT_SMDP_ADDRESS)
        || device
            .card(flow.cancel(), card -> card.ask(new GetConfiguredAddresses()).defaultSmdp())
            .filter(address -> !address.isEmpty())
            .isEmpty();
  }
}
