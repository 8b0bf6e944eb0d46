package simwright.sim.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The faults there are, each with the argument it takes and what it does.
public enum FaultKind {
  /// Lost bytes.
  DROP("P", "each byte is lost with this chance"),
  /// Doubled bytes.
  DUP("P", "each byte comes twice with this chance"),
  /// Flipped bits.
  FLIP("P", "one bit of a byte is flipped with this chance"),
  /// Late bytes.
  DELAY("MS", "everything comes so many milliseconds late"),
  /// Slow drip.
  SLOW("MS", "bytes drip, so many milliseconds apart"),
  /// Silence.
  SILENCE("[S]", "nothing comes any more, or for so many seconds"),
  /// A flood of unsolicited lines.
  FLOOD("N", "so many unsolicited lines a second"),
  /// Hang-up.
  HANGUP("BYTES", "the cable is pulled after so many bytes"),
  /// Restart in mid-command.
  REBOOT("N", "the modem restarts in the middle of its Nth answer"),
  /// Another name.
  RENAME("N", "it enumerates again under another name in the middle of its Nth answer"),
  /// No card.
  NO_SIM("", "the slot is empty"),
  /// A locked card.
  PIN("", "the card asks for its PIN (1234)"),
  /// No network.
  NO_COVERAGE("", "no network can be received"),
  /// A refusal.
  DENY("CAUSE", "the network refuses with this EMM cause"),
  /// AUTHENTICATION REJECT.
  AUTH_REJECT("", "the network rejects the authentication"),
  /// A false network.
  WRONG_MAC("", "the network proves itself wrongly; the card answers 9862"),
  /// A sequence number that fell back.
  OLD_SQN("", "the network's sequence number falls back; the card resynchronises it"),
  /// Another carrier's configuration.
  WRONG_CARRIER("", "the modem has the configuration of another carrier (MBN, UMNOPROF)"),
  /// No address.
  NO_ADDRESS("", "contexts get no address"),
  /// No echo.
  NO_PING("", "pings are not answered");

  private final String argument;
  private final String words;

  FaultKind(String argument, String words) {
    this.argument = argument;
    this.words = words;
  }

  /// As a person writes it: `no-sim`.
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// With its argument: `drop:P`.
  public String usage() {
    return argument.isEmpty()
        ? written()
        : argument.startsWith("[")
            ? written() + "[:" + argument.charAt(1) + "]"
            : written() + ":" + argument;
  }

  /// What it does, in words.
  public String words() {
    return words;
  }

  /// Whether an argument fits: chances from 0 to 1, whole numbers, none.
  boolean takes(String value) {
    return switch (argument) {
      case "" -> value.isEmpty();
      case "P" -> value.matches("0(?:\\.[0-9]+)?|1(?:\\.0+)?");
      case "[S]" -> value.isEmpty() || value.matches("[0-9]{1,6}s?");
      default -> value.matches("[0-9]{1,9}");
    };
  }

  static Optional<FaultKind> of(String written) {
    return Arrays.stream(values()).filter(kind -> kind.written().equals(written)).findFirst();
  }
}
