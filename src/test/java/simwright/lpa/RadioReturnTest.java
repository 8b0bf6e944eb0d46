package simwright.lpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.Rig;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.ask.Progress;
import simwright.device.Device;
import simwright.euicc.GetEid;
import simwright.identity.Iccid;
import simwright.lpa.Reconciliation.Settled;

/// A radio that an act left switched off gets the level back that it had, and no other radio is
/// touched.
@Timeout(60)
class RadioReturnTest {
  @TempDir(factory = Rig.Folders.class)
  Path folder;

  private Rig rig;
  private Device device;
  private Intents intents;

  @BeforeEach
  void open() {
    rig = new Rig(folder);
    device = rig.device("");
    var unused = device.connect();
    intents = new Intents(rig.store, rig.book, rig.book::reveal, SwitchLimit.USUAL, rig.time);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private Flow flow(String job) {
    return new Flow(job, device.id(), Attendant.absent(), Progress.none(), new Cancel(), rig.book);
  }

  /// An act that came as far as the cycle of the radio, which had this level.
  private Intent begun(String job, int level) {
    Flow flow = flow(job);
    Intent intent =
        intents.begin(
            flow,
            Intent.Kind.ENABLE,
            new Intents.Subject.Profile(new Iccid("8988211000009000012")),
            device.card(new Cancel(), card -> card.ask(new GetEid())));
    flow.stage(Stage.RADIO_CYCLE, "begun", Map.of("functionality", level));
    return intent;
  }

  private void level(int level) {
    assertEquals(Optional.empty(), device.functionality(level));
  }

  private Settled put(boolean atWork, Intent of) {
    RadioReturn radio = new RadioReturn(intents, flow("next"), rig.time);
    radio.put(device, new Cancel(), each -> atWork);
    return radio.told(new Settled(of, Intent.Verdict.DONE, "Done."));
  }

  @Test
  void theLevelIsTheOneOfBeforeEvenWhereThatIsWithoutRadio() {
    Intent killed = begun("killed", 4);
    level(0);
    assertEquals(
        "Done. It had left the radio off, which is as it was before again (+CFUN=4).",
        put(false, killed).words());
    assertEquals(Optional.of(4), device.functionality());
    assertTrue(device.view().get().snapshot().iccid().value().isPresent(), "the card is read");
    level(0);
    assertEquals("Done.", put(false, killed).words(), "it is put back once");
    assertEquals(Optional.of(0), device.functionality());
  }

  @Test
  void whatSomebodyHasSwitchedMeanwhileIsLeftAlone() {
    Intent killed = begun("killed", 1);
    level(4);
    assertEquals("Done.", put(false, killed).words());
    assertEquals(Optional.of(4), device.functionality());
    level(0);
    assertEquals("Done.", put(false, killed).words(), "it is no longer of that act");
    assertEquals(Optional.of(0), device.functionality());
  }

  @Test
  void theRadioOfAnActAtWorkIsItsOwn() {
    Intent working = begun("working", 1);
    level(0);
    assertEquals("Done.", put(true, working).words());
    assertEquals(Optional.of(0), device.functionality());
  }

  @Test
  void aCycleThatCameToItsEndLeavesNothing() {
    Intent ended = begun("ended", 1);
    flow("ended").stage(Stage.RADIO_CYCLE, "done", Map.of());
    level(0);
    assertEquals("Done.", put(false, ended).words());
    assertEquals(Optional.of(0), device.functionality());
    assertEquals(List.of(ended.id()), ids());
  }

  private List<String> ids() {
    return intents.open(device.id()).stream().map(Intent::id).toList();
  }
}
