package simwright.sim.handset;

import java.util.Locale;

/// What the shell of a handset says to the commands a technician has without root.
final class Shell {
  private static final int UNKNOWN = 255;

  /// Three packets of 84 bytes.
  private static final int PINGED = 252;

  private static final String DENIED =
      "\nException occurred while executing '%s':\njava.lang.SecurityException: The user 2000 does"
          + " not meet the requirements to access device identifiers.\n";

  /// Output, errors and exit code.
  record Said(String output, String errors, int exit) {}

  private final Phone phone;

  Shell(Phone phone) {
    this.phone = phone;
  }

  Said run(String command) {
    String text = command.strip();
    String verb = text.split(" ", 2)[0];
    return switch (verb) {
      case "getprop" -> fine(PhoneTexts.properties(phone));
      case "dumpsys" -> dump(text);
      case "svc", "settings" -> setting(text);
      case "cmd" -> service(text);
      case "pm" -> packages(text);
      case "ping" -> ping(text);
      default -> new Said("", "/system/bin/sh: " + verb + ": inaccessible or not found\n", 127);
    };
  }

  private static Said fine(String output) {
    return new Said(output, "", 0);
  }

  private Said dump(String text) {
    return switch (text) {
      case "dumpsys telephony.registry" -> fine(RegistryTexts.registry(phone));
      case "dumpsys battery" -> fine(PhoneTexts.battery(phone));
      case "dumpsys connectivity" -> fine(PhoneTexts.connectivity(phone));
      case "dumpsys netstats detail" -> counters();
      default -> fine("Can't find service: " + text.substring("dumpsys ".length()) + "\n");
    };
  }

  private Said counters() {
    return phone.suffers(Phone.Trouble.DENIED)
        ? fine(
            "Permission Denial: can't dump netstats from from pid=4711, uid=2000 due to missing"
                + " android.permission.DUMP permission\n")
        : fine(phone.counters().detail(phone.release()));
  }

  /// Android 10 has no such option of `pm` on some makers' builds; there `cmd package` has it.
  private Said packages(String text) {
    return text.equals("pm list packages -U") && phone.release() != Release.ANDROID_10
        ? fine(AppCounters.packages())
        : new Said("", "Error: Unknown option: -U\n", 1);
  }

  private Said setting(String text) {
    return switch (text) {
      case "svc data enable", "svc data disable" -> switched(text);
      case "settings get global mobile_data" -> fine(phone.data() ? "1\n" : "0\n");
      case "settings get global airplane_mode_on" -> fine(phone.flight() ? "1\n" : "0\n");
      default -> new Said("", "Invalid command: " + text + "\n", UNKNOWN);
    };
  }

  private Said service(String text) {
    return switch (text) {
      case "cmd connectivity airplane-mode enable", "cmd connectivity airplane-mode disable" ->
          phone.release().switchesFlightMode()
              ? switched(text)
              : new Said("", "No shell command implementation.\n", UNKNOWN);
      case "cmd netpolicy set restrict-background true",
          "cmd netpolicy set restrict-background false" ->
          saving(text.endsWith("true"));
      case "cmd netpolicy get restrict-background" ->
          fine("Restrict background status: " + (phone.saver() ? "enabled" : "disabled") + "\n");
      case "cmd phone get-imei 0" -> imei();
      case "cmd package list packages -U" -> fine(AppCounters.packages());
      default -> new Said("Unknown command: " + text + "\n", "", UNKNOWN);
    };
  }

  /// `svc` ends with 0 whatever became of it; on some releases it says so in words alone.
  private Said switched(String text) {
    if (phone.suffers(Phone.Trouble.DENIED)) {
      String told = String.format(Locale.ROOT, DENIED, text);
      return text.startsWith("svc")
          ? new Said("Killed\n" + told, "", 0)
          : new Said("", told, UNKNOWN);
    }
    if (!phone.suffers(Phone.Trouble.SILENT)) {
      boolean on = text.endsWith("enable");
      if (text.startsWith("svc")) {
        phone.data(on);
      } else {
        phone.flight(on);
      }
    }
    return fine("");
  }

  /// Needs MANAGE_NETWORK_POLICY, which the shell has unless a maker took it away.
  private Said saving(boolean on) {
    if (phone.suffers(Phone.Trouble.DENIED)) {
      return new Said(
          "", String.format(Locale.ROOT, DENIED, "netpolicy set restrict-background"), UNKNOWN);
    }
    if (!phone.suffers(Phone.Trouble.SILENT)) {
      phone.saver(on);
    }
    return fine("");
  }

  private Said imei() {
    if (phone.release() != Release.ANDROID_14) {
      return new Said("Unknown command: get-imei\n", "", UNKNOWN);
    }
    return phone.suffers(Phone.Trouble.DENIED)
        ? new Said("", String.format(Locale.ROOT, DENIED, "get-imei"), UNKNOWN)
        : fine("Device IMEI: 350000090001007\n");
  }

  private Said ping(String text) {
    String host = text.substring(text.lastIndexOf(' ') + 1);
    if (!phone.online()) {
      return new Said("", "connect: Network is unreachable\n", 2);
    }
    boolean counted = phone.counters().carried("com.android.shell", PINGED, PINGED);
    assert counted;
    return fine(
        String.format(
            Locale.ROOT,
            """
            PING %1$s (%1$s) 56(84) bytes of data.
            64 bytes from %1$s: icmp_seq=1 ttl=117 time=41.2 ms
            64 bytes from %1$s: icmp_seq=2 ttl=117 time=38.9 ms
            64 bytes from %1$s: icmp_seq=3 ttl=117 time=40.3 ms

            --- %1$s ping statistics ---
            3 packets transmitted, 3 received, 0%% packet loss, time 2003ms
            rtt min/avg/max/mdev = 38.914/40.133/41.211/0.944 ms
            """,
            host));
  }
}
