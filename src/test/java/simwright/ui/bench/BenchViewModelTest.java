package simwright.ui.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import simwright.link.PortRole;
import simwright.time.HandTime;
import simwright.ui.DemoAccess;
import simwright.ui.DemoParts;
import simwright.ui.frame.Navigation;
import simwright.ui.frame.Notices;
import simwright.ui.frame.Screen;
import simwright.ui.fx.Bridge;
import simwright.ui.part.State;

class BenchViewModelTest {
  private final HandTime time = new HandTime();
  private final DemoParts demo = new DemoParts(time);
  private final Navigation navigation = new Navigation();
  private final Notices notices = new Notices(Bridge.atOnce(), demo);
  private BenchViewModel model;

  @BeforeEach
  void open() {
    model = new BenchViewModel(Bridge.atOnce(), time, demo, demo, navigation, notices);
  }

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void unknownPortsStandApartAndOnlyTheyAreProbed() {
    demo.devices.set(
        List.of(
            demo.connected("ec25", "EC25", true),
            demo.seen("diag", PortRole.DIAGNOSTIC),
            demo.seen("what", PortRole.UNKNOWN)));
    assertEquals(List.of("ec25"), model.getCards().stream().map(CardData::id).toList());
    assertEquals(List.of(false, true), model.getPorts().stream().map(PortRow::mayProbe).toList());
    assertEquals(List.of(), demo.asked);
    model.probe("what");
    assertEquals(List.of("device.probe what"), demo.asked);
  }

  @Test
  void accessPointsThatDifferStandOnTheCardWithTheOneActionThatMendsThem() {
    demo.devices.set(List.of(demo.connected("ec25", "EC25", true)));
    assertTrue(model.getCards().getFirst().access().isEmpty());
    demo.access.compared.set(Map.of("ec25", DemoAccess.differing("ec25")));
    CardData.Access access = model.getCards().getFirst().access().orElseThrow();
    assertEquals("Context 1 asks for 'orange.fr', not for 'iot.example'.", access.trouble());
    assertTrue(access.repair().contains("attach anew"), access.repair());
    model.repairAccess("ec25");
    assertEquals(List.of("apn.repair ec25"), demo.asked);
    demo.access.compared.set(Map.of("ec25", DemoAccess.ofTheOperator("ec25")));
    assertEquals("", model.getCards().getFirst().access().orElseThrow().repair());
  }

  @Test
  void everyValueSaysItsAgeAndGoesGrey() {
    demo.devices.set(List.of(demo.connected("ec25", "EC25", false)));
    assertEquals("just now", model.getCards().getFirst().age());
    time.advance(Duration.ofSeconds(12));
    assertEquals("12 s ago", model.getCards().getFirst().age());
    assertFalse(model.getCards().getFirst().stale());
    time.advance(Duration.ofSeconds(30));
    assertTrue(model.getCards().getFirst().stale());
  }

  @Test
  void theSignalIsRememberedOncePerReading() {
    demo.devices.set(List.of(demo.connected("ec25", "EC25", false)));
    time.advance(Duration.ofSeconds(3));
    demo.devices.set(List.of(demo.failing("ec25", "EC25", 4)));
    assertEquals(List.of(-93.0, -121.0), model.getCards().getFirst().strengths());
  }

  @Test
  void theCardSaysWhatCanBeDoneNow() {
    demo.devices.set(List.of(demo.seen("ec25", PortRole.AT_PRIMARY)));
    CardData card = model.getCards().getFirst();
    assertTrue(card.canConnect());
    assertFalse(card.connected());
    assertEquals(State.IDLE, card.state());
    assertEquals(List.of(), card.facts());
  }

  @Test
  void theTerminalOpensWithTheDeviceAsItsContext() {
    model.open(Screen.TERMINAL, "ec25");
    assertEquals(Screen.TERMINAL, navigation.getScreen());
    assertEquals("ec25", navigation.getDevice());
  }

  @Test
  void identifiersAreMaskedUntilAsked() {
    demo.devices.set(List.of(demo.connected("ec25", "EC25", false)));
    CardData card = model.getCards().getFirst();
    assertFalse(card.facts().stream().anyMatch(fact -> fact.value().contains("490154203237518")));
    assertEquals("4901…18", card.identities().getFirst().value().redacted());
  }
}
