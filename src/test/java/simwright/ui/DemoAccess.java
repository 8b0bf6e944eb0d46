package simwright.ui;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import simwright.catalog.ApnSetting;
import simwright.catalog.access.ApnComparison;
import simwright.catalog.access.ApnMismatch;
import simwright.catalog.access.ApnRepair;
import simwright.catalog.access.ApnRule;
import simwright.catalog.access.FoundContext;
import simwright.job.ApnReport;

/// Comparisons of access points for screens: one that differs by its name.
public final class DemoAccess {
  private DemoAccess() {}

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
