package simwright.runbook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simwright.apdu.StatusWord;
import simwright.fault.FaultCode;

/// The codes in what a person pastes. Where the text decides, words of it are not searched; a bare
/// number asks for every layer's entry of that number.
record Pasted(List<FaultCode> codes, String number, boolean decides) {
  private static final Pattern ERROR_LINE =
      Pattern.compile("\\+?(CME|CMS) ERROR\\s*:\\s*(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern CODE = Pattern.compile("[a-z0-9+]+/[A-Za-z0-9.-]+");
  private static final Pattern CAUSE =
      Pattern.compile(
          "(5gmm|5gsm|emm|esm|gmm|mm|sm|cme|cms)\\s*(?:error|cause)?\\s*[#:]?\\s*([0-9]{1,5})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PAIR =
      Pattern.compile(
          "(?:es9\\+|es11|es2\\+)?[/ ]*(8(?:\\.[0-9]+)*|1(?:\\.[0-9]+)+)[/"
              + " -]+([0-9](?:\\.[0-9]+)?)");
  private static final Pattern STATUS =
      Pattern.compile("(?:SW|STATUS WORD|0X)?[\\s:=]*([69][0-9A-F])\\s?([0-9A-F]{2})");

  static Pasted of(String text) {
    String asked = text.strip();
    Matcher error = ERROR_LINE.matcher(asked);
    if (error.find()) {
      return decided(AtWords.code(error.group()).filter(code -> !code.code().equals("text")));
    }
    if (asked.matches("[0-9]{1,4}") && !asked.matches("[69][0-9]{3}")) {
      return new Pasted(List.of(), String.valueOf(Integer.parseInt(asked)), false);
    }
    Matcher status = STATUS.matcher(asked.toUpperCase(Locale.ROOT));
    if (status.matches()) {
      int value = Integer.parseInt(status.group(1) + status.group(2), 16);
      return new Pasted(List.of(new StatusWord(value).code()), "", false);
    }
    Matcher pair = PAIR.matcher(asked);
    if (pair.matches()) {
      return decided(Optional.of(new FaultCode("es9+", pair.group(1) + "-" + pair.group(2))));
    }
    Matcher cause = CAUSE.matcher(asked);
    if (cause.matches()) {
      String number = Integer.toString(Integer.parseInt(cause.group(2)));
      String layer = cause.group(1).toLowerCase(Locale.ROOT);
      return decided(Optional.of(new FaultCode(layer, number)));
    }
    Matcher code = CODE.matcher(asked.toLowerCase(Locale.ROOT));
    return code.find()
        ? new Pasted(List.of(FaultCode.parse(code.group())), "", code.matches())
        : new Pasted(List.of(), "", false);
  }

  private static Pasted decided(Optional<FaultCode> code) {
    return new Pasted(code.stream().toList(), "", true);
  }
}
