package simwright.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import simwright.ask.Attendant;
import simwright.euicc.NotificationEvent;
import simwright.euicc.NotificationMetadata;
import simwright.euicc.NotificationTarget;
import simwright.euicc.ProfileInfo;
import simwright.identity.Iccid;
import simwright.lpa.CardReading;
import simwright.rollout.retirement.Hands;

/// What a retirement has done at servers and on a card, each as a job of its own.
final class RetireHands implements Hands {
  private final CardActs cards;
  private final OrderActs orders;
  private final OrderActs.At at;
  private final Optional<String> device;
  private final WithinJob within;
  private final Attendant attendant;

  RetireHands(
      CardActs cards,
      OrderActs orders,
      OrderActs.At at,
      Optional<String> device,
      WithinJob within,
      Attendant attendant) {
    this.cards = cards;
    this.orders = orders;
    this.at = at;
    this.device = device;
    this.within = within;
    this.attendant = attendant;
  }

  @Override
  public void cancelOrder(Iccid profile) {
    OrderActs.Ordered unused =
        within.done(
            "ending the order", orders.cancel(at, profile, Optional.empty(), false, attendant));
  }

  @Override
  public boolean device() {
    return device.isPresent();
  }

  @Override
  public String deviceName() {
    return device.orElse("");
  }

  @Override
  public CardNow look(Iccid profile) {
    CardReading reading = within.done("reading the card", cards.read(deviceName(), attendant));
    Optional<OnCard> on =
        reading.profiles().stream()
            .filter(each -> each.iccid().filter(profile::equals).isPresent())
            .findFirst()
            .map(RetireHands::onCard);
    Set<String> waiting =
        reading.notifications().stream()
            .filter(each -> each.iccid().filter(profile::equals).isPresent())
            .filter(each -> each.events().contains(NotificationEvent.DELETE))
            .map(NotificationMetadata::address)
            .collect(Collectors.toSet());
    return new CardNow(reading.eid(), on, waiting);
  }

  private static OnCard onCard(ProfileInfo info) {
    List<String> servers = new ArrayList<>();
    for (NotificationTarget each : info.notifications()) {
      if (each.events().contains(NotificationEvent.DELETE)) {
        servers.add(each.address().toLowerCase(java.util.Locale.ROOT));
      }
    }
    return new OnCard(info.enabled(), servers);
  }

  @Override
  public void disable(Iccid profile) {
    ProfileInfo unused =
        within.done("disabling the profile", cards.disable(deviceName(), profile, attendant));
  }

  @Override
  public void delete(Iccid profile) {
    boolean unused =
        within.done("deleting the profile", cards.delete(deviceName(), profile, attendant));
  }

  @Override
  public void deliver() {
    var unused = within.done("telling its server", cards.send(deviceName(), attendant));
  }
}
