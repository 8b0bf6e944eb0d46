package simwright.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import simwright.acceptance.Around;
import simwright.acceptance.RunHistory;
import simwright.acceptance.RunTools;
import simwright.acceptance.SelectionWork;
import simwright.acceptance.TestOrder;
import simwright.ask.Attendant;
import simwright.device.Device;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.journal.Program;
import simwright.lpa.Intents;
import simwright.rsp.ActivationCode;
import simwright.time.Time;

/// What runs have of the cards in devices: the acts, the test orders that are not used up, and
/// orders of their own at servers.
public final class PlanCards {
  private final Supplier<CardActs> acts;
  private final Supplier<OrderActs> orders;
  private final Function<String, Optional<String>> reveal;
  private final Supplier<Map<String, List<TestOrder>>> bench;
  private final SelectionWork selection;

  /// By these acts, which are made when the first run begins; `reveal` gives the identifier behind
  /// a pseudonym while it is not forgotten, `bench` the orders that a served bench has for its
  /// devices, by their ids: they serve where no others were named; `selection` decides which
  /// profile is used.
  public PlanCards(
      Supplier<CardActs> acts,
      Supplier<OrderActs> orders,
      Function<String, Optional<String>> reveal,
      Supplier<Map<String, List<TestOrder>>> bench,
      SelectionWork selection) {
    this.acts = acts;
    this.orders = orders;
    this.reveal = reveal;
    this.bench = bench;
    this.selection = selection;
  }

  /// For a run on a device: of the orders those that were named for it, by its id or its card's
  /// EID, and that no earlier act of this log has used up.
  RunTools tools(Device device, Map<String, List<TestOrder>> named, Attendant person, Time time) {
    Map<String, List<TestOrder>> given = named.isEmpty() ? bench.get() : named;
    Optional<String> eid = device.view().get().snapshot().eid().value().map(Eid::value);
    List<TestOrder> own = new ArrayList<>(given.getOrDefault(device.id(), List.of()));
    eid.ifPresent(card -> own.addAll(given.getOrDefault(card, List.of())));
    own.removeIf(order -> acts.get().usedUp(ActivationCode.read(order.code())));
    List<TestOrder> told =
        own.stream()
            .map(order -> order.named(Intents.subject(ActivationCode.read(order.code()))))
            .toList();
    return RunTools.of(new PlanCard(acts, device.id(), origin(told, time)), told)
        .with(Around.on(new ServedBench(device, time)))
        .with(new PlanOrders(orders, person, time))
        .with(selection);
  }

  private static RunHistory.Origin origin(List<TestOrder> orders, Time time) {
    return new RunHistory.Origin(
        orders.stream().map(TestOrder::name).collect(Collectors.toSet()),
        Program.here(),
        time.now());
  }

  /// For the safe state of a run that ended before: with the profiles that it met and saw, as far
  /// as they are not forgotten.
  RunTools again(Device device, RunHistory.Profiles before, Attendant person, Time time) {
    RunTools tools =
        RunTools.of(new PlanCard(acts, device.id(), before.origin()), List.of())
            .with(Around.after(new ServedBench(device, time)))
            .with(new PlanOrders(orders, person, time));
    before
        .met()
        .forEach((step, profile) ->
            reveal
                .apply(profile.getKey())
                .ifPresent(iccid -> tools.meet(step, new Iccid(iccid), profile.getValue())));
    before
        .there()
        .forEach((step, all) -> {
          Set<Iccid> known =
              all.getKey().stream()
                  .flatMap(each -> reveal.apply(each).stream())
                  .map(Iccid::new)
                  .collect(Collectors.toSet());
          if (known.size() == all.getKey().size()) {
            tools.saw(step, new RunTools.There(known, all.getValue()));
          }
        });
    return tools;
  }
}
