package simwright.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.fault.Fault;

class HardwareProfilesTest {
  private static final String OWN =
      """
      name: mine
      maker: Me
      models: {names: [M1], evidence: assumed}
      identify: {manufacturer: Me, model: M1, evidence: assumed}
      commands: {model: {try: [AT+CGMM], evidence: assumed}}
      """;

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
        assertTrue(row.pid().matches("([0-9a-f]{4})?"), profile.name() + ": " + row.pid());
      }
      assertTrue(profile.evidence("commands.model").isPresent(), profile.name());
      assertTrue(profile.facts().size() > 10, profile.name());
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
  void usbIdsAreTheSameInAnyCase() {
    assertEquals(
        List.of("fibocom-fm350"),
        shipped.candidates("0E8D", "7126").stream().map(HardwareProfile::name).toList());
    HardwareProfile.UsbRow row = shipped.named("telit-le910cx").orElseThrow().usb().get(1);
    assertEquals(Optional.of(5), row.atInterface());
    assertEquals("nordic-nrf91", shipped.candidates("1366", "1051").getFirst().name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "maker: Me|maker: [|4|flow sequence",
        "model: M1|model: '('|4|Unclosed group",
        "model: M1|model: ''|4|matches everything",
        "try: [AT+CGMM]|try: []|5|try",
        "name: mine|name: Mine!|1|name",
        "|serial: {baud: fast, evidence: assumed}|6|baud",
        "|colour: red|6|colour",
        "|usb: [{vid: '2c7c', pid: 125, evidence: assumed}]|6|pid",
        "|usb: [{vid: '2c7c', interfaces: {two: nmea}, evidence: assumed}]|6|two",
        "|first_context: {cid: 1}|6|evidence",
        "|deadlines: {lunch: {seconds: 1, evidence: assumed}}|6|lunch",
        "|name: twice|6|Duplicate"
      })
  void aBrokenProfileIsRefusedWithItsLineAndReason(
      @Nullable String good, String bad, int line, String reason) {
    String text = good == null ? OWN + bad + "\n" : OWN.replace(good, bad);
    Fault refused = assertThrows(Fault.class, () -> HardwareProfiles.read(text, "own.yaml"));
    assertEquals(HardwareCodes.BROKEN_PROFILE, refused.code());
    assertEquals("own.yaml", refused.where());
    String why = refused.evidence().orElseThrow();
    assertTrue(why.startsWith("line " + line + ": "), why);
    assertTrue(why.contains(reason), why);
  }

  @Test
  void aPersonsOwnBrokenProfileIsRefusedAndTheRestGoOn() throws Exception {
    Files.writeString(folder.resolve("good.yaml"), OWN);
    Files.writeString(folder.resolve("nameless.yaml"), OWN.replaceFirst("name: mine\n", ""));
    Files.writeString(folder.resolve("generic.yaml"), OWN.replace("mine", "generic-27007"));
    Files.write(folder.resolve("latin.yaml"), new byte[] {'n', (byte) 0xe9, '\n'});
    Files.createDirectory(folder.resolve("folder.yaml"));
    Files.writeString(folder.resolve("empty.yaml"), "");
    Files.writeString(
        folder.resolve("all.yaml"), OWN.replace("manufacturer: Me", "manufacturer: ''"));
    HardwareProfiles all = HardwareProfiles.with(folder);
    assertEquals("mine", all.confirm("Me", "M1").name());
    assertEquals(6, all.refused().size(), all.refused().toString());
    all.refused()
        .forEach(fault -> {
          assertEquals(HardwareCodes.BROKEN_PROFILE, fault.code());
          assertTrue(fault.evidence().orElse("").startsWith("line "), fault.toString());
        });
    assertTrue(all.named("quectel-ec2x").isPresent());
  }

  @Test
  void aFolderThatCannotBeReadIsAFaultAndTheShippedOnesWork() throws Exception {
    Path file = Files.writeString(folder.resolve("no-folder"), "x");
    HardwareProfiles all = HardwareProfiles.with(file);
    assertEquals(HardwareCodes.UNREADABLE_FOLDER, all.refused().getFirst().code());
    assertEquals(shipped.all().size(), all.all().size());
    assertEquals(List.of(), HardwareProfiles.with(folder.resolve("none")).refused());
  }

  @Test
  void theSimulatorOffersFourDevices() {
    for (String device : List.of("ec25", "bg95", "sara-r5", "generic")) {
      assertTrue(shipped.simulated(device).isPresent(), device);
    }
  }
}
