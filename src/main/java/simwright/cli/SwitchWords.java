package simwright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.identity.Iccid;
import simwright.lpa.ProvenSwitch;
import simwright.lpa.ProvenSwitch.Aftermath;

/// What came of enabling a profile, for people and for programs.
final class SwitchWords {
  private SwitchWords() {}

  static Map<String, Object> node(ProvenSwitch.Outcome outcome) {
    Map<String, Object> node = ProfileWords.node(outcome.profile());
    node.put("proven", outcome.proven());
    node.put("missing", outcome.missing().orElse(null));
    node.put("unproven", outcome.unproven());
    node.put("aftermath", kind(outcome.aftermath()));
    node.put(
        "backTo",
        outcome.aftermath() instanceof Aftermath.SwitchedBack(Iccid former, _)
            ? former.value()
            : null);
    node.put("backMissing", backMissing(outcome.aftermath()).orElse(null));
    return node;
  }

  private static String kind(Aftermath aftermath) {
    return switch (aftermath) {
      case Aftermath.Stays() -> "stays";
      case Aftermath.SwitchedBack(_, Optional<String> missing) ->
          missing.isEmpty() ? "switched-back" : "switched-back-unproven";
      case Aftermath.Disabled() -> "disabled";
      case Aftermath.Failed _ -> "failed";
    };
  }

  private static Optional<String> backMissing(Aftermath aftermath) {
    return switch (aftermath) {
      case Aftermath.SwitchedBack(_, Optional<String> missing) -> missing;
      case Aftermath.Failed(_, String why) -> Optional.of(why);
      default -> Optional.empty();
    };
  }

  static List<String> lines(ProvenSwitch.Outcome outcome) {
    List<String> lines = new ArrayList<>();
    if (outcome.proven()) {
      lines.add(ProfileWords.line(outcome.profile()));
      outcome.unproven().forEach(each -> lines.add("  Not proven here: that " + each + "."));
    } else {
      lines.add(
          "▲ "
              + ProfileWords.line(outcome.profile())
              + ": "
              + outcome.missing().orElse("")
              + "; "
              + words(outcome.aftermath()));
    }
    return lines;
  }

  private static String words(Aftermath aftermath) {
    return switch (aftermath) {
      case Aftermath.Stays() -> "it stays enabled, as there is nothing to switch back to";
      case Aftermath.SwitchedBack(Iccid former, Optional<String> missing) ->
          "switched back to "
              + former.value()
              + missing
                  .map(words -> ", which is enabled on the card but not proven: " + words)
                  .orElse("");
      case Aftermath.Disabled() -> "it is disabled again, and no other profile is in use";
      case Aftermath.Failed(Optional<Iccid> former, String why) ->
          former.map(iccid -> "switching back to " + iccid.value()).orElse("disabling it again")
              + " failed ("
              + why
              + "): look at the card with profiles list";
    };
  }
}
