package simwright.at;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The texts that stand for error numbers after AT+CMEE=2 (3GPP TS 27.007 clause 9.2, TS 27.005
/// clause 3.2.5) and those that makers print instead, compared without case. A text that is not
/// here stays a text.
final class ErrorTexts {
  private static final Map<String, Integer> CME =
      table(
          """
          0 phone failure
          1 no connection to phone
          2 phone-adaptor link reserved
          3 operation not allowed
          4 operation not supported
          5 ph-sim pin required
          6 ph-fsim pin required
          7 ph-fsim puk required
          10 sim not inserted
          11 sim pin required
          12 sim puk required
          13 sim failure
          14 sim busy
          15 sim wrong
          16 incorrect password
          17 sim pin2 required
          18 sim puk2 required
          20 memory full
          21 invalid index
          22 not found
          23 memory failure
          24 text string too long
          25 invalid characters in text string
          26 dial string too long
          27 invalid characters in dial string
          30 no network service
          31 network timeout
          32 network not allowed - emergency calls only
          40 network personalization pin required
          41 network personalization puk required
          42 network subset personalization pin required
          43 network subset personalization puk required
          44 service provider personalization pin required
          45 service provider personalization puk required
          46 corporate personalization pin required
          47 corporate personalization puk required
          48 hidden key required
          49 eap method not supported
          50 incorrect parameters
          50 invalid command line
          50 parameters error
          51 command implemented but currently disabled
          52 command aborted by user
          53 not attached to network due to mt functionality restrictions
          54 modem not allowed - mt restricted to emergency calls only
          55 operation not allowed because of mt functionality restrictions
          56 fixed dial number only allowed - called number is not a fixed dial number
          57 temporarily out of service due to other mt usage
          58 language/alphabet not supported
          59 unexpected data value
          60 system failure
          61 data missing
          62 call barred
          63 message waiting indication subscription failure
          100 unknown
          100 unknown error
          103 illegal ms
          106 illegal me
          107 gprs services not allowed
          111 plmn not allowed
          112 location area not allowed
          113 roaming not allowed in this location area
          132 service option not supported
          133 requested service option not subscribed
          134 service option temporarily out of order
          148 unspecified gprs error
          149 pdp authentication failure
          """);

  private static final Map<String, Integer> CMS =
      table(
          """
          300 me failure
          301 sms service of me reserved
          302 operation not allowed
          303 operation not supported
          304 invalid pdu mode parameter
          305 invalid text mode parameter
          310 (u)sim not inserted
          311 (u)sim pin required
          312 ph-(u)sim pin required
          313 (u)sim failure
          314 (u)sim busy
          315 (u)sim wrong
          316 (u)sim puk required
          317 (u)sim pin2 required
          318 (u)sim puk2 required
          320 memory failure
          321 invalid memory index
          322 memory full
          330 smsc address unknown
          331 no network service
          332 network timeout
          340 no +cnma acknowledgement expected
          500 unknown error
          """);

  private ErrorTexts() {}

  static Optional<Integer> number(String kind, String text) {
    Map<String, Integer> table = kind.equalsIgnoreCase("CME") ? CME : CMS;
    return Optional.ofNullable(table.get(key(text.strip().toLowerCase(Locale.ROOT))));
  }

  /// The standard writes `(U)SIM`, most modems print `SIM`.
  private static String key(String text) {
    return text.replace("(u)sim", "sim");
  }

  private static Map<String, Integer> table(String lines) {
    Map<String, Integer> numbers = new HashMap<>();
    for (String line : lines.lines().toList()) {
      int space = line.indexOf(' ');
      numbers.put(key(line.substring(space + 1)), Integer.valueOf(line.substring(0, space)));
    }
    return Map.copyOf(numbers);
  }
}
