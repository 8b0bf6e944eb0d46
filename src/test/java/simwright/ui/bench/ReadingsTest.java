package simwright.ui.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.device.Snapshot;
import simwright.time.HandTime;
import simwright.ui.DemoParts;

class ReadingsTest {
  private final DemoParts demo = new DemoParts(new HandTime());

  private static List<String> lines(List<FactGroup> groups) {
    List<String> all = new ArrayList<>();
    for (FactGroup group : groups) {
      all.add("[" + group.title() + "]");
      group
          .facts()
          .forEach(fact -> all.add((fact.known() ? "" : "? ") + fact.name() + ": " + fact.value()));
    }
    return all;
  }

  @Test
  void allThatWasReadIsShownInGroupsWithUnitsAndWhatIsMissingSaysSo() {
    Snapshot snapshot = demo.connected("ec25", "EC25", true).snapshot();
    assertEquals(
        List.of(
            "[Radio]",
            "Technology: LTE",
            "RSRP: -93 dBm",
            "? RSSI: not told by this modem",
            "RSRQ: -11 dB",
            "SINR: 14 dB",
            "Band: B3",
            "? Cell: not told by this modem",
            "[Network]",
            "Functionality: 1, full",
            "Calls (CS): refused, cause emm/15",
            "LTE (EPS): home, LTE, area 54F6, cell 0B58E402",
            "Packet attached: yes",
            "Bands in use: LTE: 1, 3, 7, 8, 20, 28, 38, 40, 41",
            "[Data]",
            "Context 1: IPV4V6, internet, active, 10.64.3.17",
            "Context 2: IP, ims, not active",
            "Bytes sent: 1.2 MB",
            "Bytes received: 987 B",
            "[Card]",
            "SIM: ready",
            "Slot: 1",
            "[Device]",
            "? Battery: not told by this modem",
            "Clock: 26/11/21,11:40:05+04"),
        lines(Readings.of(snapshot)));
  }

  @Test
  void theEidIsMaskedAsTheOtherIdentifiers() {
    CardData card =
        CardData.of(
            demo.connected("ec25", "EC25", true),
            List.of(),
            CardData.Beside.NOTHING,
            demo.time.now());
    assertTrue(
        card.identities().stream()
            .anyMatch(one -> one.name().equals("EID") && one.value().redacted().equals("8904…35")),
        card.identities()::toString);
    assertFalse(card.readings().toString().contains("8904"));
  }

  @Test
  void aDeviceThatWasNotReadShowsNoReadings() {
    CardData card =
        CardData.of(
            demo.seen("ec25", simwright.link.PortRole.AT_PRIMARY),
            List.of(),
            CardData.Beside.NOTHING,
            demo.time.now());
    assertEquals(List.of(), card.readings());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1 kB",
    "1550, 1.6 kB",
    "5000000, 5 MB",
    "2500000000, 2.5 GB"
  })
  void bytesAreToldInTheUnitThatFits(long bytes, String words) {
    assertEquals(words, Readings.bytes(bytes));
  }
}
