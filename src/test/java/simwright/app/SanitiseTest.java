package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.lab.Disturbance;

/// A device that somebody used is cleaned of all traces, each proven by reading it again; what it
/// cannot do or tell is not said to be clean.
@Timeout(300)
class SanitiseTest {
  private static final String CODE = "LPA:1$smdp.simwright.test$BENCH-7039-1021";

  @TempDir Path folder;

  @AutoClose private final BenchShell shell;

  SanitiseTest(@TempDir Path bench) {
    shell = new BenchShell(bench);
  }

  private int catalog(String act, String... more) throws IOException {
    List<String> all = new ArrayList<>(List.of("catalog", act, "L"));
    all.addAll(List.of(more));
    int exit = shell.run(all.toArray(String[]::new));
    String schema = shell.json().has("error") ? "error" : "catalog-" + act;
    assertEquals(Set.of(), Schemas.wrong(schema, shell.out()), shell.out());
    return exit;
  }

  private String imei() throws IOException {
    assertEquals(0, shell.run("probe", "L"), shell::err);
    for (JsonNode each : shell.json().findValues("imei")) {
      String digits = each.isTextual() ? each.asText() : each.path("value").asText();
      if (!digits.isEmpty()) {
        return digits;
      }
    }
    throw new AssertionError(shell.out());
  }

  private TreeMap<String, String> items() throws IOException {
    TreeMap<String, String> items = new TreeMap<>();
    for (JsonNode each : shell.json().path("items")) {
      items.put(
          each.path("item").asText(),
          (each.path("proven").asBoolean() ? "proven: " : "open: ") + each.path("how").asText());
    }
    assertEquals(
        items.values().stream().allMatch(each -> each.startsWith("proven")),
        shell.json().path("clean").asBoolean());
    return items;
  }

  private String at(String line) throws IOException {
    int unused = shell.bare("at", "L", line, "--json");
    return shell.out();
  }

  @Test
  void aUsedModemIsProvenCleanAndProvisionedAnew() throws IOException {
    var unused = shell.serve("sara-r5");
    shell.bench().disturb("m", new Disturbance.Used());
    assertTrue(at("AT+CPBR=1,250").contains("Anna"), shell::out);
    assertTrue(at("AT+ULSTFILE=0").contains("cacert.pem"), shell::out);
    assertTrue(at("AT+CGDCONT?").contains("corp.example"), shell::out);
    assertTrue(at("AT+CPMS?").contains("\\\"SM\\\",1,"), shell::out);
    assertEquals(3, catalog("sanitise"), "nobody typed the digits");
    assertEquals("lpa/unconfirmed", shell.json().path("error").asText());
    assertEquals(3, catalog("sanitise", "--confirm", "x"), shell::out);
    assertTrue(at("AT+CPBR=1,250").contains("Anna"), "nothing was done");
    assertEquals(3, catalog("reprovision", "--code", CODE, "--yes"), shell::out);
    assertEquals("catalog/not-clean", shell.json().path("error").asText());

    Path pdf = folder.resolve("clean.pdf");
    Path html = folder.resolve("clean.html");
    assertEquals(
        0,
        catalog(
            "sanitise", "--yes", "--certificate", pdf.toString(), "--certificate", html.toString()),
        shell::out);
    TreeMap<String, String> items = items();
    assertEquals(9, items.size(), items.toString());
    String number = shell.json().path("certificate").asText();
    String anchor =
        shell.json().path("anchor").path("size").asText()
            + ":"
            + shell.json().path("anchor").path("head").asText();
    assertTrue(shell.json().path("simulated").asBoolean());
    String page = Files.readString(html);
    assertTrue(page.contains(number) && page.contains("Proven clean"), page);
    assertTrue(page.contains("SIMULATED DEVICE"), page);
    assertEquals("%PDF", new String(Files.readAllBytes(pdf), 0, 4, StandardCharsets.ISO_8859_1));
    assertEquals(0, shell.run("profiles", "list", "L"), shell::err);
    assertEquals(0, shell.json().path("profiles").size());
    assertFalse(at("AT+CGDCONT?").contains("corp.example"), shell::out);
    assertFalse(at("AT+ULSTFILE=0").contains("pem"), shell::out);
    assertFalse(at("AT+USECMNG=3").contains("ca"), shell::out);

    assertEquals(0, catalog("reprovision", "--code", CODE, "--yes"), shell::out);
    assertEquals(number, shell.json().path("certificate").asText());
    assertEquals("enabled", shell.json().path("state").asText());
    assertEquals(0, shell.run("audit", "search", "catalog.reprovisioned"), shell::err);
    assertTrue(shell.out().contains(number), shell::out);
    assertEquals(3, catalog("reprovision", "--code", CODE, "--yes"), "it is in use again");
    assertEquals(0, shell.run("audit", "verify", "--anchor", anchor), shell::out);
  }

  @Test
  void whatAModemCannotTellIsNotSaidToBeClean() throws IOException {
    var unused = shell.serve("generic");
    shell.bench().disturb("m", new Disturbance.Used());
    assertEquals(1, catalog("sanitise", "--yes"), shell::out);
    TreeMap<String, String> items = items();
    assertTrue(items.get("files").startsWith("open: the hardware profile"), items.toString());
    assertTrue(items.get("certificates").startsWith("open: "), items.toString());
    assertTrue(items.get("messages").startsWith("proven: "), items.toString());
    assertTrue(items.get("profiles").startsWith("proven: "), items.toString());
    assertEquals(3, catalog("reprovision", "--code", CODE, "--yes"), shell::out);
    assertTrue(shell.json().path("evidence").asText().contains("files in the modem"), shell::out);
    assertEquals(
        0, catalog("reprovision", "--code", CODE, "--yes", "--although-unproven"), shell::out);
    assertFalse(shell.json().path("clean").asBoolean());
  }

  @Test
  void aModemWithoutACardProvesLittle() throws IOException {
    var unused = shell.serve("ec25");
    String imei = imei();
    shell.bench().disturb("m", new Disturbance.Used());
    shell.bench().disturb("m", new Disturbance.Sim(false));
    assertEquals(1, catalog("sanitise", "--confirm", imei.substring(11)), shell::out);
    TreeMap<String, String> items = items();
    for (String each : List.of("messages", "phone-book", "forbidden-networks", "profiles")) {
      assertTrue(items.get(each).startsWith("open: "), items.toString());
    }
    assertTrue(items.get("files").startsWith("proven: "), items.toString());
  }
}
