package simwright.at.command;

import java.util.Locale;
import java.util.Set;
import simwright.at.CommandNames;

/// Which command lines only ask, and which change something or may.
public final class Questions {
  /// They ask with values after the equals sign.
  private static final Set<String> ASK_WITH =
      Set.of(
          "+CGSN",
          "+CPINR",
          "+CGPADDR",
          "+CGCONTRDP",
          "+C5GNSSAIRDP",
          "+QENG",
          "#TEMPSENS",
          "+GTSENRDTEMP",
          "+MTSM");

  /// They ask with the name of a setting alone; with its value they write it.
  private static final Set<String> ASK_BY_NAME =
      Set.of("+QNWPREFCFG", "+QNWCFG", "+QCFG", "^SCFG", "+QNWLOCK", "+QESIM", "+QMBNCFG");

  /// They answer to their name alone, and change nothing (3GPP TS 27.007, ITU-T V.250).
  private static final Set<String> ASK_BARE =
      Set.of(
          "+CSQ",
          "+CESQ",
          "+CGMI",
          "+CGMM",
          "+CGMR",
          "+CGSN",
          "+GMI",
          "+GMM",
          "+GMR",
          "+GSN",
          "+CIMI",
          "+CCID",
          "+ICCID",
          "+QCCID",
          "+CPAS",
          "+CBC",
          "+CEER",
          "+CNUM",
          "+CLAC",
          "+CIND",
          "+GCAP",
          "+CGPADDR",
          "+CGCONTRDP",
          "+QCSQ",
          "+QNWINFO",
          "+QTEMP",
          "+CPMUTEMP",
          "#RFSTS",
          "#SERVINFO",
          "#CCID",
          "#CBC",
          "^SMONI",
          "^SBV",
          "^HCSQ",
          "%XVBAT",
          "%XMONITOR");

  private Questions() {}

  /// Whether every command of a line only asks; a command nobody knows does not.
  public static boolean only(String line) {
    String upper = line.strip().toUpperCase(Locale.ROOT);
    return upper.startsWith("AT")
        && !upper.startsWith("A/")
        && CommandNames.split(upper).stream().allMatch(Questions::asks);
  }

  private static boolean asks(String command) {
    if (!CommandNames.isMark(command.charAt(0))) {
      return command.matches("I[0-9]?");
    }
    String name = CommandNames.of(command).getFirst();
    String rest = command.substring(name.length()).replaceAll("\\s", "");
    return switch (rest) {
      case "" -> ASK_BARE.contains(name);
      case "?" -> true;
      // a search for operators interrupts data
      case "=?" -> !name.equals("+COPS");
      default ->
          ASK_WITH.contains(name)
              || (ASK_BY_NAME.contains(name) && rest.matches("=\"[^\",]*\""))
              || (name.equals("+CRSM") && rest.matches("=(?:176|178|192|242)(?:,.*)?"));
    };
  }
}
