package simwright.cli;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import simwright.fault.Fault;
import simwright.lab.BenchDescription;
import simwright.lab.Disturbance;
import simwright.lab.SimulatedBench;
import simwright.lab.SimulatedBench.DeviceRequest;

/// Serves a simulated bench, and disturbs a served one.
@Command(
    name = "sim",
    description = "Serve a simulated bench to any program, and disturb it.",
    footer = {
      "",
      "Faults stand with commas between them: drop:0.01,no-ping. The same seed spoils the same"
          + " bytes.",
      "Their names: simwright sim faults. Devices: simwright sim devices.",
      "",
      "Examples:",
      "  simwright sim serve --dir B --device ec25 --device generic",
      "  simwright sim serve --dir B --device ec25 --fault deny:11 --seed 7",
      "  simwright sim unplug B ec25",
      "  simwright sim disturb B ec25 radio -120"
    })
public final class SimCommand {
  private static final Pattern PLACE = Pattern.compile("(.+):([0-9]{1,5})");

  private final Program program;
  private final Terminal terminal;
  @Spec private CommandSpec spec = CommandSpec.create();

  /// On this terminal.
  public SimCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Command(
      name = "devices",
      description = "Name the devices the simulator offers.",
      footer = {"", "Examples:", "  simwright sim devices", "  simwright sim devices --json"})
  int devices(@Option(names = "--json", description = "Print JSON.") boolean json) {
    terminal.result(json, Map.of("devices", program.simulated()), program.simulated());
    return Exit.PASSED;
  }

  @Command(
      name = "faults",
      description = "Name the faults a simulated device can have.",
      footer = {"", "Examples:", "  simwright sim faults", "  simwright sim faults --json"})
  int faults(@Option(names = "--json", description = "Print JSON.") boolean json) {
    terminal.result(
        json,
        Map.of("faults", program.faults()),
        program.faults().entrySet().stream()
            .map(each -> String.format(Locale.ROOT, "%-14s %s", each.getKey(), each.getValue()))
            .toList());
    return Exit.PASSED;
  }

  @Command(
      name = "serve",
      description = "Publish devices in DIR until stopped.",
      footer = {
        "",
        "Examples:",
        "  simwright sim serve --dir B --device ec25 --device generic",
        "  simwright sim serve --dir B --device ec25 --fault deny:11 --seed 7",
        "  simwright sim serve --dir B --count 16 --device ec25 --smdp",
        "  simwright sim serve --dir B --reader --smdp",
        "  simwright sim serve --dir B --device handset-android-14"
      })
  int serve(
      @Option(
              names = "--dir",
              required = true,
              paramLabel = "DIR",
              description = "Where links and bench.json go.")
          Path dir,
      @Mixin OfferedDevices offered,
      @Option(
              names = "--smdp",
              description = "Also start an SM-DP+ and an SM-DS, with orders that wait.")
          boolean smdp,
      @Option(
              names = "--reader",
              arity = "0..1",
              paramLabel = "HOST:PORT",
              fallbackValue = "127.0.0.1:" + SimulatedBench.READER_PORT,
              description =
                  "Also put an eUICC into the virtual card reader vpcd listens for"
                      + " (${FALLBACK-VALUE}).")
          @Nullable String reader,
      @Option(names = "--json", description = "Print the devices as JSON when they are ready.")
          boolean json) {
    if (offered.none() && reader == null) {
      throw new ParameterException(
          spec.subcommands().get("serve"), "Missing required option: --device NAME or --reader.");
    }
    List<DeviceRequest> requests = offered.requests(spec.subcommands().get("serve"));
    SimulatedBench bench = program.bench();
    if (reader != null) {
      insert(bench, reader);
    }
    BenchDescription served = smdp ? bench.serveAll(dir, requests) : bench.serve(dir, requests);
    terminal.result(
        json,
        Map.of("devices", served.devices().stream().map(SimCommand::node).toList()),
        served.devices().stream().map(SimCommand::line).toList());
    terminal.say("The bench is ready. Stop it with Ctrl C.");
    program.untilStopped(bench::close);
    return Exit.PASSED;
  }

