package simwright.sim.modem;

/// What a person can set (ITU-T V.250, 3GPP TS 27.007): back to these values at ATZ, AT&F and every
/// start.
final class Settings {
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
  }
}
