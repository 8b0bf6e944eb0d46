package simwright.sim.modem;

import java.util.Optional;
import simwright.sim.network.Subscription;

/// A plain USIM in the modem's slot: its subscription, its PIN with tries, its PUK with tries, its
/// files and short messages. Verification is lost at reset; the tries are not.
final class Card {
  private static final int PIN_TRIES = 3;
  private static final int PUK_TRIES = 10;

  private static final int MESSAGES = 10;
  private static final int NUMBERS = 250;

  private final Subscription subscription;
  private final String number;
  private final CardFiles files;
  private final MessageStore messages = new MessageStore(MESSAGES);
  private final PhoneBook phoneBook = new PhoneBook(NUMBERS);
  private final String puk;
  private String pin;
  private boolean pinAsked;
  private int pinTries = PIN_TRIES;
  private int pukTries = PUK_TRIES;
  private boolean verified;
  private boolean invalid;
  private int rejection;

  Card(Persona.Sim sim) {
    this.subscription = sim.subscription();
    this.number = sim.number();
    this.files = new CardFiles(subscription.iccid(), subscription.imsi());
    this.pin = sim.pin();
    this.puk = sim.puk();
  }

  /// Its elementary files.
  CardFiles files() {
    return files;
  }

  /// Its short messages.
  MessageStore messages() {
    return messages;
  }

  /// Its phone book.
  PhoneBook phoneBook() {
    return phoneBook;
  }

  /// The number its subscriber is reached at.
  String number() {
    return number;
  }

  Subscription subscription() {
    return subscription;
  }

  /// The card is powered up again.
  void reset() {
    verified = false;
    invalid = false;
  }

  /// What +CPIN? says.
  String state() {
    return pinTries == 0 ? "SIM PUK" : pinAsked && !verified ? "SIM PIN" : "READY";
  }

  /// Whether files and algorithms may be used.
  boolean usable() {
    return state().equals("READY");
  }

  /// Dead: the PUK was wrong ten times.
  boolean dead() {
    return pukTries == 0;
  }

  /// The network has rejected it until the next reset.
  boolean invalid() {
    return invalid;
  }

  /// Rejected for this EMM cause; 0 where the authentication was.
  void invalidate(int why) {
    invalid = true;
    rejection = why;
  }

  /// What it was rejected for.
  int rejection() {
    return rejection;
  }

  int pinTries() {
    return pinTries;
  }

  int pukTries() {
    return pukTries;
  }

  /// Enters the PIN; a CME error number when it is refused.
  Optional<Integer> enterPin(String code) {
    if (pinTries == 0) {
      return Optional.of(12);
    }
    if (!code.equals(pin)) {
      pinTries--;
      return Optional.of(pinTries == 0 ? 12 : 16);
    }
    pinTries = PIN_TRIES;
    verified = true;
    return Optional.empty();
  }

  /// Enters the PUK and a new PIN; a CME error number when it is refused.
  Optional<Integer> unblock(String code, String newPin) {
    if (dead() || !newPin.matches("[0-9]{4,8}")) {
      return Optional.of(dead() ? 13 : 16);
    }
    if (!code.equals(puk)) {
      pukTries--;
      return Optional.of(dead() ? 13 : 16);
    }
    pukTries = PUK_TRIES;
    pinTries = PIN_TRIES;
    pin = newPin;
    verified = true;
    return Optional.empty();
  }

  /// Switches the asking for the PIN on or off.
  Optional<Integer> ask(boolean on, String code) {
    Optional<Integer> refused = enterPin(code);
    if (refused.isEmpty()) {
      pinAsked = on;
    }
    return refused;
  }

  boolean pinAsked() {
    return pinAsked;
  }

  /// The card comes with its PIN asked, or not.
  void pinAsked(boolean on) {
    pinAsked = on;
  }

  /// Another PIN for who knows the old one.
  Optional<Integer> change(String old, String next) {
    if (!pinAsked || !next.matches("[0-9]{4,8}")) {
      return Optional.of(pinAsked ? 16 : 3);
    }
    Optional<Integer> refused = enterPin(old);
    if (refused.isEmpty()) {
      pin = next;
    }
    return refused;
  }
}
