package simwright.catalog.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Profiles;
import simwright.catalog.reconcile.Difference.Action;
import simwright.catalog.reconcile.Difference.Kind;
import simwright.identity.Eid;
import simwright.identity.Iccid;

class ReconcilingTest {
  private static final String EID = "89049032000000000000000000000084";

  private static CardProfiles card(boolean enabled, boolean pending) {
    Iccid iccid = new Iccid(Profiles.iccid(1));
    return new CardProfiles(
        new Eid(EID),
        List.of(new CardProfiles.OnCard(iccid, enabled, "…Holiday!", "Orange")),
        pending ? Set.of(iccid) : Set.of());
  }

  private static CatalogProfile known(String state, String eid) {
    return Profiles.profile(1, "state", state, "eid", eid);
  }

  private static List<Kind> kinds(CatalogProfile known, CardProfiles card) {
    return Reconciling.of(List.of(known), card).stream().map(Difference::kind).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "enabled, true",
    "disabled, false",
    "installed, false",
    "expiring, true",
    "expiring, false"
  })
  void whatAgreesIsNoDifference(String state, boolean enabled) {
    assertEquals(List.of(), kinds(known(state, EID), card(enabled, false)));
  }

  @ParameterizedTest
  @CsvSource({
    "disabled, true, STATE",
    "installed, true, STATE",
    "released, false, STATE",
    "enabled, false, STATE",
    "revoked, true, WITHDRAWN",
    "deleted, false, WITHDRAWN"
  })
  void anotherStateIsOne(String state, boolean enabled, Kind kind) {
    assertEquals(List.of(kind), kinds(known(state, EID), card(enabled, false)));
  }

  @Test
  void anotherCardIsOne() {
    assertEquals(
        List.of(Kind.ELSEWHERE),
        kinds(known("enabled", "89049032000000000000000000000181"), card(true, false)));
    assertEquals(List.of(Kind.ELSEWHERE), kinds(known("enabled", ""), card(true, false)));
  }

  @Test
  void whatTheCatalogDoesNotKnowIsAddedAsTheCardTellsIt() {
    Difference only = Reconciling.of(List.of(), card(true, false)).getFirst();
    assertEquals(Action.ADD, only.action());
    assertEquals("Holiday", only.profile().name());
    assertEquals("enabled", only.profile().state().key());
  }

  @Test
  void whatIsNoMoreOnTheCardIsGoneUnlessItNeverWasThere() {
    CardProfiles empty = new CardProfiles(new Eid(EID), List.of(), Set.of());
    assertEquals(List.of(Kind.GONE), kinds(known("enabled", EID), empty));
    assertEquals(List.of(), kinds(known("released", EID), empty));
    assertEquals(List.of(), kinds(known("enabled", "89049032000000000000000000000181"), empty));
  }

  @Test
  void whatAServerWasNotToldIsOne() {
    assertEquals(List.of(Kind.NOTIFICATION), kinds(known("enabled", EID), card(true, true)));
  }
}
