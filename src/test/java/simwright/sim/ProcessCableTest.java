package simwright.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import simwright.contract.ByteLinkContract;
import simwright.contract.Script;
import simwright.fault.Fault;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;

/// The link within this program keeps to what every transport keeps to.
class ProcessCableTest extends ByteLinkContract {
  private final ProcessLinks links = new ProcessLinks();

  @Override
  protected ByteLink connect(Script script) {
    ProcessCable cable = cable();
    ByteLink link = links.open(address(cable));
    time.start("far end", () -> new CableEnd(cable).play(script, plenty()));
    return link;
  }

  @Test
  void oneUserAtATimeHasItAndAnotherIsToldSo() {
    ProcessCable cable = cable();
    for (int i = 0; i < 3; i++) {
      ByteLink link = links.open(address(cable));
      Fault second = assertThrows(Fault.class, () -> links.open(address(cable)));
      assertEquals(LinkCodes.BUSY, second.code());
      link.close();
    }
  }

  @Test
  void whatNobodyReadWaitsForNobody() {
    ProcessCable cable = cable();
    assertEquals(4, cable.write(bytes("late"), plenty()));
    try (ByteLink link = links.open(address(cable))) {
      assertEquals(0, link.read(new byte[16], time.deadline(Duration.ofMillis(20))));
    }
  }

  @Test
  void anUnpluggedDeviceIsAbsent() {
    ProcessCable cable = cable();
    assertTrue(links.has(address(cable)));
    cable.close();
    assertFalse(links.has(address(cable)));
    Fault fault = assertThrows(Fault.class, () -> links.open(address(cable)));
    assertEquals(LinkCodes.ABSENT, fault.code());
  }

  @Test
  void aModemThatTakesNothingEndsTheWriteAtItsDeadline() {
    try (ByteLink link = links.open(address(cable()))) {
      Fault fault =
          assertThrows(
              Fault.class,
              () -> link.write(new byte[100_000], time.deadline(Duration.ofMillis(100))));
      assertEquals(LinkCodes.WRITE_TIMEOUT, fault.code());
    }
  }

  private ProcessCable cable() {
    ProcessCable cable = new ProcessCable(links, "ec25", time);
    links.add(cable);
    return cable;
  }

  private static LinkAddress address(ProcessCable cable) {
    return new LinkAddress("sim", cable.path());
  }
}
