package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import simwright.cli.SchemaCommand;
import simwright.lab.SimulatedBench;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.sim.pty.PseudoTerminal;

/// What every command prints with `--json` is as its published schema says. A command without a
/// schema, or without a line in [#uses()], fails.
class CommandJsonTest {
  @TempDir static Path folder;
  private static final Shell SHELL = new Shell();
  private static final SimulatedBench BENCH = SHELL.bench();

  /// One use of a command: its arguments, where `B` is the bench and `D` the data folder, and the
  /// exit code. A command line and how it ends.
  record Use(int exit, List<String> arguments) {
    static Use of(int exit, String line) {
      return new Use(exit, List.of(line.split(" ")));
    }
  }

  private static Map<String, List<Use>> uses() {
    Map<String, List<Use>> uses = new TreeMap<>(DrillUses.all());
    uses.put("devices", List.of(Use.of(0, "devices --bench B --data D")));
    uses.put(
        "probe",
        List.of(
            Use.of(0, "probe B/ec25 --data D"),
            Use.of(0, "probe B/lost --wait 0 --data D"),
            Use.of(3, "probe /dev/ttyNoSuchPort --data D")));
    uses.put("at", List.of(Use.of(1, "at B/ec25 AT+CGMM AT+NOSUCH --data D")));
    uses.put("accept-plans", List.of(Use.of(0, "accept plans --data D")));
    uses.put(
        "accept-run",
        List.of(
            Use.of(0, "accept run first-boot --device B/ec25 --data D"),
            Use.of(0, "accept run first-boot --bench B --device ec25 --device B/ec25 --data D"),
            Use.of(0, "accept run radio-cycle --dry-run --data D"),
            Use.of(2, "accept run none --device B/ec25 --data D")));
    uses.put("accept-resolve", List.of(Use.of(0, "accept resolve B/ec25 --data D")));
    uses.put("accept-rejudge", List.of(Use.of(2, "accept rejudge none --limits D/no --data D")));
    uses.put("accept-history", List.of(Use.of(0, "accept history --data D")));
    uses.put(
        "accept-compare",
        List.of(
            Use.of(0, "accept compare --by device --plan radio-cycle --data D"),
            Use.of(2, "accept compare none other --data D")));
    uses.put(
        "accept-trend",
        List.of(
            Use.of(0, "accept trend --data D"),
            Use.of(0, "accept trend signal/rsrp --by firmware --data D"),
            Use.of(1, "accept trend no/such --data D")));
    uses.put(
        "bundle",
        List.of(
            Use.of(0, "bundle B/spare --list --data D"),
            Use.of(0, "bundle /dev/ttyNoSuchPort --yes --out D/none.zip --data D"),
            Use.of(0, "bundle B/ec25 --yes --out D/ec25.zip --data D")));
    uses.put(
        "bundle-open",
        List.of(
            Use.of(0, "bundle open D/made.zip"),
            Use.of(0, "bundle open D/made.zip --show snapshot.json --key D/keys/signing.pem"),
            Use.of(3, "bundle open D/devices.json"),
            Use.of(3, "bundle open D/no-such.zip")));
    uses.put("alarms-list", List.of(Use.of(0, "alarms list --data D")));
    uses.put(
        "alarms-to-add",
        List.of(
            Use.of(0, "alarms to add noc http://127.0.0.1:1/hook --data D"),
            Use.of(2, "alarms to add noc carrier-pigeon:coop --data D")));
    uses.put("alarms-to-list", List.of(Use.of(0, "alarms to list --data D")));
    uses.put("alarms-to-test", List.of(Use.of(2, "alarms to test none --data D")));
    uses.put("alarms-send", List.of(Use.of(0, "alarms send --data D/other")));
    uses.put("alarms-to-remove", List.of(Use.of(2, "alarms to remove none --data D")));
    uses.put("data-figures", List.of(Use.of(0, "data figures B/ec25 --data D")));
    uses.put("data-hold", List.of(Use.of(3, "data hold B/ec25 --yes --data D")));
    uses.put("data-report", List.of(Use.of(0, "data report --data D")));
    uses.put(
        "data-sample",
        List.of(
            Use.of(0, "data sample B/ec25 --data D"),
            Use.of(3, "data sample /dev/ttyNoSuchPort --data D")));
    uses.put(
        "data-ask",
        List.of(
            Use.of(0, "data ask B/spare --ussd *103# --data D"),
            Use.of(1, "data ask B/spare --data D"),
            Use.of(3, "data ask B/spare --ussd *999# --data D")));
    uses.put("data-budget-show", List.of(Use.of(0, "data budget show --data D")));
    uses.put("data-budget-lint", List.of(Use.of(2, "data budget lint D/no-such.yaml --data D")));
    uses.put("data-import", List.of(Use.of(3, "data import D/no-such.csv --data D")));
    uses.put(
        "data-notice",
        List.of(
            new Use(0, List.of("data", "notice", "A", "--sms", "used 1 GB of 5 GB", "--data", "D")),
            new Use(2, List.of("data", "notice", "A", "--sms", "Welcome", "--data", "D"))));
    uses.put(
        "failover-run",
        List.of(
            Use.of(0, "failover run B/ec25 --policy bench --once --bench B --data D"),
            Use.of(2, "failover run B/ec25 --policy no-such --bench B --data D")));
    uses.put("failover-holes", List.of(Use.of(0, "failover holes --data D/none")));
    uses.put("failover-status", List.of(Use.of(0, "failover status --data D")));
    uses.put("failover-explain", List.of(Use.of(2, "failover explain no-such --data D/none")));
    uses.put("failover-policy-list", List.of(Use.of(0, "failover policy list --data D")));
    uses.put("failover-policy-show", List.of(Use.of(0, "failover policy show default --data D")));
    uses.put(
        "failover-policy-lint",
        List.of(
            Use.of(0, "failover policy lint bench --data D"),
            Use.of(2, "failover policy lint no-such --data D")));
    uses.put(
        "failover-simulate",
        List.of(
            Use.of(0, "failover simulate --trace local-outage --data D"),
            Use.of(2, "failover simulate --trace D/no-such.yaml --data D")));
    uses.put("registry-list", List.of(Use.of(0, "registry list --data D")));
    uses.put(
        "registry-show",
        List.of(
            Use.of(0, "registry show EC25 --data D"), Use.of(1, "registry show no-such --data D")));
    uses.put("registry-export", List.of(Use.of(0, "registry export D/devices.json --data D")));
    uses.put(
        "registry-import",
        List.of(
            Use.of(0, "registry import D/devices.json --data D/other"),
            Use.of(2, "registry import D/devices.json --data D"),
            Use.of(3, "registry import D/no-such.json --data D")));
    uses.put(
        "registry-claim", List.of(Use.of(0, "registry claim EC25 --path vendor-rom --data D")));
    uses.put("accept-flaky", List.of(Use.of(0, "accept flaky --data D")));
    uses.put("accept-show", List.of(Use.of(2, "accept show none --data D")));
    uses.put(
        "accept-coverage",
        List.of(
            Use.of(0, "accept coverage --data D"), Use.of(0, "accept coverage --holes --data D")));
    uses.put("accept-parity", List.of(Use.of(2, "accept parity none other --data D")));
    uses.put("accept-kinds", List.of(Use.of(0, "accept kinds")));
    uses.put("accept-lint", List.of(Use.of(1, "accept lint D/no-plan.yaml")));
    uses.put("euicc-info", List.of(Use.of(0, "euicc info B/ec25 --bench B --data D")));
    uses.put(
        "euicc-default-server",
        List.of(Use.of(0, "euicc default-server B/ec25 smdp.example.com --bench B --data D")));
    uses.put(
        "profiles-reset", List.of(Use.of(0, "profiles reset B/spare --yes --bench B --data D")));
    uses.put("discover", List.of(Use.of(0, "discover B/ec25 --bench B --data D")));
    uses.put(
        "notifications-list", List.of(Use.of(0, "notifications list B/ec25 --bench B --data D")));
    uses.put(
        "notifications-send", List.of(Use.of(0, "notifications send B/ec25 --bench B --data D")));
    uses.put(
        "notifications-remove",
        List.of(Use.of(3, "notifications remove B/ec25 999 --yes --bench B --data D")));
    uses.put("profiles-list", List.of(Use.of(0, "profiles list B/ec25 --bench B --data D")));
    uses.put(
        "profiles-download",
        List.of(Use.of(0, download("BENCH-7039-1021")), Use.of(3, download("NOBODY-KNOWS"))));
    uses.put(
        "profiles-rename",
        List.of(Use.of(0, "profiles rename B/ec25 8988211000009000038 Spare --bench B --data D")));
    uses.put(
        "profiles-enable",
        List.of(Use.of(0, "profiles enable B/ec25 8988211000009000038 --bench B --data D")));
    uses.put(
        "profiles-disable",
        List.of(Use.of(0, "profiles disable B/ec25 8988211000000000011 --bench B --data D")));
    uses.put(
        "profiles-delete",
        List.of(Use.of(0, "profiles delete B/ec25 8988211000009000012 --yes --bench B --data D")));
    uses.put("audit-verify", List.of(Use.of(0, "audit verify --data D")));
    uses.put(
        "audit-search",
        List.of(
            Use.of(0, "audit search device --most 3 --data D"),
            Use.of(1, "audit search nothing-of-the-kind --data D")));
    uses.put("audit-show", List.of(Use.of(0, "audit show 1 --data D")));
    uses.put("audit-export", List.of(Use.of(0, "audit export D/log.csv --data D")));
    uses.put("audit-archive", List.of(Use.of(0, "audit archive D/archive --data D")));
    uses.put(
        "audit-forget",
        List.of(Use.of(0, "audit forget imsi 001010000000001 --confirm 0001 --data D")));
    uses.put("audit-retention", List.of(Use.of(0, "audit retention imsi=90 --data D")));
    uses.put("identities", List.of(Use.of(0, "identities --data D")));
    uses.put("people-add", List.of(Use.of(0, "people add anna --role admin --data D/other")));
    uses.put("people-list", List.of(Use.of(0, "people list --data D")));
    uses.put("people-remove", List.of(Use.of(0, "people remove anna --as anna --data D/other")));
    uses.put("explain", List.of(Use.of(0, "explain cme/10"), Use.of(1, "explain qqqq")));
    uses.put("sim-devices", List.of(Use.of(0, "sim devices")));
    uses.put("sim-faults", List.of(Use.of(0, "sim faults")));
    uses.put("sim-serve", List.of(Use.of(0, "sim serve --dir D/served --device generic")));
    uses.put("sim-unplug", List.of(Use.of(0, "sim unplug B spare")));
    uses.put("sim-plug", List.of(Use.of(0, "sim plug B spare"), Use.of(3, "sim plug B none")));
    uses.put("sim-disturb", List.of(Use.of(0, "sim disturb B spare radio -120")));
    uses.put(
        "server-check",
        List.of(
            Use.of(0, "server check smdp.simwright.test --bench B --data D"),
            Use.of(0, "server check smds.simwright.test --bench B --data D"),
            Use.of(1, "server check es2.simwright.test --bench B --data D"),
            Use.of(1, "server check smdp.invalid --connect-to 127.0.0.1:1 --data D")));
    String sha256 = "AB".repeat(32);
    uses.put(
        "server-except",
        List.of(
            Use.of(0, except(sha256, 7, "smdp.example.com")),
            Use.of(2, except(sha256, 99, "smdp.example.com")),
            Use.of(2, except("AB", 7, "smdp.example.com")),
            Use.of(3, except(sha256, 7, "other.example.com"))));
    uses.put("server-exceptions", List.of(Use.of(0, "server exceptions --data D")));
    uses.put(
        "server-withdraw",
        List.of(
            Use.of(0, "server withdraw smdp.left.example --data D"),
            Use.of(2, "server withdraw smdp.left.example --data D")));
    uses.put(
        "order-download", List.of(Use.of(0, "order download --type TRAVEL --bench B --data D")));
    uses.put(
        "order-confirm",
        List.of(
            Use.of(
                0, "order confirm 8988211000009000079 --confirmation-code 4711 --bench B --data D"),
            Use.of(3, "order confirm 8988211000009000012 --bench B --data D")));
    uses.put(
        "order-release",
        List.of(Use.of(0, "order release 8988211000009000079 --bench B --data D")));
    uses.put(
        "order-cancel", List.of(Use.of(0, "order cancel 8988211000009000061 --bench B --data D")));
    uses.put("order-list", List.of(Use.of(0, "order list --data D")));
    uses.put(
        "order-progress",
        List.of(
            Use.of(0, "order progress --wait 0 --bench B --data D"),
            Use.of(1, "order progress --wait 0 --count 4711 --bench B --data D"),
            Use.of(3, "order progress --data D")));
    uses.put("order-identity-list", List.of(Use.of(0, "order identity list --data D")));
    uses.put(
        "order-identity-import",
        List.of(Use.of(0, "order identity import main B/operator.p12 --data D")));
    uses.put(
        "order-identity-rotate",
        List.of(Use.of(2, "order identity rotate none B/operator.p12 --data D")));
    uses.put(
        "order-identity-compromised",
        List.of(
            Use.of(0, "order identity compromised main --yes --data D/marked"),
            Use.of(2, "order identity compromised none --yes --data D/marked")));
    uses.put("schema", List.of(Use.of(0, "schema")));
    CatalogUses.into(uses);
    return uses;
  }

