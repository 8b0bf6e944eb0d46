package simwright.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simwright.link.PortInfo;

/// Lists ports and devices without opening any.
@Command(
    name = "devices",
    description = "List the ports there are. None is opened.",
    footer = {"", "Examples:", "  simwright devices", "  simwright devices --bench B --json"})
public final class DevicesCommand implements Callable<Integer> {
  @Mixin Place place = new Place();

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public DevicesCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Session session = program.open(place)) {
      List<PortInfo> ports = session.ports();
      if (json) {
        terminal.json(Map.of("devices", ports.stream().map(DevicesCommand::node).toList()));
      } else if (ports.isEmpty()) {
        terminal.line(
            "No port is there. Attach a device, or start a bench: simwright sim serve --dir B"
                + " --device ec25");
      } else {
        terminal.table(rows(ports));
      }
      session.warnings().forEach(terminal::say);
      session.refusedProfiles().forEach(terminal::say);
    }
    return Exit.PASSED;
  }

  private static List<List<String>> rows(List<PortInfo> ports) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("LINK", "ROLE", "USB", "PLACE", "DEVICE"));
    for (PortInfo port : ports) {
      rows.add(
          List.of(
              port.address().toString(),
              role(port),
              port.vid().map(vid -> vid + ":" + port.pid().orElse("")).orElse(""),
              place(port),
              (port.maker() + " " + port.product()).strip()
                  + (port.simulated() ? " SIMULATED" : "")));
    }
    return rows;
  }

  private static Map<String, Object> node(PortInfo port) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("link", port.address().toString());
    node.put("name", port.name());
    node.put("role", role(port));
    node.put("vid", port.vid().orElse(null));
    node.put("pid", port.pid().orElse(null));
    node.put("maker", port.maker());
    node.put("product", port.product());
    node.put("serialNumber", port.serialNumber().orElse(null));
    node.put("usbPath", port.usbPath().orElse(null));
    node.put(
        "interfaceNumber",
        port.interfaceNumber().isPresent() ? port.interfaceNumber().getAsInt() : null);
    node.put("simulated", port.simulated());
    return node;
  }

  /// The USB place and the interface, as in `1-2.3:2`.
  private static String place(PortInfo port) {
    return port.usbPath().orElse("")
        + (port.interfaceNumber().isPresent() ? ":" + port.interfaceNumber().getAsInt() : "");
  }

  private static String role(PortInfo port) {
    return port.role().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
