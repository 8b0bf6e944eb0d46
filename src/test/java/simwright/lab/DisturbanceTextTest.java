package simwright.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.fault.Fault;

/// What a person writes and what goes over the control socket are the same words.
class DisturbanceTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "unplug",
        "plug",
        "radio -120",
        "operators 00101,00102",
        "sim out",
        "toolkit on",
        "toolkit off",
        "heat 71",
        "heat -20",
        "server wrong-role",
        "server fail:8.2.6/3.8",
        "server es2+ page@downloadOrder*2",
        "server sm-ds slow:5",
        "server tell:127.0.0.1:4711",
        "server ",
        "faults flip:0.1",
        "apn device internet.second",
        "apn card ims",
        "apn network internet.second",
        "apn network",
        "traffic 5000000",
        "traffic com.google.android.youtube 5000000",
        "message +99900100002 Hello there"
      })
  void itIsWrittenAsItWasRead(String text) {
    assertEquals(text, DisturbanceText.write(DisturbanceText.read(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "toolkit",
        "toolkit maybe",
        "apn",
        "apn device",
        "apn network \"x",
        "server 8.2.6",
        "server a b",
        "radio"
      })
  void whatIsNoneIsRefused(String text) {
    Fault refused = assertThrows(Fault.class, () -> DisturbanceText.read(text));
    assertEquals(LabCodes.CONTROL, refused.code());
    assertTrue(refused.evidence().orElseThrow().contains("toolkit on"));
  }

  @Test
  void withoutANameServersBehaveAgain() {
    assertEquals(new Disturbance.Server(""), DisturbanceText.read("server"));
  }

  @Test
  void attenuationRefusalAndChargeAreReadAsTheyAreWritten() {
    List<Disturbance> all =
        List.of(
            new Disturbance.Attenuation(20),
            new Disturbance.Refusal(22, 900),
            new Disturbance.Battery(8));
    all.forEach(each -> assertEquals(each, DisturbanceText.read(DisturbanceText.write(each))));
    assertEquals(new Disturbance.Refusal(22, 60), DisturbanceText.read("refuse 22"));
    assertEquals(new Disturbance.Battery(100), DisturbanceText.read("battery 250"));
    for (String wrong : List.of("attenuate", "attenuate -3", "refuse", "battery x")) {
      assertThrows(Fault.class, () -> DisturbanceText.read(wrong), wrong);
    }
  }
}
