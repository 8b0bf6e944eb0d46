package simwright.rollout.retirement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import simwright.ask.Cancel;
import simwright.catalog.Catalog;
import simwright.catalog.CatalogCodes;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Field;
import simwright.catalog.LifecycleState;
import simwright.catalog.ProfileText;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.identity.Iccid;

/// Carries the retirement of a profile as far as it goes now: what the log says was seen is not
/// done again, what fails is told and left for the next time, and the rest is done all the same.
public final class Retiring {
  /// The server does not end the order as it stands: it may be installed (SGP.22 clause 5.3.5).
  private static final FaultCode WRONG_STATE = new FaultCode("es2+", "8.2.1-3.5");

  private final Catalog catalog;
  private final RetirementLog log;
  private final Hands hands;
  private final List<Fault> stopped = new ArrayList<>();
  private CatalogProfile profile;

  /// Of a profile of this catalog, with these hands.
  public Retiring(Catalog catalog, RetirementLog log, Hands hands, CatalogProfile profile) {
    this.catalog = catalog;
    this.log = log;
    this.hands = hands;
    this.profile = profile;
  }

  /// What it came to, and what stopped it.
  public record Outcome(CatalogProfile profile, Retirement retirement, List<Fault> stopped) {
    public Outcome {
      stopped = List.copyOf(stopped);
    }
  }

  /// Begins it, or goes on.
  public Outcome run(String why, Optional<Receipt> receipt) {
    begin(why);
    receipt.ifPresent(this::taken);
    if (hands.device()) {
      trying(this::atTheCard);
    }
    if (!now().installed() && !now().has(RetirementPart.ORDER_CANCELLED)) {
      trying(this::cancelled);
    }
    return ended();
  }

  /// How it stands.
  public Retirement now() {
    return log.of(profile, catalog.history(profile));
  }

  private void begin(String why) {
    boolean over = profile.state() == LifecycleState.DELETED;
    if (over && !now().begun()) {
      throw new Fault(
          CatalogCodes.NOT_ALLOWED, "retiring a profile", profile.words(), "it is deleted", null);
    }
    if (!now().begun()) {
      log.begun(profile, now().installed(), why);
    }
    if (!over && profile.state() != LifecycleState.REVOKED) {
      profile = catalog.move(profile, LifecycleState.REVOKED, why);
    }
  }

  /// Of an order that never came to a card the operator's word closes the order, else the line.
  private void taken(Receipt receipt) {
    Retirement now = now();
    if (!now.ticket()) {
      throw new Fault(CatalogCodes.NO_TICKET, "taking a receipt", profile.words());
    }
    RetirementPart part =
        now.installed() ? RetirementPart.LINE_SUSPENDED : RetirementPart.ORDER_CANCELLED;
    if (!now.has(part)) {
      log.receipt(profile, receipt, part);
    }
  }

  private void atTheCard() {
    Iccid iccid = iccid();
    Hands.CardNow card = hands.look(iccid);
    boolean its = profile.eid().filter(card.eid()::equals).isPresent();
    if (card.profile().isEmpty() && !its) {
      throw new Fault(
          CatalogCodes.OTHER_CARD,
          "retiring a profile",
          hands.deviceName(),
          profile.eid().isPresent()
              ? "the catalog says that it is on another card"
              : "the catalog does not say on which card it is, and it is not on this one",
          null);
    }
    if (!its) {
      profile =
          catalog.change(
              ProfileText.with(profile, Map.of(Field.EID, card.eid().value())),
              "found there while it is retired");
    }
    card.profile().ifPresent(on -> takenOff(iccid, on));
    if (card.profile().isEmpty() && now().installed()) {
      gone(card);
    }
    if (now().installed()) {
      tell(iccid);
    }
  }

  private void takenOff(Iccid iccid, Hands.OnCard on) {
    log.found(profile, hands.deviceName(), on.servers());
    if (on.enabled()) {
      hands.disable(iccid);
    }
    if (!now().has(RetirementPart.DISABLED)) {
      log.seen(profile, RetirementPart.DISABLED, "the card shows it out of use");
    }
    hands.delete(iccid);
    gone(hands.look(iccid));
  }

  /// The card decides, whatever was answered and whoever deleted it.
  private void gone(Hands.CardNow card) {
    if (card.profile().isPresent()) {
      throw new Fault(
          CatalogCodes.REVOCATION_INCOMPLETE,
          "deleting a retired profile",
          hands.deviceName(),
          "the card still has it",
          null);
    }
    if (!card.waiting().isEmpty()) {
      log.found(profile, hands.deviceName(), List.copyOf(new TreeSet<>(card.waiting())));
    }
    if (!now().has(RetirementPart.DELETED)) {
      log.seen(profile, RetirementPart.DELETED, "the card shows that it is gone");
    }
  }

  private void tell(Iccid iccid) {
    if (now().has(RetirementPart.SERVER_TOLD)) {
      return;
    }
    hands.deliver();
    Hands.CardNow after = hands.look(iccid);
    if (!after.waiting().isEmpty()) {
      throw new Fault(
          CatalogCodes.REVOCATION_INCOMPLETE,
          "telling servers of a deletion",
          hands.deviceName(),
          "waits for " + String.join(", ", new TreeSet<>(after.waiting())),
          null);
    }
  }

  /// A server that will not end it may have it installed: where the catalog knows that its package
  /// was handed over, it is taken off its card then.
  private void cancelled() {
    try {
      hands.cancelOrder(iccid());
    } catch (Fault refused) {
      boolean handedOver =
          catalog.history(profile).stream()
              .anyMatch(each -> each.to().equals(LifecycleState.DOWNLOADED.key()));
      if (refused.code().equals(WRONG_STATE) && handedOver) {
        log.begun(profile, true, "its server does not end the order, as it is installed");
      }
      throw refused;
    }
    if (!now().has(RetirementPart.ORDER_CANCELLED)) {
      log.seen(profile, RetirementPart.ORDER_CANCELLED, "its server says so");
    }
  }

  private Iccid iccid() {
    return profile
        .iccid()
        .orElseThrow(() ->
            new Fault(
                CatalogCodes.NO_PROFILE,
                "retiring a profile",
                profile.name(),
                "its ICCID is" + " forgotten",
                null));
  }

  /// What fails is left for the next time; who wants to stop is obeyed.
  private void trying(Runnable part) {
    try {
      part.run();
    } catch (Fault fault) {
      if (fault.code().equals(Cancel.CANCELLED)) {
        throw fault;
      }
      stopped.add(fault);
    }
  }

  private Outcome ended() {
    Retirement now = now();
    if (now.complete() && profile.state() == LifecycleState.REVOKED) {
      profile = catalog.move(profile, LifecycleState.DELETED, "retired: all was seen");
    }
    return new Outcome(profile, now, stopped);
  }
}
