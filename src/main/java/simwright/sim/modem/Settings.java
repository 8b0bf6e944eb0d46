package simwright.sim.modem;

import java.util.Map;
import java.util.TreeMap;

/// What a person can set (ITU-T V.250, 3GPP TS 27.007): back to these values at ATZ, AT&F and every
/// start.
final class Settings {
  private static final Map<String, Integer> FACTORY =
      Map.of("0", 0, "3", 13, "4", 10, "5", 8, "6", 2, "7", 60, "8", 2, "10", 15);

  final Map<String, Integer> registers = new TreeMap<>();
  boolean echo;
  boolean words;
  boolean quiet;
  int cmee;
  int copsFormat;
  int textMode;
  int dtr;
  String charset = "";
  int ussd;
  int packetEvents;
  int newMessages;
  String phoneBook = "";

  Settings() {
    reset();
  }

  void reset() {
    echo = true;
    words = true;
    quiet = false;
    cmee = 0;
    copsFormat = 0;
    textMode = 0;
    dtr = 2;
    charset = "GSM";
    ussd = 0;
    packetEvents = 0;
    newMessages = 1;
    phoneBook = "SM";
    registers.putAll(FACTORY);
  }
}
