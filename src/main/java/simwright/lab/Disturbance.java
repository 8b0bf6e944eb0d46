package simwright.lab;

import java.util.List;
import java.util.Locale;

/// What can be done to a simulated device from outside.
public sealed interface Disturbance {
  /// The cable is pulled.
  record Unplug() implements Disturbance {}

  /// The cable is put back; a new terminal appears under the same published name.
  record Plug() implements Disturbance {}

  /// The modem reboots, with its boot messages.
  record Reboot() implements Disturbance {}

  /// The power key is pressed: a modem that sleeps in PSM wakes.
  record Wake() implements Disturbance {}

  /// It vanishes and comes back under another terminal's name.
  record Rename() implements Disturbance {}

  /// Only the networks with these numbers (MCC and MNC) can be received from now on.
  record Operators(List<String> plmns) implements Disturbance {}

  /// Somebody sends a short message to the device's subscriber.
  record Message(String from, String text) implements Disturbance {}

  /// Radio conditions move: RSRP in dBm at the antenna; below the floor the network is lost.
  record Radio(int rsrpDbm) implements Disturbance {}

  /// So many dB are put into the antenna's line; 0 for none.
  record Attenuation(int db) implements Disturbance {}

  /// The network refuses the device's subscriber with this EMM cause (3GPP TS 24.301 clause
  /// 9.9.3.9) from now on; with 22, congestion, it tells it to stay away for so many seconds (timer
  /// T3346). Cause 0 lets it in again; the device is not told.
  record Refusal(int cause, int backOffSeconds) implements Disturbance {}

  /// The charge of the battery that supplies it, in percent.
  record Battery(int percent) implements Disturbance {}

  /// How hot it is, in degrees Celsius.
  record Heat(int celsius) implements Disturbance {}

  /// A fault specification such as `silence:30` or `flip:0.01` holds from now; "" ends all faults.
  record Faults(String specification) implements Disturbance {}

  /// The card is in a toolkit session of its profile until it ends or the card is reset, or not: it
  /// is busy for changes of its profiles meanwhile.
  record Toolkit(boolean busy) implements Disturbance {}

  /// The servers misbehave from now on, as they name it; "" behaves again.
  record Server(String how) implements Disturbance {}

  /// So many bytes come in at once, on a handset for an application.
  record Traffic(String app, long bytes) implements Disturbance {}

  /// The operator changes the access point over the air, at the place that `at` names.
  record AccessPoint(String apn, Place at) implements Disturbance {
    /// Where an operator changes it.
    public enum Place {
      /// In the device, by device management: its first context is defined anew and comes up again.
      DEVICE,
      /// On the card, by remote file management: the list of those it allows (EF_ACL).
      CARD,
      /// In the network, which from now on gives this one to whoever asks for another; "" for none.
      NETWORK;

      /// As commands spell it.
      public String key() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  /// Somebody used it before: messages, numbers, contexts, files and certificates are left on it.
  record Used() implements Disturbance {}

  /// The SIM is taken out or put in.
  record Sim(boolean inserted) implements Disturbance {}
}
