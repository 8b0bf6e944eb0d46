package simwright.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.fault.Fault;
import simwright.time.HandTime;

/// Ports that come and go, by a clock turned by hand: shown within a second, whenever it happens.
class HotPlugTest {
  @TempDir Path folder;
  private final HandTime time = new HandTime();
  private final List<PortInfo> there = new ArrayList<>();

  @Test
  void comingAndGoingIsShownWithinASecondAtWhateverMomentItHappens() {
    try (Links links = new Links(List.of(new Listing()), folder, address -> false, time)) {
      links.start();
      long worst = 0;
      for (int moment = 0; moment < 300; moment += 7) {
        time.advance(Duration.ofMillis(moment));
        there.add(PortInfo.unlisted(LinkAddress.parse("/dev/ttyUSB0"), false));
        worst = Math.max(worst, shown(links, 1));
        time.advance(Duration.ofMillis(moment));
        there.clear();
        worst = Math.max(worst, shown(links, 0));
      }
      assertTrue(worst <= 300, worst + " ms");
    }
  }

  /// How many milliseconds pass until so many ports are shown.
  private long shown(Links links, int wanted) {
    for (int millis = 0; millis <= 1000; millis++) {
      if (links.ports().get().size() == wanted) {
        return millis;
      }
      time.advance(Duration.ofMillis(1));
    }
    assertEquals(wanted, links.ports().get().size());
    return 1000;
  }

  private final class Listing implements LinkProvider {
    @Override
    public String scheme() {
      return "serial";
    }

    @Override
    public List<PortInfo> list() {
      return List.copyOf(there);
    }

    @Override
    public ByteLink open(LinkAddress address, LinkSettings settings) {
      throw new Fault(LinkCodes.UNSUPPORTED, "opening a link", address.toString());
    }
  }
}
