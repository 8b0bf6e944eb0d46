package simwright.ui.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import simwright.ui.part.State;

/// A scan and Enter: the plan runs on the device that was meant, and on no other.
class ScanStartTest {
  private Bench bench;
  private StartModel start;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench();
    start = bench.model.getStart();
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  private void attach(String... devices) throws Exception {
    bench.demo.devices.set(
        List.of(devices).stream().map(id -> bench.demo.connected(id, "EC25", true)).toList());
    bench.on(bench.demo.asked::clear);
  }

  private void scan(String text) throws Exception {
    bench.on(() -> {
      start.scanProperty().set(text);
      start.enter();
    });
  }

  private String says() throws Exception {
    return bench.get(start::getSays);
  }

  private List<String> started() {
    return bench.demo.asked.stream().filter(act -> act.startsWith("acceptance.run")).toList();
  }

  @Test
  void aScanOfTheDeviceStartsThePlanOnItAndOnNoOther() throws Exception {
    attach("ec25", "rm500");
    scan(" RM500 ");
    assertEquals(List.of("acceptance.run rm500"), started());
    assertEquals("", bench.get(() -> start.scanProperty().get()));
    assertEquals("rm500", bench.navigation.getDevice());
  }

  @Test
  void anIdentityThatSeveralDevicesTellStartsNone() throws Exception {
    attach("ec25", "rm500");
    scan("490154203237518");
    assertEquals(List.of(), started());
    assertTrue(says().startsWith("More than one device"), says());
  }

  @Test
  void anAssetTagIsGivenToTheOneDeviceThatWaits() throws Exception {
    attach("ec25");
    scan("A-1042");
    assertEquals(List.of("acceptance.run ec25"), started());
    assertEquals("A-1042", bench.demo.tests.headers.getFirst().asset());
  }

  @Test
  void aTagThatIsKnownIsEnoughForTheNextRun() throws Exception {
    attach("ec25");
    scan("A-1042");
    attach("ec25", "rm500");
    bench.demo.current.set(
        List.of(Bench.ended(bench.demo.run(State.PASS, "pass"), "ec25", State.PASS, "A-1042")));
    awaitNoJob();
    scan("a-1042");
    assertEquals(List.of("acceptance.run ec25"), started());
    assertEquals("A-1042", bench.demo.tests.headers.getLast().asset());
    assertEquals("A-1042 · ttyUSB2 · EC25", bench.slot("ec25").title());
  }

  @Test
  void betweenSeveralDevicesAPersonDecidesWhichOneGetsAnUnknownTag() throws Exception {
    attach("ec25", "rm500");
    scan("A-7");
    assertEquals(List.of(), started());
    assertTrue(says().contains("Press Enter again"), says());
    bench.on(start::enter);
    assertEquals(List.of("acceptance.run ec25"), started());
    assertEquals("A-7", bench.demo.tests.headers.getFirst().asset());
  }

  @Test
  void whatBelongsToOneDeviceIsForgottenAndWhatHoldsForTheBenchStays() throws Exception {
    attach("ec25");
    bench.on(() -> start.getHeader().of(HeaderModel.Field.SITE).set("Hall 3"));
    bench.on(() -> start.getHeader().of(HeaderModel.Field.SERIAL).set("SN-9"));
    bench.on(() -> start.getHeader().of(HeaderModel.Field.EVENT).set("Cup final"));
    scan("ec25");
    assertEquals("SN-9", bench.demo.tests.headers.getFirst().serial());
    assertEquals("", bench.get(() -> start.getHeader().of(HeaderModel.Field.SERIAL).get()));
    assertEquals("Hall 3", bench.demo.kept.get("acceptance.header.SITE"));
    assertEquals("Hall 3", bench.demo.tests.headers.getFirst().site());
    assertEquals("Cup final", bench.demo.tests.headers.getFirst().event());
  }

  @Test
  void aDeviceThatCannotTakeAPlanSaysSo() throws Exception {
    bench.demo.devices.set(
        List.of(bench.demo.released(bench.demo.connected("ec25", "EC25", true))));
    bench.demo.asked.clear();
    scan("ec25");
    assertEquals(List.of(), started());
    assertEquals("ttyUSB2 · EC25 cannot run a plan now: Port released.", says());
  }

  private void awaitNoJob() throws Exception {
    bench.lane.until(() -> bench.demo.jobs.running().get().isEmpty());
  }
}
