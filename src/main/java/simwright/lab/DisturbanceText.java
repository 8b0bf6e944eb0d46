package simwright.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import simwright.fault.Fault;

/// Disturbances as a person writes them, and as they go over the control socket: `unplug`, `plug`,
/// `reboot`, `wake`, `rename`, `used`, `radio -120`, `operators 00101,00102`, `faults flip:0.1`,
/// `sim out`, `sim in`, `attenuate 20`, `refuse 22 60`, `refuse 0`, `battery 8`, `heat 70`,
/// `toolkit on`, `toolkit off`, `apn device internet.second`, `apn network`, `server wrong-role`,
/// `traffic 5000000`, `traffic org.example 5000000`, `message +99900100002 text`.
public final class DisturbanceText {
  private static final String SERVER =
      "server(?: +(?:sm-dp\\+|sm-ds|es2\\+))?"
          + "(?: +[a-z-]+(?::[0-9.]+[/:]?[0-9.]*)?(?:@[a-zA-Z]+)?(?:\\*[0-9]+)?)?|";
  private static final String FORMS =
      "apn +(?:device|card) +[A-Za-z0-9.-]{1,63}|apn +network(?:"
          + " +[A-Za-z0-9.-]{1,63})?|unplug|plug|reboot|wake|rename|used|sim +(?:in|out)|attenuate"
          + " +[0-9]{1,3}|refuse +[0-9]{1,3}(?: +[0-9]{1,5})?|battery +[0-9]{1,3}|heat"
          + " +-?[0-9]{1,3}|toolkit +(?:on|off)|radio +-?[0-9]{1,3}|faults(?: .*)?|operators(?:"
          + " +[0-9]{5,6}(?:,[0-9]{5,6})*)?|message +\\+?[0-9]{3,15} .+|traffic(?:"
          + " +[A-Za-z][A-Za-z0-9._]{0,99})? +[0-9]{1,12}";
  private static final String ALL =
      "there are: unplug, plug, reboot, wake, rename, used, radio DBM, operators PLMN,PLMN, faults"
          + " FAULTS, sim in, sim out, attenuate DB, refuse CAUSE [SECONDS], battery PERCENT, heat"
          + " CELSIUS, toolkit on, toolkit off, server HOW, traffic [APP] BYTES, apn"
          + " device|card|network NAME, message NUMBER TEXT";

  /// T3346 in seconds where nobody says otherwise.
  private static final int BACK_OFF = 60;

  private DisturbanceText() {}

  /// Writes one.
  public static String write(Disturbance disturbance) {
    return switch (disturbance) {
      case Disturbance.Unplug() -> "unplug";
      case Disturbance.Plug() -> "plug";
      case Disturbance.Reboot() -> "reboot";
      case Disturbance.Wake() -> "wake";
      case Disturbance.Rename() -> "rename";
      case Disturbance.Used() -> "used";
      case Disturbance.Radio(int dbm) -> "radio " + dbm;
      case Disturbance.Operators(List<String> plmns) -> "operators " + String.join(",", plmns);
      case Disturbance.Faults(String specification) -> "faults " + specification;
      case Disturbance.Attenuation(int db) -> "attenuate " + db;
      case Disturbance.Refusal(int cause, int seconds) -> "refuse " + cause + " " + seconds;
      case Disturbance.Battery(int percent) -> "battery " + percent;
      case Disturbance.Heat(int celsius) -> "heat " + celsius;
      case Disturbance.Toolkit(boolean busy) -> busy ? "toolkit on" : "toolkit off";
      case Disturbance.Server(String how) -> "server " + how;
      case Disturbance.Traffic(String app, long bytes) ->
          app.isEmpty() ? "traffic " + bytes : "traffic " + app + " " + bytes;
      case Disturbance.AccessPoint(String apn, Disturbance.AccessPoint.Place at) ->
          ("apn " + at.key() + " " + apn).strip();
      case Disturbance.Sim(boolean inserted) -> inserted ? "sim in" : "sim out";
      case Disturbance.Message(String from, String text) -> "message " + from + " " + text;
    };
  }

  /// Reads one; what is not understood is refused with what there is.
  public static Disturbance read(String text) {
    if (!text.strip().matches(SERVER + FORMS)) {
      throw new Fault(LabCodes.CONTROL, "reading a disturbance", text, ALL, null);
    }
    String[] words = text.strip().split(" +", 2);
    String rest = words.length > 1 ? words[1].strip() : "";
    return switch (words[0]) {
      case "unplug" -> new Disturbance.Unplug();
      case "plug" -> new Disturbance.Plug();
      case "reboot" -> new Disturbance.Reboot();
      case "wake" -> new Disturbance.Wake();
      case "rename" -> new Disturbance.Rename();
      case "used" -> new Disturbance.Used();
      case "faults" -> new Disturbance.Faults(rest);
      case "toolkit" -> new Disturbance.Toolkit(rest.equals("on"));
      case "server" -> new Disturbance.Server(rest);
      case "traffic" -> traffic(rest.split(" +", -1));
      case "apn" -> accessPoint(rest.split(" +", 2));
      case "sim" -> new Disturbance.Sim(rest.equals("in"));
      case "radio" -> new Disturbance.Radio(Integer.parseInt(rest));
      case "attenuate" -> new Disturbance.Attenuation(Integer.parseInt(rest));
      case "refuse" -> refusal(rest.split(" +", 2));
      case "battery" -> new Disturbance.Battery(Math.min(100, Integer.parseInt(rest)));
      case "heat" -> new Disturbance.Heat(Integer.parseInt(rest));
      case "operators" ->
          new Disturbance.Operators(
              Arrays.stream(rest.split(",", -1)).filter(each -> !each.isEmpty()).toList());
      default ->
          new Disturbance.Message(
              rest.substring(0, rest.indexOf(' ')), rest.substring(rest.indexOf(' ') + 1));
    };
  }

  private static Disturbance accessPoint(String[] words) {
    Disturbance.AccessPoint.Place at =
        Disturbance.AccessPoint.Place.valueOf(words[0].toUpperCase(Locale.ROOT));
    return new Disturbance.AccessPoint(words.length > 1 ? words[1] : "", at);
  }

  private static Disturbance traffic(String[] words) {
    return new Disturbance.Traffic(
        words.length > 1 ? words[0] : "", Long.parseLong(words[words.length - 1]));
  }

  private static Disturbance refusal(String[] words) {
    int seconds = words.length > 1 ? Integer.parseInt(words[1]) : BACK_OFF;
    return new Disturbance.Refusal(Integer.parseInt(words[0]), seconds);
  }
}