  /// A bench that cannot be whole is not served at all.
  private void insert(SimulatedBench bench, String reader) {
    Matcher place = PLACE.matcher(reader);
    if (!place.matches()) {
      bench.close();
      throw new ParameterException(
          spec.subcommands().get("serve"), "This is no HOST:PORT: " + reader + ".");
    }
    try {
      bench.insertCard(new InetSocketAddress(place.group(1), Integer.parseInt(place.group(2))));
    } catch (Fault absent) {
      bench.close();
      throw absent;
    }
  }

  @Command(
      name = "unplug",
      description = "Pull the cable of a served device.",
      footer = {"", "Examples:", "  simwright sim unplug B ec25"})
  int unplug(@Mixin ServedDevice device) {
    return disturb(device, new Disturbance.Unplug(), "unplug");
  }

  @Command(
      name = "plug",
      description = "Put the cable of a served device back.",
      footer = {"", "Examples:", "  simwright sim plug B ec25"})
  int plug(@Mixin ServedDevice device) {
    return disturb(device, new Disturbance.Plug(), "plug");
  }

  @Command(
      name = "disturb",
      description =
          "Disturb a served device: reboot | rename | wake | radio DBM | operators PLMN,PLMN |"
              + " sim in | sim out | toolkit on | toolkit off | server HOW | message NUMBER TEXT |"
              + " traffic [APP] BYTES | apn device NAME | apn card NAME | apn network [NAME] |"
              + " faults FAULTS.",
      footer = {
        "",
        "Without names, 'faults' ends all faults and 'operators' leaves no network to receive.",
        "'apn' is a change by the operator over the air: of the device's first context, of the"
            + " card's list (EF_ACL), or of what the network gives to whoever asks for another.",
        "'server' makes the bench's SM-DP+ misbehave: page, cut, hang-up, silent, drip, redirect,",
        "slow:SECONDS, or fail:8.2.6/3.8 for any refusal of the standard, each with @FUNCTION for"
            + " one function alone and *TIMES for so many calls; wrong-signature, wrong-role,"
            + " wrong-package, other-metadata, other-owner, long-segments, no-rebinding. Before it"
            + " es2+ or sm-ds for that server. Without a name it behaves again.",
        "",
        "Examples:",
        "  simwright sim disturb B ec25 reboot",
        "  simwright sim disturb B ec25 radio -120",
        "  simwright sim disturb B ec25 message +99900100002 Hello",
        "  simwright sim disturb B ec25 apn device internet.second",
        "  simwright sim disturb B ec25 faults flip:0.01",
        "  simwright sim disturb B ec25 server fail:8.8.5/6.4",
        "  simwright sim disturb B ec25 server es2+ page@downloadOrder*2"
      })
  int disturb(
      @Mixin ServedDevice device,
      @Parameters(
              index = "2..*",
              arity = "1..*",
              paramLabel = "WHAT",
              description = "What to do to it.")
          List<String> what) {
    String words = String.join(" ", what);
    return disturb(device, disturbance(words), words);
  }

  private Disturbance disturbance(String words) {
    try {
      return program.benchActs().parse(words);
    } catch (Fault unread) {
      throw new ParameterException(
          spec.subcommands().get("disturb"),
          "This is no disturbance: " + words + "; " + unread.evidence().orElse("") + ".",
          unread);
    }
  }

  private int disturb(ServedDevice device, Disturbance how, String words) {
    program.benchActs().disturb(device.dir, device.id, how);
    terminal.result(device.json, Map.of("device", device.id, "done", words), List.<String>of());
    return Exit.PASSED;
  }

  /// Where it is; and with which faults and seed they can be repeated.
  private static String line(BenchDescription.Device device) {
    String faults =
        device.faults().isEmpty() ? "" : "  faults " + device.faults() + " seed " + device.seed();
    if (device.link().startsWith("adb:")) {
      return device.link() + "  handset; first: adb connect " + device.terminal();
    }
    return device.link() + " -> " + device.terminal() + "  " + device.hardwareProfile() + faults;
  }

  private static Map<String, Object> node(BenchDescription.Device device) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("id", device.id());
    node.put("link", device.link());
    node.put("terminal", device.terminal());
    node.put("hardwareProfile", device.hardwareProfile());
    node.put("seed", device.seed());
    node.put("faults", device.faults());
    return node;
  }
}
