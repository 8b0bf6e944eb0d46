package simwright.at.command;

import java.util.Optional;
import simwright.at.AtCommand;

/// The typed command that stands behind a command line of a hardware profile.
public final class Commands {
  private Commands() {}

  /// The command with its answer's type, or empty when the line is not known.
  public static Optional<AtCommand<?>> of(String text) {
    return switch (Lines.name(text)) {
      case "+CGMI", "+GMI" -> Optional.of(new Manufacturer(text));
      case "+CGMM", "+GMM" -> Optional.of(new Model(text));
      case "+CGMR", "+GMR", "+QGMR", "I", "I9", "#SWPKGV", "+GTPKGVER", "%SHORTSWVER" ->
          Optional.of(new Revision(text));
      case "+CGSN", "+GSN" -> Optional.of(new ReadImei(text));
      case "+CIMI" -> Optional.of(new ReadImsi(text));
      case "+CCID", "+QCCID", "+ICCID", "^ICCID", "%XICCID", "#CCID", "!ICCID", "+CICCID" ->
          Optional.of(new ReadIccid(text));
      case "+CPIN" -> text.endsWith("?") ? Optional.of(new ReadSimState()) : Optional.empty();
      case "+CPINR" -> Optional.of(new ReadPinTries());
      case "+CREG", "+CGREG", "+CEREG", "+C5GREG" ->
          text.endsWith("?") ? ReadRegistration.of(text).map(query -> query) : Optional.empty();
      case "+COPS" -> operator(text);
      case "+CSQ" -> Optional.of(new ReadSignalQuality());
      case "+CESQ" -> Optional.of(new ReadExtendedSignal());
      case "+QCSQ" -> Optional.of(new ReadQuectelSignal());
      case "+CGDCONT" -> text.endsWith("?") ? Optional.of(new ReadContexts()) : Optional.empty();
      case "+CGACT" -> text.endsWith("?") ? Optional.of(new ReadContextStates()) : Optional.empty();
      case "+CGPADDR" -> Optional.of(new ReadAddresses(text));
      default -> health(text);
    };
  }

  private static Optional<AtCommand<?>> operator(String text) {
    return switch (text.substring(text.indexOf("COPS") + 4)) {
      case "?" -> Optional.of(new ReadOperator());
      case "=?" -> Optional.of(new ScanOperators());
      default -> Optional.empty();
    };
  }

  private static Optional<AtCommand<?>> health(String text) {
    return switch (Lines.name(text)) {
      case "+QTEMP",
          "+CPMUTEMP",
          "+UTEMP",
          "#TEMPSENS",
          "+GTSENRDTEMP",
          "^SCTM",
          "^CHIPTEMP",
          "%XTEMP",
          "!PCTEMP",
          "+MTSM" ->
          Optional.of(new ReadTemperature(text));
      case "+CBC", "#CBC", "^SBV", "!PCVOLT", "%XVBAT" -> Optional.of(new ReadSupply(text));
      case "+CCLK" -> Optional.of(new ReadClock());
      case "+CEER" -> Optional.of(new ReadExtendedError());
      default -> Optional.empty();
    };
  }
}
