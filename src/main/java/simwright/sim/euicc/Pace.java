package simwright.sim.euicc;

import java.time.Duration;

/// How fast a card thinks: making a key pair, signing, and installing each 1000 bytes of a package.
/// The time passes on the clock of whoever asks.
public record Pace(Duration key, Duration signature, Duration installing) {
  /// A card that thinks no longer than is needed to see it think.
  public static final Pace QUICK =
      new Pace(Duration.ofMillis(300), Duration.ZERO, Duration.ofMillis(30));

  /// A card as they are met: a download of 10 to 13 kB is loaded in 20 to 30 seconds.
  public static final Pace USUAL =
      new Pace(Duration.ofMillis(1200), Duration.ofMillis(250), Duration.ofMillis(2200));

  private static final int UNIT = 1000;

  /// For a request: its function's first tag bytes say what is to be done.
  Duration of(int first, int second, int length) {
    if (first == 0x86) {
      return installing.multipliedBy(length).dividedBy(UNIT);
    }
    if (first != 0xbf) {
      return Duration.ZERO;
    }
    return switch (second) {
      case 0x21 -> key.plus(signature);
      case 0x38, 0x41 -> signature;
      default -> Duration.ZERO;
    };
  }
}
