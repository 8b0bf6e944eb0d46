package simwright.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import simwright.catalog.access.ApnMismatch;
import simwright.catalog.access.ApnRepair;
import simwright.catalog.access.ApnRule;
import simwright.catalog.access.FoundContext;

/// How the access points of a device compare with what they ought to be: of which profile, by whose
/// rule, which contexts there are, what differs and what mends it, and what was changed since the
/// last time and not from here.
public record ApnReport(
    String device,
    Instant at,
    String profile,
    Optional<ApnRule> rule,
    List<FoundContext> contexts,
    Optional<List<String>> allowed,
    List<ApnMismatch> mismatches,
    ApnRepair repair,
    Optional<Changed> changed) {
  /// A change that was not made from here: over the air, by another program or typed; how it was
  /// before, when that was read, and how it is now.
  public record Changed(Instant since, String before, String after) {
    /// As a sentence.
    public String words() {
      return "Changed since "
          + since
          + ", over the air or otherwise not by a repair from here: from "
          + before
          + " to "
          + after
          + ".";
    }
  }

  public ApnReport {
    contexts = List.copyOf(contexts);
    mismatches = List.copyOf(mismatches);
  }

  /// Whether there is a rule, and all is as it says.
  public boolean fits() {
    return rule.isPresent() && mismatches.isEmpty();
  }
}