  private static String except(String sha256, int days, String confirmed) {
    return "server except smdp.example.com --certificate "
        + sha256
        + " --until "
        + LocalDate.now(ZoneOffset.UTC).plusDays(days)
        + " --because testing --confirm "
        + confirmed
        + " --data D";
  }

  private static String download(String matchingId) {
    return "profiles download B/ec25 --yes --bench B --data D --code LPA:1$smdp.simwright.test$"
        + matchingId;
  }

  @BeforeAll
  static void serve() {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    var unused =
        BENCH.start(
            folder.resolve("b"),
            List.of(
                new DeviceRequest("ec25", "ec25", "", 1),
                new DeviceRequest("lost", "generic", "no-sim", 2),
                new DeviceRequest("spare", "generic", "", 3)));
    var unusedServers = BENCH.startServers();
    assertEquals(0, SHELL.run(filled(List.of(download("BENCH-7013-1007").split(" ")))));
    prepared("order download --iccid 8988211000009000079 --bench B --data D");
    prepared(
        except("CD".repeat(32), 3, "smdp.left.example")
            .replace("smdp.example.com", "smdp.left.example"));
    prepared("order download --iccid 8988211000009000061 --bench B --data D");
    prepared("order identity import main B/operator.p12 --data D/marked");
    prepared("accept run first-boot --device B/ec25 --data D");
    prepared("bundle B/spare --yes --out D/made.zip --data D");
    prepared("registry export D/devices.json --data D");
    CatalogFiles.in(folder.resolve("d"));
    prepared("catalog import D/profiles.csv --data D");
    prepared("catalog import D/versions.csv --data D");
    // The log's commands need something to show.
    assertEquals(0, SHELL.run(filled(Use.of(0, "probe B/spare --data D").arguments())));
  }

