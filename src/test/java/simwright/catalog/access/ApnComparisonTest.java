package simwright.catalog.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simwright.catalog.ApnSetting;
import simwright.catalog.access.ApnRule.Source;

/// What counts as a mismatch, and what mends it.
class ApnComparisonTest {
  private static ApnRule rule(String settings) {
    return new ApnRule(Source.PROFILE, "P", ApnSetting.read(settings));
  }

  private static FoundContext context(int cid, String type, String apn) {
    return context(cid, type, apn, Optional.empty(), ApnSetting.SignIn.NONE, "");
  }

  private static FoundContext context(
      int cid,
      String type,
      String apn,
      Optional<String> granted,
      ApnSetting.SignIn signIn,
      String user) {
    return new FoundContext(cid, type, apn, true, granted, Optional.of(signIn), user);
  }

  private static String kinds(ApnRule rule, FoundContext... contexts) {
    return String.join(
        " ",
        ApnComparison.of(rule, List.of(contexts), 1, Optional.empty()).stream()
            .map(each -> each.cid() + each.kind().key())
            .toList());
  }

  @Test
  void namesAreComparedByNetworkIdentifierAndAChoiceOfTheNetworkIsNone() {
    assertEquals("", kinds(rule("internet"), context(1, "IPV4V6", "INTERNET.mnc001.mcc001.gprs")));
    assertEquals("", kinds(rule("internet"), context(1, "IP", "")));
    assertEquals("1name", kinds(rule("internet"), context(1, "IPV4V6", "other")));
    assertEquals("", kinds(rule("internet; second"), context(1, "IPV4V6", "second")));
    assertEquals("1missing", kinds(rule("internet"), context(2, "IPV4V6", "internet")));
  }

  @Test
  void familiesAndTypesAreCompared() {
    assertEquals("", kinds(rule("internet|default|ipv4"), context(1, "IP", "internet")));
    assertEquals("1family", kinds(rule("internet|default|ipv4"), context(1, "IPV6", "internet")));
    assertEquals("1family", kinds(rule("internet"), context(1, "PPP", "internet")));
    assertEquals("1type 2missing", kinds(rule("internet; mms|mms"), context(1, "IPV4V6", "mms")));
    assertEquals("2missing", kinds(rule("ims|ims"), context(1, "IPV4V6", "internet")));
    assertEquals(
        "2family",
        kinds(
            rule("internet; ims|ims|ipv6"),
            context(1, "IPV4V6", "internet"),
            context(2, "IP", "IMS")));
  }

  @Test
  void whoSignsInIsComparedAndNeverTold() {
    ApnRule rule = rule("internet|default|ipv4v6|pap|alice");
    FoundContext none = context(1, "IPV4V6", "internet");
    FoundContext bob =
        context(1, "IPV4V6", "internet", Optional.empty(), ApnSetting.SignIn.PAP, "bob");
    FoundContext alice =
        context(1, "IPV4V6", "internet", Optional.empty(), ApnSetting.SignIn.PAP, "alice");
    assertEquals("1credentials", kinds(rule, none));
    assertEquals("1credentials", kinds(rule, bob));
    assertEquals("", kinds(rule, alice));
    assertEquals("1credentials", kinds(rule("internet"), alice));
    String said = ApnComparison.of(rule, List.of(bob), 1, Optional.empty()).toString() + rule + bob;
    assertFalse(said.contains("alice") || said.contains("bob"), said);
    FoundContext untold =
        new FoundContext(1, "IPV4V6", "internet", true, Optional.empty(), Optional.empty(), "");
    assertEquals("", kinds(rule, untold), "what a device does not tell is no mismatch");
  }

  @Test
  void theDirectoryTellsNamesAlone() {
    ApnRule directory =
        new ApnRule(Source.DIRECTORY, "208-01", ApnSetting.read("orange; orange.fr"));
    assertEquals(
        "",
        kinds(
            directory,
            context(1, "IP", "orange.fr", Optional.empty(), ApnSetting.SignIn.CHAP, "orange")));
    assertEquals("1name", kinds(directory, context(1, "IP", "web")));
    ApnRepair repair = repair(directory, context(1, "IP", "web"));
    assertEquals("IP", repair.changes().getFirst().type(), "the family stays as it is");
    assertFalse(repair.changes().getFirst().signsIn());
  }

  @Test
  void whatTheNetworkGaveAndTheCardAllowsIsComparedToo() {
    FoundContext moved =
        context(
            1,
            "IPV4V6",
            "internet",
            Optional.of("other.mnc001.mcc001.gprs"),
            ApnSetting.SignIn.NONE,
            "");
    assertEquals("1granted", kinds(rule("internet"), moved));
    List<ApnMismatch> card =
        ApnComparison.of(
            rule("internet"),
            List.of(context(1, "IPV4V6", "internet")),
            1,
            Optional.of(List.of("ims")));
    assertEquals(ApnMismatch.Kind.CARD, card.getFirst().kind());
    assertFalse(ApnRepair.of(rule("internet"), card, List.of(), 1).possible());
  }

  @Test
  void oneActionMendsAllAndSaysWhetherTheDeviceAttachesAnew() {
    ApnRepair name = repair(rule("internet|default|ipv4"), context(1, "IPV6", "other"));
    assertEquals(1, name.changes().size());
    assertTrue(name.reattach());
    assertTrue(name.words().contains("data stop"), name.words());
    ApnRepair other =
        repair(
            rule("internet; ims|ims|ipv6"),
            context(1, "IPV4V6", "internet"),
            context(2, "IP", "ims"));
    assertFalse(other.reattach());
    assertTrue(other.words().contains("need not attach anew"), other.words());
    ApnRepair secret = repair(rule("private|default|ipv4v6|chap|x"), context(1, "IPV4V6", "a"));
    assertTrue(secret.needsPassword());
    assertTrue(secret.changes().getFirst().signsIn(), "a context defined anew has lost it");
  }

  private static ApnRepair repair(ApnRule rule, FoundContext... contexts) {
    List<FoundContext> all = List.of(contexts);
    return ApnRepair.of(rule, ApnComparison.of(rule, all, 1, Optional.empty()), all, 1);
  }
}
