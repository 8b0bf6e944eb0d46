package simwright.at;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Commands that must not be sent, matched after the line is split at semicolons, without blanks,
/// in any case. A rule is a regular expression that the normalised command begins with; `+EGMR=1,7`
/// matches `at + egmr = 1 , 7,"..."`.
public final class DangerousCommands {
  /// What a rule demands.
  public enum Rule {
    /// Send it.
    ALLOWED,
    /// Send it only after a typed confirmation.
    CONFIRM_FIRST,
    /// Never send it.
    NEVER
  }

  private static final List<String> NEVER =
      List.of(
          // writes of the IMEI
          "\\+EGMR=[01],(?:7|10)",
          "\\+SIMEI=(?!\\?)",
          "\\+GTSN=1,7",
          "\\+LCTSN=1,7",
          "\\^PHYNUM=IMEI",
          "\\+IMEISV?=(?!\\?)",
          "\\*MRD_IMEI=",
          "\\+MODIMEI=",
          "\\+CGSN=.*[0-9]{14}",
          "%IMEI=(?!\\?)",
          "#IMEISV?=(?!\\?)",
          "!IMEI=",
          "\\+SPIMEI=",
          // emergency download and flash modes
          "\\+QDOWNLOAD",
          "\\+QFASTBOOT",
          "\\+QPRTPARA=3",
          "\\+EDL",
          "!BOOTHOLD",
          "\\^RESETDOWNLOAD",
          "\\^GODLOAD",
          "\\+FDOWNLOAD",
          "#SGCFGDOWNLOAD",
          "\\$QCDLOAD",
          "\\+SWITCHEDL",
          "\\+CRESETEDL",
          // locks of handsets
          "\\+REACTIVE=",
          "\\+KGLOCK",
          "\\^DATALOCK=(?!\\?)");

  private static final List<String> CONFIRM =
      List.of(
          // USB and port composition
          "\\+QCFG=\"(?:usbcfg|usbnet|data_interface|pcie/mode)\",",
          "\\+QPCIE=\"adb\",1",
          "\\+GTUSBMODE=(?!\\?)",
          "\\+GTUSBSWITCH=(?!\\?)",
          "!USBCOMP=(?!\\?)",
          "!USBPID=(?!\\?)",
          "!UDUSBCOMP=(?!\\?)",
          "\\$MYCONFIG=",
          "\\+CUSBPIDSWITCH=(?!\\?)",
          "\\+CUSBADB=",
          "\\^SETPORT=(?!\\?)",
          "#USBCFG=(?!\\?)",
          "#PORTCFG=(?!\\?)",
          "\\+SETUSB=(?!\\?)",
          "\\+UUSBCONF=(?!\\?)",
          "\\^SSRVSET=",
          // factory resets
          "&F[2-9]",
          "\\+FACTORST",
          "\\+UFACTORY=",
          "\\+QPRTPARA=1",
          "\\+CRFACTORY",
          "#NVMRESTORE",
          "!RMARESET",
          "!NVRESTORE",
          "%XFACTORYRESET",
          "\\^SICFGRESET",
          "\\+CFACTORY");

  private final List<Pattern> never;
  private final List<Pattern> confirm;

  /// The built-in rules and those of a hardware profile.
  public DangerousCommands(List<String> never, List<String> confirm) {
    this.never = compile(NEVER, never);
    this.confirm = compile(CONFIRM, confirm);
  }

  /// The strictest rule that any command of the line meets. `previous` is the line that `A/` would
  /// repeat.
  public Rule check(String line, String previous) {
    String upper = line.strip().toUpperCase(Locale.ROOT);
    String meant = upper.equals("A/") ? previous : line;
    Rule strictest = Rule.ALLOWED;
    for (String command : CommandNames.split(normal(meant))) {
      if (matches(never, command)) {
        return Rule.NEVER;
      }
      if (matches(confirm, command)) {
        strictest = Rule.CONFIRM_FIRST;
      }
    }
    return strictest;
  }

  /// Without blanks and control characters, in upper case; a basic command before an extended one
  /// is cut off (`E0+EGMR`).
  private static String normal(String line) {
    StringBuilder text = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c > ' ' && c < 0x7f) {
        text.append(c);
      }
    }
    return text.toString().toUpperCase(Locale.ROOT);
  }

  private static boolean matches(List<Pattern> rules, String command) {
    for (Pattern rule : rules) {
      if (rule.matcher(command).find()) {
        return true;
      }
    }
    return false;
  }

  private static List<Pattern> compile(List<String> builtIn, List<String> own) {
    List<Pattern> rules = new ArrayList<>();
    builtIn.forEach(rule -> rules.add(compile(rule)));
    own.forEach(rule -> rules.add(compile(rule)));
    return List.copyOf(rules);
  }

  /// A rule holds at the start of a command, or after basic commands such as `E0` that need no
  /// semicolon.
  private static Pattern compile(String rule) {
    return Pattern.compile(
        "^(?:[A-Z&\\\\%][A-Z]?[0-9]*)*?(?:" + rule + ")", Pattern.CASE_INSENSITIVE);
  }
}
