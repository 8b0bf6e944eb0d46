package simwright.catalog.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import simwright.catalog.CatalogCodes;
import simwright.catalog.CatalogProfile;
import simwright.catalog.LifecycleState;
import simwright.catalog.ProfileText;
import simwright.catalog.Profiles;
import simwright.fault.Fault;

class IncomingTest {
  private static final List<CatalogProfile> SOME =
      List.of(
          Profiles.profile(1),
          Profiles.profile(
              2,
              "place",
              "Paris, \"13e\"",
              "owner",
              "=HYPERLINK(1)",
              "apns",
              "orange.fr|default|ipv4|pap|orange; ims|ims|ipv6",
              "dataCap",
              "1.5 GiB",
              "eid",
              "89049032000000000000000000000084",
              "version",
              "007",
              "region",
              "NO",
              "staged",
              "true"));

  @ParameterizedTest
  @EnumSource
  void whatWentOutComesBackTheSame(Format format) {
    String text = Outgoing.text(SOME, format, true);
    Incoming read = read(text, format);
    assertEquals(List.of(), read.bad());
    assertEquals(2, read.rows());
    for (int i = 0; i < SOME.size(); i++) {
      assertEquals(
          ProfileText.plain(SOME.get(i), true), ProfileText.plain(read.good().get(i), true));
    }
  }

  @ParameterizedTest
  @EnumSource
  void identifiersAreShortenedUnlessAskedFor(Format format) {
    String text = Outgoing.text(SOME, format, false);
    assertFalse(text.contains(Profiles.iccid(1)));
    assertFalse(text.contains("208010000000001"));
    Incoming read = read(text, format);
    assertEquals(0, read.good().size());
    assertTrue(read.bad().getFirst().why().contains("--identified"), read.bad().toString());
  }

  @Test
  void badRowsAreToldByLineFieldAndReason() {
    String csv =
        "ICCID,Name,IMSI,Use,Expiry,Data cap\n"
            + Profiles.iccid(1)
            + ",PROD-FR-2026,208010000000001,production,2026-12-31,5 GB\n"
            + "8.9331E+18,PROD-FR-2026,208010000000002,production,2026-12-31,\n"
            + Profiles.iccid(3)
            + ",PROD-FR-2026,208010000000003,gift,31.12.2026,much\n"
            + Profiles.iccid(1)
            + ",PROD-FR-2026,208010000000001,production,2026-12-31,\n"
            + Profiles.iccid(5)
            + ",PROD-FR-2026\n"
            + ",PROD-FR-2026,208010000000006,test,2026-12-31,\n";
    Incoming read = read(csv, Format.CSV);
    assertEquals(6, read.rows());
    assertEquals(1, read.good().size());
    assertEquals(5, read.badRows());
    List<String> words = read.bad().stream().map(Trouble::words).sorted().toList();
    assertTrue(
        words.get(0).startsWith("line 3 (PROD-FR-2026): iccid: a spreadsheet"), words.get(0));
    assertTrue(words.stream().anyMatch(each -> each.startsWith("line 4 (PROD-FR-2026): dataCap")));
    assertTrue(words.stream().anyMatch(each -> each.startsWith("line 4 (PROD-FR-2026): expiry")));
    assertTrue(words.stream().anyMatch(each -> each.startsWith("line 4 (PROD-FR-2026): use")));
    assertTrue(words.contains("line 5 (PROD-FR-2026): iccid: line 2 has the same"));
    assertTrue(words.contains("line 6 (PROD-FR-2026): it has 2 cells, the heading 6"));
    assertTrue(words.contains("line 7 (PROD-FR-2026): iccid: it is missing"));
  }

  @Test
  void theLineOfAnEntryOfYamlIsTold() {
    Incoming read =
        read(
            "profiles:\n  - iccid: \""
                + Profiles.iccid(1)
                + "\"\n    name: TEST-FR-2026\n  - name: X\n    colour: red\n",
            Format.YAML);
    assertEquals(1, read.good().size());
    assertEquals("line 4 (X): no field is called 'colour'", read.bad().getFirst().words());
  }

  @Test
  void whatAFileDoesNotSayStaysAsItIsHere() {
    CatalogProfile here = Profiles.profile(1, "owner", "Ada", "state", "installed");
    String csv = "iccid,owner,place\n" + Profiles.iccid(1) + ",,Lyon\n";
    Incoming read = Incoming.read(bytes(csv), "a.csv", List.of(here));
    assertEquals(List.of(), read.bad());
    CatalogProfile after = read.good().getFirst();
    assertEquals("Ada", after.owner());
    assertEquals("Lyon", after.place());
    assertEquals(LifecycleState.INSTALLED, after.state());
  }

  @Test
  void aStateThatTheLifeOfAProfileDoesNotLeadToIsRefused() {
    CatalogProfile here = Profiles.profile(1, "state", "deleted");
    String csv = "iccid,state\n" + Profiles.iccid(1) + ",enabled\n";
    Incoming read = Incoming.read(bytes(csv), "a.csv", List.of(here));
    assertEquals("it is deleted here and cannot become enabled", read.bad().getFirst().why());
  }

  @Test
  void aWrongCheckDigitIsOddButTaken() {
    String wrong =
        Profiles.iccid(1).substring(0, 18)
            + (char) ('0' + (Profiles.iccid(1).charAt(18) - '0' + 1) % 10);
    Incoming read = read("iccid,name\n" + wrong + ",TEST-FR-2026\n", Format.CSV);
    assertEquals(1, read.good().size());
    assertEquals("its check digit is wrong", read.odd().getFirst().why());
  }

  @Test
  void aFileThatIsNoneOfProfilesIsRefusedAsAWhole() {
    for (String[] each :
        new String[][] {
          {"", "a.csv"},
          {"iccid,colour\n1,red\n", "a.csv"},
          {"name\nX\n", "a.csv"},
          {"{", "a.json"},
          {"{\"other\": 1}", "a.json"},
          {"x", "a.txt"}
        }) {
      Fault broken =
          assertThrows(Fault.class, () -> Incoming.read(bytes(each[0]), each[1], List.of()));
      assertEquals(CatalogCodes.BROKEN_FILE, broken.code());
    }
  }

  @Test
  void aThousandRowsWithThreeBadOnes() {
    List<CatalogProfile> all =
        new ArrayList<>(IntStream.range(0, 1000).mapToObj(Profiles::profile).toList());
    String csv =
        Outgoing.text(all, Format.CSV, true)
            .replace(Profiles.iccid(10), "89331")
            .replace(Profiles.iccid(500), Profiles.iccid(499))
            .replaceFirst("production", "gift");
    Incoming read = read(csv, Format.CSV);
    assertEquals(1000, read.rows());
    assertEquals(List.of(2, 12, 502), read.bad().stream().map(Trouble::line).toList());
    assertEquals(997, read.good().size());
  }

  private static Incoming read(String text, Format format) {
    return Incoming.read(bytes(text), "file." + format.ending(), List.of());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
