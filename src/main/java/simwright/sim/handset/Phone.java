package simwright.sim.handset;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import simwright.observe.Observable;
import simwright.observe.Value;
import simwright.time.Time;

/// One handset: its release, how it stands with the computer, its radio, and what it refuses.
public final class Phone {
  private static final Duration BOOT = Duration.ofMillis(1500);

  /// How it stands with the computer it is plugged into.
  public enum Standing {
    /// It talks.
    DEVICE,
    /// It waits for somebody to allow this computer.
    UNAUTHORISED,
    /// It is listed and says nothing.
    OFFLINE,
    /// It is not there: unplugged, or starting again.
    AWAY
  }

  /// What may be wrong with it.
  public enum Trouble {
    /// Commands that switch something say nothing and change nothing.
    SILENT,
    /// Its maker lets the shell switch nothing and read no identity.
    DENIED,
    /// Its shell has no way to tell the end of a command, as before Android 7.
    OLD_SHELL,
    /// Commands never end.
    HANGS
  }

  private final Release release;
  private final Time time;
  private final Value<Standing> standing = new Value<>(Standing.DEVICE);
  private final Set<Trouble> troubles = ConcurrentHashMap.newKeySet();
  private volatile boolean data = true;
  private volatile boolean flight;
  private volatile boolean saver;
  private volatile int rsrp = -97;
  private volatile int level = 87;
  private final AppCounters counters;

  /// A handset that is on, in coverage, with a card in its first slot.
  public Phone(Release release, Time time) {
    this.release = release;
    this.time = time;
    this.counters = new AppCounters(time);
  }

  /// Its release.
  public Release release() {
    return release;
  }

  /// How it stands with the computer, as it changes.
  public Observable<Standing> standing() {
    return standing;
  }

  /// Changes how it stands.
  public void stand(Standing now) {
    standing.set(now);
  }

  /// Something is wrong with it from now on.
  public void suffer(Trouble trouble) {
    troubles.add(trouble);
  }

  /// Nothing is wrong with it any more.
  public void recover() {
    troubles.clear();
  }

  boolean suffers(Trouble trouble) {
    return troubles.contains(trouble);
  }

  /// Radio conditions: RSRP in dBm.
  public void radio(int dbm) {
    rsrp = dbm;
  }

  /// Its battery, in percent.
  public void battery(int percent) {
    level = percent;
  }

  int rsrp() {
    return rsrp;
  }

  int level() {
    return level;
  }

  boolean data() {
    return data;
  }

  boolean flight() {
    return flight;
  }

  /// Whether packets go through.
  boolean online() {
    return data && !flight;
  }

  boolean saver() {
    return saver;
  }

  /// From now on applications in the background are kept from the network, or no more.
  void saver(boolean on) {
    counters.passed(online());
    saver = on;
    counters.holdBack(on);
  }

  void data(boolean on) {
    counters.passed(online());
    data = on;
  }

  void flight(boolean on) {
    counters.passed(online());
    flight = on;
  }

  /// It is away for a while and comes back as it was.
  void reboot() {
    stand(Standing.AWAY);
    var unused = time.after(BOOT, "handset boots", () -> stand(Standing.DEVICE));
  }

  /// What its applications carried until now.
  AppCounters counters() {
    counters.passed(online());
    return counters;
  }

  /// An application receives so much at once; false where packets do not go through, or where there
  /// is no such application.
  public boolean traffic(String app, long bytes) {
    return online() && counters().carried(app, 0, bytes);
  }

  /// What its shell says.
  Shell.Said run(String command) {
    return new Shell(this).run(command);
  }

  /// What it can do, as its banner and the adb server tell it.
  String features() {
    return suffers(Trouble.OLD_SHELL) ? "cmd" : "shell_v2,cmd";
  }
}
