package simwright.catalog.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.catalog.ApnSetting;

/// What mends all mismatches of a device in one action: the contexts that are set anew, and whether
/// the device has to attach anew for it, which stops data for some seconds.
public record ApnRepair(List<Change> changes, boolean reattach) {
  /// How a context is to be: whether it is defined anew, with the type as devices spell it, and
  /// whether it is told anew how to sign in.
  public record Change(int cid, String type, ApnSetting setting, boolean defines, boolean signsIn) {
    private Change and(ApnMismatch other) {
      return new Change(
          cid,
          type,
          setting,
          defines || Change.defines(other.kind()),
          signsIn || Change.signsIn(other));
    }

    private static boolean defines(ApnMismatch.Kind kind) {
      return switch (kind) {
        case MISSING, NAME, TYPE, FAMILY -> true;
        case CREDENTIALS, GRANTED, CARD -> false;
      };
    }

    /// A context that is defined anew may have lost how it signs in.
    private static boolean signsIn(ApnMismatch each) {
      return each.kind() == ApnMismatch.Kind.CREDENTIALS
          || defines(each.kind()) && each.expected().signIn() != ApnSetting.SignIn.NONE;
    }

    /// Whether a password is needed.
    public boolean needsPassword() {
      return signsIn && setting.signIn() != ApnSetting.SignIn.NONE;
    }
  }

  public ApnRepair {
    changes = List.copyOf(changes);
  }

  /// What mends these; `first` is the context of the attach.
  public static ApnRepair of(
      ApnRule rule, List<ApnMismatch> mismatches, List<FoundContext> contexts, int first) {
    Map<Integer, Change> changes = new LinkedHashMap<>();
    for (ApnMismatch each : mismatches) {
      if (each.kind() == ApnMismatch.Kind.CARD) {
        continue;
      }
      Optional<FoundContext> there =
          contexts.stream().filter(context -> context.cid() == each.cid()).findFirst();
      String kept = there.map(FoundContext::type).filter(type -> !type.isEmpty()).orElse("IPV4V6");
      Change fresh =
          new Change(
              each.cid(),
              rule.namesAlone() ? kept : ApnComparison.type(each.expected()),
              each.expected(),
              Change.defines(each.kind()),
              !rule.namesAlone() && Change.signsIn(each));
      changes.merge(each.cid(), fresh, (old, _) -> old.and(each));
    }
    return new ApnRepair(new ArrayList<>(changes.values()), changes.containsKey(first));
  }

  /// Whether a password has to be typed.
  public boolean needsPassword() {
    return changes.stream().anyMatch(Change::needsPassword);
  }

  /// Whether there is anything that it can mend.
  public boolean possible() {
    return !changes.isEmpty();
  }

  /// What it does, as sentences for who is to decide.
  public String words() {
    StringBuilder words = new StringBuilder();
    for (Change each : changes) {
      if (each.defines()) {
        words
            .append("Context ")
            .append(each.cid())
            .append(" is set to '")
            .append(each.setting().apn())
            .append("', ")
            .append(each.type())
            .append(". ");
      }
      if (each.signsIn()) {
        words
            .append("Context ")
            .append(each.cid())
            .append(" is told to sign in by ")
            .append(each.setting().signIn().key())
            .append(each.needsPassword() ? ", with a password that is asked for. " : ". ");
      }
    }
    return words
        .append(
            reattach
                ? "The device has to attach anew for it: data stop for some seconds."
                : "The device need not attach anew.")
        .toString();
  }
}
