package simwright.catalog.reconcile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Field;
import simwright.catalog.LifecycleState;
import simwright.catalog.ProfileReader;
import simwright.catalog.ProfileText;
import simwright.identity.Eid;
import simwright.identity.Iccid;

/// Compares the catalog with what a card says, which is right about itself.
public final class Reconciling {
  private final CardProfiles card;
  private final Map<String, CatalogProfile> known = new HashMap<>();
  private final List<Difference> found = new ArrayList<>();

  private Reconciling(List<CatalogProfile> catalog, CardProfiles card) {
    this.card = card;
    catalog.forEach(each -> each.iccid().ifPresent(iccid -> known.put(iccid.value(), each)));
  }

  /// All differences: those of the card's profiles in its order, then those of profiles it has no
  /// more.
  public static List<Difference> of(List<CatalogProfile> catalog, CardProfiles card) {
    Reconciling reconciling = new Reconciling(catalog, card);
    Set<String> there = new HashSet<>();
    for (CardProfiles.OnCard each : card.profiles()) {
      there.add(each.iccid().value());
      reconciling.onCard(each);
    }
    for (CatalogProfile each : catalog) {
      boolean here = each.eid().filter(card.eid()::equals).isPresent() && each.state().onCard();
      if (here && each.iccid().map(Iccid::value).filter(there::contains).isEmpty()) {
        reconciling.gone(each);
      }
    }
    return List.copyOf(reconciling.found);
  }

  private void onCard(CardProfiles.OnCard on) {
    CatalogProfile profile = known.get(on.iccid().value());
    LifecycleState says = on.enabled() ? LifecycleState.ENABLED : LifecycleState.DISABLED;
    if (profile == null) {
      CatalogProfile told = told(on, says);
      say(
          Difference.Kind.NOT_IN_CATALOG,
          told,
          Difference.Action.ADD,
          "It is on the card, " + says.key() + ", and not in the catalog");
    } else if (!profile.alive()) {
      say(
          Difference.Kind.WITHDRAWN,
          profile,
          Difference.Action.DELETE_FROM_CARD,
          "The catalog says that it is " + profile.state().key() + ", yet it is on the card");
    } else {
      compare(profile, says);
    }
    if (card.pending().contains(on.iccid())) {
      say(
          Difference.Kind.NOTIFICATION,
          profile == null ? told(on, says) : profile,
          Difference.Action.DELIVER,
          "A server was not told yet what became of it");
    }
  }

  private void compare(CatalogProfile profile, LifecycleState says) {
    if (profile.eid().filter(card.eid()::equals).isEmpty()) {
      say(
          Difference.Kind.ELSEWHERE,
          with(profile, card.eid()),
          Difference.Action.NOTE_CARD,
          profile.eid().isPresent()
              ? "The catalog says that it is on another card"
              : "The catalog does not say on which card it is");
    }
    boolean unused = profile.state() == LifecycleState.INSTALLED;
    boolean same =
        profile.state() == says
            || says == LifecycleState.DISABLED && unused
            || profile.state() == LifecycleState.EXPIRING;
    if (!same) {
      found.add(
          new Difference(
              Difference.Kind.STATE,
              profile,
              Optional.of(says),
              Difference.Action.FOLLOW,
              "It is " + says.key() + " on the card, the catalog says " + profile.state().key()));
    }
  }

  private void gone(CatalogProfile profile) {
    boolean pending = profile.iccid().filter(card.pending()::contains).isPresent();
    found.add(
        new Difference(
            Difference.Kind.GONE,
            profile,
            Optional.of(LifecycleState.DELETED),
            Difference.Action.FOLLOW,
            "The catalog says that it is "
                + profile.state().key()
                + " on this card, which has it"
                + " no more"));
    if (pending) {
      say(
          Difference.Kind.NOTIFICATION,
          profile,
          Difference.Action.DELIVER,
          "A server was not told yet that it is gone");
    }
  }

  private void say(
      Difference.Kind kind, CatalogProfile profile, Difference.Action action, String words) {
    found.add(new Difference(kind, profile, Optional.empty(), action, words));
  }

  /// A profile as the card alone tells it.
  private CatalogProfile told(CardProfiles.OnCard on, LifecycleState state) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    String name =
        on.name().replaceAll("[^\\p{L}\\p{N} ._-]", "").replaceFirst("^[ ._-]+", "").strip();
    String iccid = on.iccid().value();
    node.put(Field.ICCID.key(), iccid);
    node.put(
        Field.NAME.key(),
        name.isEmpty()
            ? "UNNAMED " + iccid.substring(iccid.length() - 4)
            : name.substring(0, Math.min(name.length(), 64)));
    node.put(Field.OPERATOR.key(), on.provider());
    node.put(Field.STATE.key(), state.key());
    node.put(Field.EID.key(), card.eid().value());
    return ProfileReader.read("", node).profile();
  }

  private static CatalogProfile with(CatalogProfile profile, Eid eid) {
    return ProfileText.with(profile, Map.of(Field.EID, eid.value()));
  }
}
