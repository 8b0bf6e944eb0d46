package simwright.sim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simwright.fault.Fault;
import simwright.lab.Disturbance;
import simwright.lab.LabCodes;
import simwright.sim.handset.Adbd;
import simwright.sim.handset.Phone;
import simwright.sim.handset.Release;
import simwright.time.Time;

/// A simulated handset of a bench, on a port of this computer where an adb server connects to it.
public final class SimHandset implements AutoCloseable {
  private static final String PREFIX = "handset-";
  private static final int FULL = 100;

  private final Phone phone;
  private final Adbd adbd;

  private SimHandset(Release release, Time time) {
    this.phone = new Phone(release, time);
    this.adbd = new Adbd(phone, time);
  }

  /// The names of those that can be offered: `handset-android-14`.
  public static List<String> names() {
    return Arrays.stream(Release.values()).map(SimHandset::name).toList();
  }

  private static String name(Release release) {
    return PREFIX + release.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The one of a name, which listens from now on.
  static Optional<SimHandset> of(String device, Time time) {
    return Arrays.stream(Release.values())
        .filter(release -> name(release).equals(device))
        .findFirst()
        .map(release -> new SimHandset(release, time));
  }

  /// Where an adb server connects to it; its serial number there, too.
  String place() {
    return "127.0.0.1:" + adbd.port();
  }

  boolean plugged() {
    return phone.standing().get() != Phone.Standing.AWAY;
  }

  /// What has nothing to do with a handset is refused.
  void disturb(Disturbance disturbance) {
    switch (disturbance) {
      case Disturbance.Unplug() -> phone.stand(Phone.Standing.AWAY);
      case Disturbance.Plug() -> phone.stand(Phone.Standing.DEVICE);
      case Disturbance.Radio(int dbm) -> phone.radio(dbm);
      case Disturbance.Battery(int percent) -> phone.battery(Math.clamp(percent, 0, FULL));
      case Disturbance.Traffic(String app, long bytes) -> {
        if (!phone.traffic(app, bytes)) {
          throw refused("no packets go through it, or it has no application '" + app + "'");
        }
      }
      default -> throw refused("a handset knows unplug, plug, radio, battery and traffic");
    }
  }

  private Fault refused(String why) {
    return new Fault(LabCodes.CONTROL, "disturbing a handset", phone.release().model(), why, null);
  }

  @Override
  public void close() {
    adbd.close();
  }
}
