package simwright.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.ask.Cancel;
import simwright.euicc.GetEid;
import simwright.fault.Fault;
import simwright.hardware.HardwareProfiles;
import simwright.link.LinkAddress;
import simwright.link.Links;
import simwright.time.SystemTime;

/// A modem whose own assistant holds the ISD-R tells an EID and opens no channel to anybody.
class KeptCardTest {
  private static final String EID = "89044050001234567890123456789012";
  private static final LinkAddress WHERE = LinkAddress.parse("serial:/dev/m");

  @TempDir Path folder;
  private final SystemTime time = new SystemTime();

  @AfterEach
  void stop() {
    time.close();
  }

  private Fault refused(Map<String, String> answers) {
    MadeUpModem modem = new MadeUpModem("350000090000019");
    modem.more.put("AT+CGMI", "Quectel");
    modem.more.put("AT+CGMM", "EC25");
    modem.more.put("AT+QCCID", "+QCCID: 8988211000000000011");
    modem.more.putAll(answers);
    MadeUpPorts ports = new MadeUpPorts(time);
    ports.plug("m", "1-1", "", modem);
    Links links = new Links(List.of(ports), folder, address -> true, time);
    try (DeviceSet devices =
        new DeviceSet(links, HardwareProfiles.shipped(), new QuietJournal(), time)) {
      Device device = devices.at(WHERE);
      device.connect();
      Fault fault =
          assertThrows(
              Fault.class, () -> device.card(new Cancel(), card -> card.ask(new GetEid())));
      long asked = modem.heard.stream().filter(line -> line.startsWith("AT+CCHO=")).count();
      assertEquals(SecurityDomains.KNOWN.size() + 1L, asked, "each place once, then the ECASD");
      return fault;
    }
  }

  @Test
  void itIsNamedWhereTheModemTellsTheEidByItself() {
    Fault fault = refused(Map.of("AT+QESIM=\"eid\"", "+QESIM: \"eid\",\"" + EID + "\""));
    String state = fault.state().orElseThrow();
    assertTrue(state.startsWith(CardKind.KEPT.words()), state);
    assertTrue(state.contains("isd-r failed"), state);
    assertFalse(state.contains(EID), "no identifier stands in a message");
  }

  @Test
  void whereItTellsNoneItIsAPlainUsim() {
    String state = refused(Map.of()).state().orElseThrow();
    assertTrue(state.startsWith(CardKind.PLAIN.words()), state);
  }
}