  private static void prepared(String line) {
    assertEquals(0, SHELL.run(filled(Use.of(0, line).arguments())), SHELL.err());
  }

  @AfterAll
  static void close() {
    BENCH.close();
    SHELL.close();
  }

  @TestFactory
  Stream<DynamicTest> whatIsPrintedIsAsTheSchemaSays() {
    Map<String, List<Use>> uses = uses();
    return SchemaCommand.leaves(SHELL.commandLine())
        .filter(SchemaCommand::printsJson)
        .map(SchemaCommand::name)
        .sorted()
        .map(name -> DynamicTest.dynamicTest(name, () -> holds(name, uses.get(name))));
  }

  private static void holds(String name, List<Use> uses) throws JsonProcessingException {
    assertTrue(uses != null, "give an example of " + name + " in CommandJsonTest.uses()");
    for (Use use : uses) {
      List<String> arguments = new ArrayList<>(filled(use.arguments()));
      arguments.add("--json");
      assertEquals(use.exit(), SHELL.run(arguments), arguments + "\n" + SHELL.out() + SHELL.err());
      String schema = use.exit() > 1 ? SchemaCommand.ERROR : name;
      Set<ValidationMessage> wrong = Schemas.wrong(schema, SHELL.out());
      assertEquals(Set.of(), wrong, arguments + "\n" + SHELL.out());
    }
  }

