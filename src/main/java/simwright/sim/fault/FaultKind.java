package simwright.sim.fault;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The faults there are, each with the argument it takes and what it does.
public enum FaultKind {
  /// Lost bytes.
  DROP("P", "each byte is lost with this chance"),
  /// Doubled bytes.
  DUP("P", "each byte comes twice with this chance"),
  /// Flipped bits.
  FLIP("P", "one bit of a byte is flipped with this chance"),
  /// Noise.
  GARBAGE("P", "bytes that mean nothing stand before a line with this chance"),
  /// Unsolicited lines at random.
  URC("P", "an unsolicited line stands before an answer's line with this chance"),
  /// Late bytes.
  DELAY("MS", "everything comes so many milliseconds late"),
  /// Late lines.
  LATE("MS", "one line in three comes so many milliseconds late, and holds up what follows"),
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
  /// A dip of the supply.
  BROWN_OUT("N", "the supply dips in the middle of its Nth answer: noise, then a restart"),
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
  /// Counters that stand still.
  NO_COUNT("", "the modem's counters of bytes stand still"),
  /// A device that storms a congested network.
  NO_BACK_OFF("", "a congested network's time to stay away (T3346) is not waited for"),
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

  /// All of them as they are written, each with what it does.
  public static Map<String, String> described() {
    Map<String, String> all = new LinkedHashMap<>();
    for (FaultKind kind : values()) {
      all.put(kind.usage(), kind.words);
    }
    return all;
  }

  /// Whether an argument fits: chances from 0 to 1, whole numbers, none.
  boolean takes(String value) {
    return switch (argument) {
      case "" -> value.isEmpty();
      case "P" -> value.matches("0(?:\\.[0-9]+)?|1(?:\\.0+)?");
      case "[S]" -> value.isEmpty() || value.matches("[0-9]{1,6}s?");
      default -> value.matches("[0-9]{1,9}") && Integer.parseInt(value) <= most();
    };
  }

  private int most() {
    return switch (this) {
      case FLOOD -> 10_000;
      case DENY -> 255;
      case DELAY, LATE, SLOW -> 600_000;
      default -> Integer.MAX_VALUE;
    };
  }

  static Optional<FaultKind> of(String written) {
    return Arrays.stream(values()).filter(kind -> kind.written().equals(written)).findFirst();
  }
}
