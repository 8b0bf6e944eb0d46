package simwright.transcript;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Knows which parts of AT command lines are secrets: PIN, PUK, facility passwords, APN passwords,
/// and the APDUs and MMI codes that carry them. Works on latin-1 text, in any case and with blanks
/// anywhere.
public final class Masking {
  /// What stands where a secret stood.
  public static final String MASK = "****";

  private static final String ARGUMENT = "(?:\"[^\"\r\n]*(?:\"|$)|[^,;\r\n\"]*)";
  private static final List<Pattern> SECRETS =
      List.of(
          // everything after the equals sign
          after("[+^#%$*](?:CPIN2?|CPWD|PIN2?|SPIN|SIMPIN|CPINE|XPIN|QPIN)", 0),
          // +CLCK=<fac>,<mode>[,<passwd>...
          after("[+]CLCK", 2),
          // +CGAUTH=<cid>,<prot>,<userid>,<password>
          after("[+]X?CGAUTH", 2),
          after("[*$^#%+](?:PDPAUTH|AUTHDATA|QCPDPP|SGAUTH|XGAUTH|CGPCO|MGAUTH)", 2),
          // +QICSGP=<cid>,<type>,<apn>,<user>,<password>
          after("[+]QICSGP", 3),
          // +UPSD=<profile>,<tag 2 user or 3 password>,<value>
          after("[+]UPSD", 2),
          // VERIFY, CHANGE, DISABLE, ENABLE, UNBLOCK in +CSIM and +CGLA: class, instruction, then
          // the rest
          Pattern.compile(
              "(?i)(\\+C(?:SIM|GLA)\\s*=[^\"\r\n;]*\"?\\s*[0-9A-F]{2}\\s*2[0468C])[^\";\r\n]*"),
          // MMI: **04*old*new*new#, **05*puk*pin*pin#, *# variants for PIN2
          Pattern.compile("(\\*\\*0[45]2?\\*)[^#;\r\n]*"));

  private Masking() {}

  /// The text with every secret replaced by the mask.
  public static String mask(String text) {
    String masked = text;
    for (Pattern secret : SECRETS) {
      Matcher matcher = secret.matcher(masked);
      if (matcher.find()) {
        masked = matcher.replaceAll(found -> Matcher.quoteReplacement(found.group(1) + MASK));
      }
    }
    return masked;
  }

  /// A command with so many harmless arguments, then secrets to the end of this command.
  private static Pattern after(String command, int harmless) {
    String kept = (ARGUMENT + ",").repeat(harmless);
    return Pattern.compile(
        "(?i)("
            + spaced(command)
            + "\\s*=(?!\\s*\\?)\\s*"
            + kept
            + ")(?:\"[^\"\r\n]*(?:\"|$)|[^;\r\n\"])+");
  }

  private static String spaced(String command) {
    return "\\s*" + command;
  }
}
