package simwright.ui.profile;

import java.util.Optional;
import simwright.identity.Iccid;
import simwright.lpa.ProvenSwitch;
import simwright.lpa.ProvenSwitch.Aftermath;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.State;

/// What came of enabling a profile, in words: what proves it, what could not be proven, and what
/// became of the way back.
final class SwitchWords {
  private SwitchWords() {}

  /// The outcome of a switch on a modem, or on a card in a reader.
  static ProfilesViewModel.Outcome of(ProvenSwitch.Outcome done, boolean reader) {
    String name = ProfileRow.name(done.profile());
    if (done.proven()) {
      String words =
          reader
              ? Text.format("profiles.proven.reader", name)
              : Text.format("profiles.proven", name);
      return new ProfilesViewModel.Outcome(
          State.PASS,
          done.unproven().isEmpty()
              ? words
              : Text.format(
                  "profiles.proven.but",
                  words,
                  DeviceText.literal(String.join("; ", done.unproven()))));
    }
    return new ProfilesViewModel.Outcome(State.FAIL, failed(done));
  }

  private static String failed(ProvenSwitch.Outcome done) {
    String name = ProfileRow.name(done.profile());
    String missing = DeviceText.literal(done.missing().orElse(""));
    return switch (done.aftermath()) {
      case Aftermath.Stays() -> Text.format("profiles.unproven", name, missing);
      case Aftermath.SwitchedBack(Iccid former, Optional<String> lacks) ->
          lacks
              .map(words ->
                  Text.format(
                      "profiles.rolled-back.unproven",
                      name,
                      missing,
                      former.redacted(),
                      DeviceText.literal(words)))
              .orElseGet(
                  () -> Text.format("profiles.rolled-back", name, missing, former.redacted()));
      case Aftermath.Disabled() -> Text.format("profiles.rolled-back.disabled", name, missing);
      case Aftermath.Failed(_, String why) ->
          Text.format("profiles.rolled-back.failed", name, missing, DeviceText.literal(why));
    };
  }
}
