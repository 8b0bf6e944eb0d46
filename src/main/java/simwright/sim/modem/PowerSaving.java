package simwright.sim.modem;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import simwright.time.Task;

/// Power saving mode, +CPSMS (3GPP TS 27.007 clause 7.38): when nothing was asked for the active
/// time (T3324) of a registered modem it sleeps, and hears nothing until the power key wakes it.
final class PowerSaving implements Group {
  private static final String BITS = "[01]{8}";

  private final Board board;
  private boolean on;
  private String periodic = "00100001";
  private String active = "00000101";
  private @Nullable Task falling;

  PowerSaving(Board board) {
    this.board = board;
  }

  /// Something was asked: the active time begins again.
  void used() {
    if (falling != null) {
      falling.cancel();
      falling = null;
    }
    if (on) {
      falling = board.timers().after(active(active), "T3324", this::fall);
    }
  }

  @Override
  public Optional<Say> answer(Request request) {
    if (!request.name().equals("+CPSMS") || !board.who().simulator().habits().powerSaving()) {
      return Optional.empty();
    }
    if (request.isRead()) {
      return Optional.of(
          Say.ok(
              String.format(
                  Locale.ROOT, "+CPSMS: %d,,,\"%s\",\"%s\"", on ? 1 : 0, periodic, active)));
    }
    if (request.isTest()) {
      return Optional.of(Say.ok("+CPSMS: (0-2),,,(\"00000000\"-\"11111111\")"));
    }
    String wantedPeriodic = request.argument(3);
    String wantedActive = request.argument(4);
    boolean fits =
        request.argument(0).matches("[01]")
            && (wantedPeriodic.isEmpty() || wantedPeriodic.matches(BITS))
            && (wantedActive.isEmpty() || wantedActive.matches(BITS));
    if (!fits) {
      return Optional.of(Say.cme(50));
    }
    on = request.argument(0).equals("1");
    periodic = wantedPeriodic.isEmpty() ? periodic : wantedPeriodic;
    active = wantedActive.isEmpty() ? active : wantedActive;
    return Optional.of(Say.ok());
  }

  private void fall() {
    falling = null;
    if (on && board.radio().registered()) {
      board.host().unsolicited("PSM POWER DOWN");
      board.host().sleep();
    }
  }

  /// T3324 as GPRS timer 2 (3GPP TS 24.008 clause 10.5.7.4): a unit of 2 s, 1 min or 6 min, times
  /// the lower five bits.
  static Duration active(String bits) {
    int count = Integer.parseInt(bits.substring(3), 2);
    return switch (bits.substring(0, 3)) {
      case "000" -> Duration.ofSeconds(2L * count);
      case "001" -> Duration.ofMinutes(count);
      default -> Duration.ofMinutes(6L * count);
    };
  }
}
