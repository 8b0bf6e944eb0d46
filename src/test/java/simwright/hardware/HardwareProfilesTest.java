package simwright.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HardwareProfilesTest {
  @TempDir Path folder;

  private final HardwareProfiles shipped = HardwareProfiles.shipped();

  @Test
  void atLeastFourteenFamiliesShipAndTheirNamesDiffer() {
    Set<String> names = new HashSet<>();
    for (HardwareProfile profile : shipped.all()) {
      assertTrue(names.add(profile.name()), profile.name());
      assertFalse(profile.models().isEmpty(), profile.name());
      assertFalse(profile.slot("model").isEmpty(), profile.name());
      for (List<String> texts : profile.commands().values()) {
        texts.forEach(text -> assertTrue(text.startsWith("AT"), profile.name() + ": " + text));
      }
      for (HardwareProfile.UsbRow row : profile.usb()) {
        assertTrue(row.vid().matches("[0-9a-f]{4}"), profile.name() + ": " + row.vid());
        assertTrue(row.pid().matches("[0-9a-f]{4}"), profile.name() + ": " + row.pid());
      }
      for (HardwareProfile.Quirk quirk : profile.quirks()) {
        assertTrue(
            Set.of("recorded", "reported", "assumed").contains(quirk.evidence()), profile.name());
      }
    }
    assertTrue(names.size() >= 14, names.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "Quectel, EC25, quectel-ec2x",
    "Quectel, BG95-M3, quectel-bg95",
    "Quectel, RM520N-GL, quectel-rm5xx",
    "SIMCOM INCORPORATED, SIMCOM_SIM7600G-H, simcom-sim7600",
    "u-blox, SARA-R510S, ublox-sara-r5",
    "u-blox, LARA-R6401, ublox-lara-r6",
    "Telit, LE910C1-EU, telit-le910cx",
    "'Sierra Wireless, Incorporated', EM7565, sierra-em75xx",
    "Fibocom Wireless Inc., FM350-GL, fibocom-fm350",
    "Nordic Semiconductor ASA, nRF9160-SICA, nordic-nrf91",
    "Cinterion, PLS8-E, cinterion-pls8",
    "Huawei Technologies Co., ME909s-120, huawei-me909",
    "Somebody, Else, generic-27007"
  })
  void whatAModemAnswersNamesItsFamily(String maker, String model, String family) {
    assertEquals(family, shipped.confirm(maker, model).name());
  }

  @Test
  void sharedUsbIdsAreCandidatesOnly() {
    assertTrue(
        shipped.candidates("2c7c", "0125").stream().anyMatch(p -> p.name().equals("quectel-ec2x")));
    assertEquals(List.of(), shipped.candidates("ffff", "ffff"));
  }

  @Test
  void aPersonsOwnBrokenProfileIsRefusedWithItsReasonAndTheRestGoOn() throws Exception {
    Files.writeString(folder.resolve("bad.yaml"), "name: x\nmaker: [\nmodels: y\n");
    Files.writeString(folder.resolve("nameless.yaml"), "maker: x\n");
    Files.writeString(
        folder.resolve("good.yaml"),
        "name: mine\nmodels: [M1]\nidentify: {manufacturer: Me, model: M1}\n");
    String identify = "identify: {manufacturer: Me, model: M1}\n";
    Files.writeString(folder.resolve("all.yaml"), "name: takes-all\n");
    Files.writeString(
        folder.resolve("regex.yaml"), "name: r\nidentify: {manufacturer: '(', model: M}\n");
    Files.writeString(
        folder.resolve("usb.yaml"),
        "name: u\n" + identify + "usb: [{vid: '2c7c', pid: '0125', interfaces: {two: x}}]\n");
    Files.writeString(folder.resolve("generic.yaml"), "name: generic-27007\n" + identify);
    HardwareProfiles all = HardwareProfiles.with(folder);
    assertEquals("mine", all.confirm("Me", "M1").name());
    assertEquals(6, all.refused().size());
    all.refused()
        .forEach(fault -> {
          assertEquals(HardwareCodes.BROKEN_PROFILE, fault.code());
          assertFalse(fault.evidence().orElse("").isEmpty());
        });
    assertTrue(all.named("quectel-ec2x").isPresent());
  }

  @Test
  void theSimulatorOffersFourDevices() {
    for (String device : List.of("ec25", "bg95", "sara-r5", "generic")) {
      assertTrue(shipped.simulated(device).isPresent(), device);
    }
  }
}