  @Test
  void everyCommandButTheWindowPrintsJson() {
    List<String> without =
        SchemaCommand.leaves(SHELL.commandLine())
            .filter(command -> !SchemaCommand.printsJson(command))
            .map(SchemaCommand::name)
            .toList();
    assertEquals(List.of("console"), without);
  }

  @Test
  void everySchemaIsOneItself() {
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    JsonSchema meta =
        factory.getSchema(
            com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    for (String name : SchemaCommand.names(SHELL.commandLine())) {
      assertEquals(Set.of(), meta.validate(Schemas.text(name), InputFormat.JSON), name);
      assertEquals(0, SHELL.run("schema", name));
      assertEquals(Schemas.text(name), SHELL.out());
    }
  }

  @Test
  void aDocumentThatIsNotAsTheSchemaSaysIsFound() {
    assertEquals(1, Schemas.wrong("sim-devices", "{\"devices\": 1}").size());
    assertEquals(1, Schemas.wrong("sim-devices", "{}").size());
  }

  private static List<String> filled(List<String> arguments) {
    return arguments.stream()
        .map(each -> each.equals("B") || each.startsWith("B/") ? at("b", each) : each)
        .map(each -> each.equals("D") || each.startsWith("D/") ? at("d", each) : each)
        .toList();
  }

  private static String at(String name, String argument) {
    return folder.resolve(name) + argument.substring(1);
  }
}
