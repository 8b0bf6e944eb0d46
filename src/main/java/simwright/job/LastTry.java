package simwright.job;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.ask.Question;
import simwright.at.AtCodes;
import simwright.at.CommandNames;
import simwright.at.command.Commands;
import simwright.device.Device;
import simwright.fault.Fault;
import simwright.transcript.Masking;

/// Guards the last try of a PIN: a typed line that would use a try is sent only after a typed
/// confirmation when one is left or none, or when the device does not tell how many.
record LastTry(Device device, Attendant attendant, Cancel cancel) {
  private static final Duration CONFIRM = Duration.ofMinutes(2);

  /// PIN, or PUK and new PIN (3GPP TS 27.007 clause 8.3); lock and password of the card (clauses
  /// 7.4 and 7.5).
  private static final Pattern USES_A_TRY =
      Pattern.compile("\\+(?:CPIN=[^?].*|CLCK=SC,[01],.+|CPWD=SC,.+)");

  /// Whether a command of the line would use a try.
  static boolean usesOne(String line) {
    return CommandNames.split(line).stream()
        .map(part -> part.replaceAll("[\\s\"]", "").toUpperCase(Locale.ROOT))
        .anyMatch(part -> USES_A_TRY.matcher(part).matches());
  }

  /// Asks the device how many are left, and the person where it is the last; how many are left.
  OptionalInt guard(String line) {
    OptionalInt left = left();
    String shown = Masking.mask(line);
    if (left.orElse(0) < 2 && !confirmed(left, shown)) {
      throw new Fault(AtCodes.CONFIRM_FIRST, "sending " + Masking.brief(line), device.id());
    }
    return left;
  }

  private OptionalInt left() {
    for (String text : device.profile().slot("pin_tries")) {
      Optional<Integer> told =
          Commands.of(text, device.profile().units())
              .flatMap(command -> device.talk(cancel, engine -> engine.send(command).value()))
              .filter(Integer.class::isInstance)
              .map(Integer.class::cast);
      if (told.isPresent()) {
        return OptionalInt.of(told.get());
      }
    }
    return OptionalInt.empty();
  }

  private boolean confirmed(OptionalInt left, String shown) {
    String title =
        left.isPresent()
            ? "Tries of the PIN left: " + left.getAsInt()
            : "The device does not tell how many tries of the PIN are left";
    return attendant
        .ask(
            new Question.TypedConfirmation(
                title,
                "A wrong code may block the card. To send it, type it again: " + shown,
                shown,
                CONFIRM))
        .orElse(false);
  }
}
