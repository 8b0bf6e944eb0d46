package simwright.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.catalog.ApnSetting;
import simwright.catalog.access.ApnComparison;
import simwright.catalog.access.ApnMismatch;
import simwright.catalog.access.ApnRepair;
import simwright.catalog.access.ApnRule;
import simwright.catalog.access.FoundContext;
import simwright.catalog.provider.NetworkName;
import simwright.device.Attachment;
import simwright.job.ApnReport;
import simwright.job.Job;
import simwright.observe.Observable;
import simwright.observe.Value;
import simwright.ui.bench.AccessSource;

/// Made-up networks and access points: numbers are named by the directory, and what is compared is
/// what a test says.
public final class DemoAccess implements AccessSource {
  public final Value<Map<String, ApnReport>> compared = new Value<>(Map.of());
  private final DemoParts asked;

  DemoAccess(DemoParts asked) {
    this.asked = asked;
  }

  @Override
  public Optional<NetworkName> network(Attachment device) {
    return device
        .snapshot()
        .operator()
        .value()
        .filter(each -> each.matches("[0-9]+"))
        .map(each ->
            new NetworkName("Orange", "France", each, Optional.of(LocalDate.of(2026, 1, 2))));
  }

  @Override
  public Observable<Map<String, ApnReport>> compared() {
    return compared;
  }

  @Override
  public Job<?> repair(String device) {
    return asked.job("apn.repair", device);
  }

  /// A device whose first context asks for something else.
  public static ApnReport differing(String device) {
    return report(device, "orange.fr", Optional.empty());
  }

  /// One whose card allows another one alone.
  public static ApnReport ofTheOperator(String device) {
    return report(device, "iot.example", Optional.of(List.of("ims")));
  }

  private static ApnReport report(String device, String asked, Optional<List<String>> allowed) {
    ApnRule rule =
        new ApnRule(
            ApnRule.Source.PROFILE,
            "PROD-FR-PARIS-2026 (8933…18)",
            ApnSetting.read("iot.example|default|ipv4"));
    List<FoundContext> contexts =
        List.of(
            new FoundContext(
                1, "IP", asked, true, Optional.of(asked), Optional.of(ApnSetting.SignIn.NONE), ""));
    List<ApnMismatch> mismatches = ApnComparison.of(rule, contexts, 1, allowed);
    return new ApnReport(
        device,
        Instant.EPOCH,
        rule.from(),
        Optional.of(rule),
        contexts,
        allowed,
        mismatches,
        ApnRepair.of(rule, mismatches, contexts, 1),
        Optional.empty());
  }
}
