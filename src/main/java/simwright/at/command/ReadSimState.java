package simwright.at.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;

/// What the card waits for, +CPIN? (3GPP TS 27.007 clause 8.3). Codes are never entered from here.
public record ReadSimState() implements AtCommand<SimState> {
  @Override
  public String text() {
    return "AT+CPIN?";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.CARD;
  }

  @Override
  public boolean plain() {
    return true;
  }

  /// Some firmware forgets the plus sign.
  @Override
  public boolean claims(String line) {
    return line.strip().startsWith("CPIN:");
  }

  @Override
  public Optional<SimState> parse(List<String> lines) {
    return Lines.value(lines).flatMap(ReadSimState::state);
  }

  private static Optional<SimState> state(String said) {
    String text = said.toUpperCase(Locale.ROOT).replaceFirst("^CPIN:\\s*", "");
    return switch (text) {
      case "READY" -> Optional.of(SimState.READY);
      case "SIM PIN" -> Optional.of(SimState.PIN);
      case "SIM PUK" -> Optional.of(SimState.PUK);
      case "NOT READY", "SIM BUSY" -> Optional.of(SimState.BUSY);
      case "NOT INSERTED", "SIM NOT INSERTED" -> Optional.of(SimState.ABSENT);
      case "EMPTY_EUICC" -> Optional.of(SimState.NO_PROFILE);
      case "SIM FAILURE" -> Optional.of(SimState.FAILED);
      default ->
          text.startsWith("SIM P") || text.startsWith("PH-")
              ? Optional.of(SimState.OTHER_LOCK)
              : Optional.empty();
    };
  }
}
