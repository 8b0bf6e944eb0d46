package simwright.catalog.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.catalog.CatalogCodes;
import simwright.fault.Fault;
import simwright.identity.Plmn;

class ProvidersTest {
  private static final String XML =
      """
      <?xml version="1.0"?>
      <!DOCTYPE serviceproviders SYSTEM "serviceproviders.2.dtd">
      <serviceproviders format="2.0">
      <country code="fr"><name>France</name>
        <provider><name>Example</name><name xml:lang="fr">Exemple</name>
          <gsm><network-id mcc="001" mnc="01"/>
            <apn value="one"><plan type="prepaid"/><usage type="internet"/><name>First</name>
              <username>u</username><password>p</password><authentication method="chap"/></apn>
          </gsm></provider>
        <provider><name>Other</name><cdma><sid value="1"/></cdma></provider>
      </country></serviceproviders>
      """;

  @TempDir Path folder;

  /// The table is made from the file of the package: `ProviderTable.write` of what `ProviderXml`
  /// reads, with the day of the file.
  @Test
  void theTableThatShipsSaysWhatTheInstalledFileSays() {
    assumeTrue(
        Files.isRegularFile(Providers.INSTALLED), "mobile-broadband-provider-info is installed");
    Providers installed = Providers.installed(Providers.INSTALLED);
    Providers shipped = Providers.shipped();
    assumeTrue(
        !installed.modified().isAfter(shipped.modified()), "the installed file is a newer one");
    assertEquals(installed.all(), shipped.all());
    assertEquals(installed.modified(), shipped.modified());
  }

  @Test
  void theTableHoldsTheProvidersOfTheWorld() {
    assertEquals(654, Providers.shipped().all().size());
    Operators operators = new Operators(List.of(), Providers.shipped());
    assertTrue(operators.names(Plmn.parse("20801")).contains("Orange"));
    assertTrue(operators.apns(Plmn.parse("20801")).contains("orange.fr"));
  }

  @Test
  void aTableIsReadAsItWasWritten() {
    List<Provider> read = xml(XML);
    String text = ProviderTable.write(LocalDate.of(2026, 1, 2), read);
    assertEquals(
        new ProviderTable(LocalDate.of(2026, 1, 2), read), ProviderTable.read(text, "table"));
    Fault broken = assertThrows(Fault.class, () -> ProviderTable.read(text + "A\tcut\n", "table"));
    assertEquals(CatalogCodes.BROKEN_RULES, broken.code());
  }

  @Test
  void onlyNetworksWithAPlmnAreTakenAndTheFirstNameCounts() {
    Provider only = xml(XML).getFirst();
    assertEquals(1, xml(XML).size());
    assertEquals("Example", only.name());
    assertEquals("FR", only.country());
    assertEquals(
        List.of(new Provider.Access("one", "internet", "prepaid", "First", "u", "p", "chap")),
        only.access());
  }

  @Test
  void nothingOutsideTheFileIsRead() {
    String evil =
        XML.replace(
                "SYSTEM \"serviceproviders.2.dtd\"",
                "[<!ENTITY x SYSTEM \"file:///etc/hostname\">]")
            .replace("<name>Example</name>", "<name>&x;</name>");
    assertEquals(CatalogCodes.BROKEN_RULES, assertThrows(Fault.class, () -> xml(evil)).code());
  }

  @Test
  void aNewerInstalledFileIsPreferredAndAnOlderOneIsNot() throws IOException {
    Path file = Files.writeString(folder.resolve("serviceproviders.xml"), XML);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
    assertEquals(1, Providers.newest(file).all().size());
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
    assertEquals(654, Providers.newest(file).all().size());
    assertEquals(654, Providers.newest(folder.resolve("none")).all().size());
  }

  @Test
  void ownEntriesComeFirst() {
    List<Operator> own =
        Operators.read(
            """
            operators:
              - name: Ours
                country: FR
                networks: ["20801"]
                iccids: ["893301"]
                imsis: ["20801"]
                apns: ["ours.example|default|ipv4"]
                from: 2026-01-01
                priceTier: B
                minimumCommitment: 500 profiles a year
                serviceLevels: [attach within 30 s in 99 % of tries]
            """,
            "operators.yaml");
    Operators operators = new Operators(own, Providers.shipped());
    assertEquals("Ours", operators.names(Plmn.parse("20801")).getFirst());
    assertEquals("ours.example", operators.apns(Plmn.parse("20801")).getFirst());
    assertEquals("B", operators.named("OURS").orElseThrow().contract().priceTier());
  }

  @Test
  void aBrokenFileOfOperatorsNamesTheLine() {
    Fault broken =
        assertThrows(
            Fault.class,
            () ->
                Operators.read(
                    "operators:\n  - name: Ours\n    iccids: [\"x\"]\n", "operators.yaml"));
    assertTrue(broken.evidence().orElseThrow().startsWith("line 3"), broken.evidence().get());
  }

  private static List<Provider> xml(String text) {
    return ProviderXml.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "the file");
  }
}
