package simwright.at;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import simwright.fault.Fault;

/// Commands that must not be sent, matched after the line is split at semicolons, without blanks,
/// in any case: the rule `+EGMR=1,7` matches `at + egmr = 1 , 7,"..."`. Quoted text is left alone
/// while the quotes are even; where they are not, nobody knows what the modem takes for text.
public final class DangerousCommands {
  /// What a rule demands.
  public enum Rule {
    /// Send it.
    ALLOWED,
    /// Send it only after a typed confirmation.
    CONFIRM_FIRST,
    /// Never send it.
    NEVER;

    /// Throws unless a command may be sent; `confirmed` where a person has typed that it may.
    void require(String shown, String where, boolean confirmed) {
      if (this == NEVER) {
        throw new Fault(AtCodes.NEVER_SEND, "sending " + shown, where, shown, null);
      }
      if (this == CONFIRM_FIRST && !confirmed) {
        throw new Fault(AtCodes.CONFIRM_FIRST, "sending " + shown, where, shown, null);
      }
    }
  }

  private static final List<String> NEVER =
      List.of(
          // writes of the IMEI
          "\\+EGMR=1,(?:7|10)",
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
          "\\+QCFG=(?:usbcfg|usbnet|data_interface|pcie/mode),",
          "\\+QPCIE=adb,1",
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
          "\\+CFACTORY",
          // the card: TERMINATE CARD USAGE of ETSI TS 102 222, eUICCMemoryReset of SGP.22 (a
          // function
          // begins in the block of number 0; what a later block begins with is the middle of data)
          "\\+C(?:SIM|GLA)=.*(?:[0-9]+,)+[0-9A-F]{2}FE0000",
          "\\+C(?:SIM|GLA)=.*(?:[0-9]+,)+[0-9A-F]{2}E2[0-9A-F]{2}00(?:[0-9A-F]{2})?BF34");

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

  /// Without blanks and control characters, in upper case.
  private static String normal(String line) {
    StringBuilder text = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c > ' ' && c < 0x7f) {
        text.append(c);
      }
    }
    String upper = text.toString().toUpperCase(Locale.ROOT);
    boolean even = upper.chars().filter(c -> c == '"').count() % 2 == 0;
    return even ? upper : upper.replace("\"", "");
  }

  private static boolean matches(List<Pattern> rules, String command) {
    for (Pattern rule : rules) {
      if (rule.matcher(command.replace("\"", "")).find()) {
        return true;
      }
    }
    return false;
  }

  private static List<Pattern> compile(List<String> builtIn, List<String> own) {
    List<Pattern> rules = new ArrayList<>();
    builtIn.forEach(rule -> rules.add(compile(rule)));
    own.forEach(rule -> rules.add(compile(plain(rule))));
    return List.copyOf(rules);
  }

  /// A profile's rule is the beginning of a command as a person writes it; one that ends in `=`
  /// leaves the question `=?` alone.
  private static String plain(String rule) {
    String text = normal(rule).replace("\"", "");
    String begin = text.startsWith("AT") ? text.substring(2) : text;
    return Pattern.quote(begin) + (begin.endsWith("=") ? "(?!\\?)" : "");
  }

  /// A rule holds at the start of a command, or after what a modem passes over: noise, an `AT` and
  /// basic commands such as `E0` or `S0=1` that need no semicolon.
  private static Pattern compile(String rule) {
    return Pattern.compile("^[^+^#$*!]*?(?:" + rule + ")", Pattern.CASE_INSENSITIVE);
  }
}
