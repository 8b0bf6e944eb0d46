package simwright.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import simwright.link.PortInfo;

/// Simulated is a mark on records, reports and screens. What talks to a device must not know it: a
/// program that treats simulated devices otherwise proves nothing on them.
class SimulatedMarkTest {
  /// Those that hand the mark on into a record, or keep the records of simulated devices apart from
  /// those of real ones, and nothing else.
  private static final Set<String> HANDING_ON =
      Set.of(
          "simwright.acceptance.Parity",
          "simwright.acceptance.Run",
          "simwright.acceptance.RunLines",
          "simwright.acceptance.RunSearch",
          "simwright.acceptance.RunUnderWay",
          "simwright.device.Attachment",
          "simwright.device.Sighting",
          "simwright.job.BundleActs",
          "simwright.job.BundledDevice",
          "simwright.job.SanitationLog",
          "simwright.link.Port",
          "simwright.rollout.DeviceKind",
          "simwright.rollout.EntryText",
          "simwright.rollout.Flakiness",
          "simwright.rollout.RegistryEntry",
          "simwright.rollout.RegistryTally",
          "simwright.rollout.Regressions",
          "simwright.rollout.SideBySide",
          "simwright.rollout.Statistics",
          "simwright.transcript.Transcript",
          "simwright.transcript.TranscriptReader");

  private static final List<String> SHOWING = List.of("app", "audit", "cli", "report", "ui");

  @Test
  void whatTalksToADeviceDoesNotAskWhetherItIsSimulated() {
    Set<String> asking =
        House.CLASSES.stream()
            .filter(type -> SHOWING.stream().noneMatch(each -> isIn(type, each)))
            .filter(type -> type.getAccessesFromSelf().stream().anyMatch(SimulatedMarkTest::asks))
            .map(SimulatedMarkTest::outermost)
            .collect(Collectors.toCollection(TreeSet::new));
    asking.removeAll(HANDING_ON);
    assertEquals(Set.of(), asking, "these ask whether a device is simulated");
  }

  @Test
  void theMarkIsFoundWhereItIsHandedOn() {
    assertTrue(
        House.CLASSES.get("simwright.device.Attachment").getAccessesFromSelf().stream()
            .anyMatch(SimulatedMarkTest::asks),
        PortInfo.class.getName());
  }

  @Test
  void whatTalksToADeviceKnowsNoSimulatorsAddress() {
    Set<String> knowing =
        Sources.files(Sources.MAIN, ".java").stream()
            .filter(SimulatedMarkTest::namesTheScheme)
            .map(file -> Sources.MAIN.resolve("simwright").relativize(file).toString())
            .filter(name -> SHOWING.stream().noneMatch(each -> name.startsWith(each + "/")))
            .filter(name -> !name.startsWith("sim/"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), knowing);
  }

  private static boolean namesTheScheme(Path file) {
    try {
      return Files.readString(file).contains("equals(\"sim\")");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isIn(JavaClass type, String place) {
    return (type.getPackageName() + ".").startsWith("simwright." + place + ".");
  }

  private static boolean asks(JavaAccess<?> access) {
    return access.getName().equals("simulated")
        && access.getTargetOwner().getPackageName().startsWith("simwright")
        && !access.getTargetOwner().equals(access.getOriginOwner())
        && !access.getTargetOwner().getPackageName().equals("simwright.hardware");
  }

  private static String outermost(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "");
  }
}
