package simwright.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.ask.Agreeing;
import simwright.ask.Attendant;
import simwright.audit.Actor;
import simwright.audit.Kept;
import simwright.device.DeviceSet;
import simwright.fault.Fault;
import simwright.hardware.HardwareProfiles;
import simwright.journal.Past;
import simwright.journal.Recorded;
import simwright.link.LinkAddress;
import simwright.link.Links;
import simwright.link.adb.AdbLinks;
import simwright.link.adb.ServerPlace;
import simwright.quota.DataBook;
import simwright.quota.QuotaCodes;
import simwright.rollout.Alarms;
import simwright.sim.handset.AdbServer;
import simwright.sim.handset.Phone;
import simwright.sim.handset.Release;
import simwright.time.SystemTime;

/// A handset holds back background data with consent alone, what it refused is not told as done,
/// and a device that cannot is told to be such.
@Timeout(60)
class HeldBackTest {
  private static final LinkAddress WHERE = LinkAddress.parse("adb:SIMHANDSET");

  @AutoClose private final SystemTime time = new SystemTime();
  @AutoClose private final AdbServer server = new AdbServer(time);
  private final Phone phone = new Phone(Release.ANDROID_14, time);
  @AutoClose private final Kept log;
  @AutoClose private final Links links;
  private final DeviceSet devices;
  private final DataActs data;

  HeldBackTest(@TempDir Path folder) {
    server.plug(WHERE.path(), phone);
    log = Kept.in(folder, new Actor("tester", Actor.Role.OPERATOR), time);
    links =
        new Links(
            List.of(
                new AdbLinks(new ServerPlace("127.0.0.1", server.port()), address -> true, time)),
            folder.resolve("transcripts"),
            address -> true,
            time);
    devices = new DeviceSet(links, HardwareProfiles.shipped(), log.audit(), time);
    data =
        new DataActs(
            new Jobs(log.audit(), Permit.all(), time),
            devices,
            new DataBook(log.store(), log.audit()),
            new Alarms(log.store(), log.audit()),
            log.audit(),
            folder,
            time);
  }

  @Test
  void withConsentItIsHeldBackAndLetAgain() {
    String id = devices.at(WHERE).id();
    assertTrue(hold(id, true, new Agreeing()));
    assertFalse(phone.traffic("com.android.vending", 1));
    assertFalse(hold(id, false, Attendant.absent()));
    assertTrue(phone.traffic("com.android.vending", 1));
    assertEquals(2, effects().size());
    assertTrue(effects().getFirst().contains("Data Saver"));
  }

  @Test
  void withoutConsentNothingIsSwitched() {
    String id = devices.at(WHERE).id();
    assertEquals(Optional.empty(), ended(data.hold(id, true, Attendant.absent())));
    assertTrue(phone.traffic("com.android.vending", 1));
    assertEquals(List.of(), effects());
  }

  @Test
  void whatTheHandsetRefusesIsNotTold() {
    phone.suffer(Phone.Trouble.SILENT);
    String id = devices.at(WHERE).id();
    Fault refused = assertThrows(Fault.class, () -> hold(id, true, new Agreeing()));
    assertEquals("adb/no-effect", refused.code().toString());
    assertEquals(List.of(), effects());
  }

  @Test
  void aModemCannot() {
    String id = devices.at(LinkAddress.parse("serial:/dev/ttyNoSuchPort")).id();
    Fault refused = assertThrows(Fault.class, () -> hold(id, true, new Agreeing()));
    assertEquals(QuotaCodes.CANNOT_HOLD, refused.code());
  }

  private boolean hold(String id, boolean on, Attendant attendant) {
    return ended(data.hold(id, on, attendant)).orElseThrow();
  }

  private Optional<Boolean> ended(Job<Boolean> job) {
    return job.await(time.deadline(Duration.ofSeconds(30)));
  }

  private List<String> effects() {
    List<String> all = new ArrayList<>();
    long unused =
        Past.read(
            log.audit(), 1, each -> each.kind().equals("device.effect"), Recorded::line, all::add);
    return all;
  }
}
