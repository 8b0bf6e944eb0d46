package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Plans;
import simwright.acceptance.step.Steps;
import simwright.ask.Cancel;
import simwright.device.DeviceSet;
import simwright.hardware.HardwareProfiles;
import simwright.link.LinkAddress;
import simwright.link.Links;
import simwright.link.adb.AdbLinks;
import simwright.link.adb.ServerPlace;
import simwright.sim.handset.AdbServer;
import simwright.sim.handset.Phone;
import simwright.sim.handset.Release;

/// The handset plan on handsets of every release that is played: what they do not offer or allow is
/// not supported, and a cable that is pulled is a bench error.
class HandsetPlanTest {
  private static final String SERIAL = "R58N90ABCDE";

  @AutoClose private final Rig rig;
  private final Links links;
  @AutoClose private final AdbServer server;
  @AutoClose private final DeviceSet devices;

  HandsetPlanTest(@TempDir(factory = Rig.Folders.class) Path folder) {
    rig = new Rig(folder);
    server = new AdbServer(rig.time);
    links =
        new Links(
            List.of(
                new AdbLinks(
                    new ServerPlace("127.0.0.1", server.port()), address -> true, rig.time)),
            rig.transcripts,
            address -> true,
            rig.time);
    devices = new DeviceSet(links, HardwareProfiles.shipped(), rig.book, rig.time);
  }

  private Run run(Phone phone, Consumer<RunView> watcher) {
    server.plug(SERIAL, phone);
    return rig.run(
        Plans.shipped(Steps.all()).named("handset"),
        devices.at(new LinkAddress("adb", SERIAL)),
        new Cancel(),
        watcher);
  }

  @ParameterizedTest
  @EnumSource(Release.class)
  void everyReleasePassesAndWhatItDoesNotOfferIsNotSupported(Release release) {
    Run run = run(new Phone(release, rig.time), view -> {});
    assertEquals(Outcome.PASS, run.outcome(), run.reason());
    assertTrue(run.simulated());
    assertFalse(run.safety().unsafe());
    assertEquals("de-DE", run.subject().facts().get("language"));
    assertEquals("MP1.0", run.subject().facts().get("hardware"));
    List<String> skipped = skipped(run);
    assertEquals(
        release == Release.ANDROID_10 ? List.of("Flight mode on", "Flight mode off") : List.of(),
        skipped);
  }

  @Test
  void whatTheMakerDoesNotAllowIsSkippedWithItsCode() {
    Phone phone = new Phone(Release.ANDROID_14, rig.time);
    phone.suffer(Phone.Trouble.DENIED);
    Run run = run(phone, view -> {});
    assertEquals(Outcome.PASS, run.outcome(), run.reason());
    assertEquals(
        List.of("Mobile data off", "Mobile data on", "Flight mode on", "Flight mode off"),
        skipped(run));
    assertEquals(
        "adb/permission",
        run.steps().stream()
            .filter(step -> step.outcome() == Outcome.SKIPPED)
            .findFirst()
            .orElseThrow()
            .code()
            .orElseThrow()
            .toString());
  }

  @Test
  void aSwitchThatChangesNothingIsAFailure() {
    Phone phone = new Phone(Release.ANDROID_12, rig.time);
    phone.suffer(Phone.Trouble.SILENT);
    Run run = run(phone, view -> {});
    assertEquals(Outcome.FAIL, run.outcome());
    assertTrue(run.reason().endsWith("[adb/no-effect]"), run.reason());
  }

  @Test
  void aBatteryThatIsLowAndACableThatIsPulledEndItAsTheyMust() {
    Phone low = new Phone(Release.ANDROID_14, rig.time);
    low.battery(9);
    assertTrue(run(low, view -> {}).reason().startsWith("Battery: percent 9 %"));
    Phone pulled = new Phone(Release.ANDROID_14, rig.time);
    Run run =
        run(
            pulled,
            view -> {
              if (view.step().equals("Signal")) {
                pulled.stand(Phone.Standing.AWAY);
              }
            });
    assertEquals(Outcome.ERROR, run.outcome(), run.reason());
    assertEquals(Safety.State.UNTOUCHED, run.safety().state(), "nothing was switched so far");
  }

  private static List<String> skipped(Run run) {
    return run.steps().stream()
        .filter(step -> step.outcome() == Outcome.SKIPPED)
        .map(StepRecord::title)
        .collect(Collectors.toList());
  }
}
