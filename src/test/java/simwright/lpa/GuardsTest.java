package simwright.lpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import simwright.euicc.MemoryReset.What;
import simwright.euicc.PolicyRules;
import simwright.euicc.ProfileInfo;
import simwright.euicc.ProfileInfo.ProfileClass;
import simwright.euicc.ProfileInfo.State;
import simwright.identity.Iccid;
import simwright.lpa.Guards.Guard;
import simwright.lpa.Guards.Standing;
import simwright.runbook.Runbook;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// What may be done with a profile is known before anybody asks for it.
class GuardsTest {
  private static final PolicyRules STAYS_ENABLED = new PolicyRules(false, true, false);
  private static final PolicyRules STAYS = new PolicyRules(false, false, true);

  private static ProfileInfo profile(State state, ProfileClass kind, PolicyRules rules) {
    return new ProfileInfo(
        Optional.of(new Iccid("8988211000000000904")),
        Optional.empty(),
        Optional.of(state),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(kind),
        List.of(),
        Optional.empty(),
        rules,
        Tlv.of(Tag.of(0xe3)));
  }

  private static ProfileInfo usual(State state) {
    return profile(state, ProfileClass.OPERATIONAL, PolicyRules.NONE);
  }

  private static void refused(String code, Guard guard) {
    assertEquals(Standing.REFUSED, guard.standing());
    assertEquals(code, guard.code().orElseThrow().toString());
    assertFalse(guard.words().isBlank());
    assertTrue(Runbook.shipped().entry(guard.code().orElseThrow()).isPresent(), code);
  }

  @Test
  void whatIsFreeHasNoReason() {
    ProfileInfo off = usual(State.DISABLED);
    ProfileInfo on = usual(State.ENABLED);
    Guards guards = new Guards(List.of(on, off), false);
    for (Guard each : List.of(guards.enable(off), guards.disable(on), guards.delete(off))) {
      assertTrue(each.free());
      assertEquals("", each.words());
    }
  }

  @Test
  void whatIsSoAlreadyIsNeedless() {
    Guards guards = new Guards(List.of(), false);
    assertEquals(Standing.NEEDLESS, guards.enable(usual(State.ENABLED)).standing());
    assertEquals(Standing.NEEDLESS, guards.disable(usual(State.DISABLED)).standing());
  }

  @Test
  void policyRulesAreObeyed() {
    ProfileInfo on = profile(State.ENABLED, ProfileClass.OPERATIONAL, STAYS_ENABLED);
    ProfileInfo off = profile(State.DISABLED, ProfileClass.OPERATIONAL, STAYS);
    ProfileInfo test = profile(State.DISABLED, ProfileClass.TEST, PolicyRules.NONE);
    Guards guards = new Guards(List.of(on, off, test), false);
    refused("es10/disable-profile.3", guards.disable(on));
    refused("es10/enable-profile.3", guards.enable(off));
    refused("es10/delete-profile.3", guards.delete(off));
    assertTrue(guards.enable(test).free(), "a test profile stands in for any");
  }

  @Test
  void theProfileInUseIsNotDeleted() {
    ProfileInfo on = usual(State.ENABLED);
    refused("es10/delete-profile.2", new Guards(List.of(on), false).delete(on));
  }

  @Test
  void aModemThatHidesItsCardKeepsAProfileEnabled() {
    ProfileInfo on = usual(State.ENABLED);
    Guard only = new Guards(List.of(on), true).disable(on);
    refused("lpa/hides-card", only);
    assertTrue(only.words().contains("only profile"), only.words());
    ProfileInfo off = usual(State.DISABLED);
    Guards two = new Guards(List.of(on, off), true);
    refused("lpa/hides-card", two.disable(on));
    assertTrue(two.enable(off).free());
    ProfileInfo test = profile(State.ENABLED, ProfileClass.TEST, PolicyRules.NONE);
    assertTrue(two.disable(test).free(), "the one before is enabled after a test profile");
  }

  @Test
  void aResetThatWouldLockTheCardAwayIsRefused() {
    ProfileInfo on = usual(State.ENABLED);
    ProfileInfo test = profile(State.DISABLED, ProfileClass.TEST, PolicyRules.NONE);
    Guards guards = new Guards(List.of(on, test), true);
    refused("lpa/hides-card", guards.reset(Set.of(What.OPERATIONAL_PROFILES)));
    assertTrue(guards.reset(Set.of(What.FIELD_LOADED_TEST_PROFILES)).free());
    assertTrue(guards.reset(Set.of(What.DEFAULT_SMDP_ADDRESS)).free());
    Guards reached = new Guards(List.of(on), false);
    assertTrue(reached.reset(Set.of(What.OPERATIONAL_PROFILES)).free());
  }
}
