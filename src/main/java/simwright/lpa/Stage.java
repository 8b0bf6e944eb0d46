package simwright.lpa;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The stages of a provisioning as they stand in the book. Those that a change of a card passes
/// tell how far its intent came; the others tell what happened beside it.
public enum Stage {
  /// What is wanted was written.
  INTENT,
  /// The card said what became of it.
  VERDICT(false),
  /// Identity, capability and free memory of the card are known.
  PRE_PROVISIONING,
  /// Card and server believe each other.
  TRIGGER,
  /// The server said what waits.
  ANNOUNCED,
  /// The person agreed.
  CONSENT,
  /// The package is here.
  TRANSPORT,
  /// What can be verified outside the card was verified.
  LOCAL_VERIFICATION,
  /// The package goes into the card.
  LOADING,
  /// The card gave its signed account.
  INSTALLATION,
  /// The card is about to be asked for what cannot be undone: from here on it alone knows.
  ASKED,
  /// A profile was enabled on the card.
  ENABLE,
  /// A profile was disabled on the card.
  DISABLE,
  /// A profile was deleted from the card.
  DELETE,
  /// A profile got another nickname.
  RENAME,
  /// Another server, or none, is asked where no code names one.
  DEFAULT_SERVER,
  /// The profiles were taken off the card.
  MEMORY_RESET,
  /// The network took the enabled profile, or not.
  PROOF,
  /// The card was reset, so that the modem reads it anew.
  CARD_RESET,
  /// The radio was switched off and on.
  RADIO_CYCLE,
  /// The modem was started anew.
  REBOOT,
  /// The former profile was enabled again.
  ROLLED_BACK,
  /// The profile was disabled again, as there was no former one.
  GIVEN_UP,
  /// A host answered over the enabled profile, or not.
  PING,
  /// A discovery server was asked.
  DISCOVERY,
  /// The card was read.
  READING,
  /// The card was switched as often as the limit allows.
  SWITCH_LIMIT,
  /// A confirmation code was wrong.
  CONFIRMATION_CODE,
  /// The session with the server was cancelled.
  CANCELLED(false),
  /// Another try follows.
  RETRY(false),
  /// Another try would help, but not now.
  DEFERRED(false),
  /// It came to no good end.
  STOPPED(false),
  /// A server was told something, or not.
  NOTIFICATION(false),
  /// Nothing could be told to servers.
  NOTIFICATIONS(false),
  /// Something was taken off the card that no server was told.
  NOTIFICATION_REMOVED;

  private final boolean progress;

  Stage() {
    this(true);
  }

  Stage(boolean progress) {
    this.progress = progress;
  }

  /// As it stands in the book: `pre-provisioning`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether an intent came as far as this.
  boolean progress() {
    return progress;
  }

  /// The one that stands so in the book; a later program may know more of them.
  static Optional<Stage> of(String key) {
    return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}
