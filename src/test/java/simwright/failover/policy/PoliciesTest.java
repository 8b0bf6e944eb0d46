package simwright.failover.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.fault.Fault;
import simwright.lpa.SwitchLimit;

/// Policies as people write them: what ships is sound, and what is wrong is told with its line.
class PoliciesTest {
  private static final String SOUND =
      """
      policy: own
      assume: "208"
      regions:
        - region: EU
          operators: ["208-01"]
          countries: {FR: ["208"]}
      triggers:
        no-service: {for: 30}
      rules:
        - {rule: local, coverage: [local], use: [production]}
        - {rule: fallback, coverage: [global], use: [fallback]}
      """;

  @Test
  void whatShipsIsSoundWithoutADoubt() {
    List<PolicyFile> all = Policies.shipped().all();
    assertEquals(
        List.of("default", "bench"), all.stream().map(each -> each.policy().name()).toList());
    all.forEach(each -> assertEquals(List.of(), each.findings(), each.policy().name()));
    Policy usual = Policies.shipped().named(Policies.USUAL).policy();
    assertEquals(Optional.of("EU"), usual.region("208").map(Region::name));
    assertEquals(RoamingRule.ASK, usual.roaming(Optional.of("208")));
  }

  @Test
  void anOwnPolicyStandsBesideThem(@TempDir Path data) throws IOException {
    Path folder = Files.createDirectory(data.resolve(Policies.FOLDER));
    Files.writeString(folder.resolve("a.yaml"), SOUND);
    Files.writeString(folder.resolve("b.yaml"), SOUND.replace("own", "default"));
    Files.writeString(folder.resolve("c.yaml"), "policy: [");
    Policies policies = Policies.with(data);
    assertEquals(List.of(), policies.named("own").findings());
    assertTrue(policies.named("own").own());
    assertEquals(2, policies.refused().size());
    assertThrows(Fault.class, () -> policies.named("none"));
  }

  @Test
  void whatTheSchemaRefusesIsToldWithItsLine() {
    refused(SOUND.replace("for: 30", "for: soon"), "line 8:");
    refused(SOUND.replace("rule: local", "role: local"), "line 10:");
    refused(SOUND.replace("[global]", "[world]"), "line 11:");
    refused(SOUND + "extra: 1\n", "line 12: 'extra' is not known here");
  }

  private static void refused(String text, String words) {
    Fault fault = assertThrows(Fault.class, () -> Policies.read(text, "own.yaml"));
    assertEquals(PolicyCodes.BROKEN_POLICY, fault.code());
    assertTrue(fault.evidence().orElseThrow().contains(words), fault.evidence().orElseThrow());
  }

  @Test
  void theLinterTellsEachMistakeWithItsLine() {
    found(SOUND.replace("\"208\"\nregions", "\"310\"\nregions"), 2, "country code 310");
    found(SOUND.replace("208-01", "310-410"), 5, "operator 310-410");
    found(SOUND.replace("[local]", "[global]"), 9, "one class of coverage");
    found(SOUND.replace("[fallback]", "[standby]"), 9, "no rule takes a fallback");
    found(
        SOUND + "  - {rule: again, regions: [EU], coverage: [local], use: [production]}\n",
        12,
        "rule 'again' never fires: 'local' takes all it would");
    found(
        SOUND + "  - {rule: far, regions: [MARS], coverage: [global], use: [test]}\n",
        12,
        "there is no region MARS");
    found(
        SOUND + "  - {rule: slow, when: [latency], coverage: [global], use: [test]}\n",
        12,
        "the policy does not heed latency");
    found(SOUND + "hold: {fail-back: 86401}\n", 12, "fail-back is longer than a day");
    found(SOUND + "keep: {fallback: 0}\n", 12, "fallback is always kept");
    found(SOUND + "keep: {viable: 1}\n", 12, "two viable");
    found(SOUND + "switches: {per-hour: 9, per-day: 8}\n", 12, "fewer switches");
    int most = SwitchLimit.USUAL.perHour();
    String more = "switches: {per-hour: " + (most + 1) + ", per-day: " + (most + 1) + "}\n";
    found(SOUND + more, 12, "at most " + most);
    found(SOUND.replace("no-service: {for: 30}", "rejected: {}"), 7, "service is lost");
    found(SOUND.replace("{FR: [\"208\"]}", "{FR: [\"208\"], RE: [\"208\"]}"), 6, "already");
    found(
        SOUND.replace("no-service:", "ping-loss: {above: 20, until: 30}\n  no-service:"),
        8,
        "it ends above");
  }

  private static void found(String text, int line, String words) {
    List<Finding> findings = Policies.read(text, "own.yaml").findings();
    assertTrue(
        findings.stream().anyMatch(each -> each.line() == line && each.why().contains(words)),
        words + " on line " + line + ": " + findings);
  }
}
