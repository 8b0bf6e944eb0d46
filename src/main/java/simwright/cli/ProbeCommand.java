package simwright.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.ask.Attendant;
import simwright.at.command.Registration;
import simwright.catalog.provider.NetworkName;
import simwright.device.Attachment;
import simwright.device.PacketContext;
import simwright.device.Rung;
import simwright.device.Snapshot;
import simwright.job.Job;

/// Says who a device is and how it does. The direct answer to a direct question is in clear; the
/// asking is recorded.
@Command(
    name = "probe",
    description = "Open a device, find out who it is, and show how it does.",
    footer = {
      "",
      "What is changed for the talk (echo, error numbers, reports) is put back at its end, and the",
      "port is free again.",
      "",
      "Examples:",
      "  simwright probe /dev/ttyUSB2",
      "  simwright probe B/ec25 --json",
      "  simwright probe ec25 --bench B",
      "  simwright probe serial:/dev/ttyACM0 --wait 30"
    })
public final class ProbeCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofMillis(500);

  @Mixin Place place = new Place();

  @Parameters(
      paramLabel = "LINK",
      description =
          "serial:/dev/ttyUSB2, a bare path, sim:ec25, replay:FILE, or a name on the --bench.")
  String link = "";

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "How long to wait for the registration (0 to 600; default ${DEFAULT-VALUE}).")
  int wait;

  private final Program program;
  private final Terminal terminal;

  /// On this terminal.
  public ProbeCommand(Program program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Session session = program.open(place)) {
      session.refusedProfiles().forEach(terminal::say);
      String id = session.acts().idOf(session.address(link));
      Job<Attachment> job = session.acts().probe(id, Attendant.absent());
      Attachment found = registered(session, id, Work.done(program, terminal, job, LONGEST));
      if (json) {
        Map<String, Object> node = ProbeNode.of(found);
        node.put("network", network(session, found).map(ProbeNode::network).orElse(null));
        terminal.json(node);
      } else {
        show(found);
        network(session, found).ifPresent(each -> terminal.line("network: " + each.words()));
      }
    }
    return Exit.PASSED;
  }

  private static Optional<NetworkName> network(Session session, Attachment found) {
    return session.catalog().network(found.snapshot());
  }

  /// Waits while the registration may still come.
  private Attachment registered(Session session, String id, Attachment first) {
    Attachment now = first;
    var deadline = program.time().deadline(Duration.ofSeconds(Math.clamp(wait, 0, 600)));
    while (waiting(now) && !deadline.passed()) {
      terminal.progress("waiting for the network");
      program.time().sleep(PAUSE);
      Job<Attachment> job = session.acts().refresh(id, Attendant.absent());
      now = Work.done(program, terminal, job, LONGEST);
    }
    terminal.progressDone();
    return now;
  }

  private static boolean waiting(Attachment now) {
    return now.snapshot().ladder().stream().anyMatch(rung -> rung.state() == Rung.State.WAITING);
  }

  private void show(Attachment found) {
    Snapshot s = found.snapshot();
    ProbeNode.of(found)
        .forEach((key, value) -> {
          if (value instanceof String || value instanceof Boolean) {
            terminal.line(key + ": " + value);
          }
        });
    s.registration().value().orElse(List.of()).forEach(r -> terminal.line(registration(r)));
    String figures =
        s.signal().entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue() + unit(each.getKey()))
            .collect(Collectors.joining(", "));
    if (!figures.isEmpty()) {
      terminal.line("signal: " + figures + " (as the modem reports it, not calibrated)");
    }
    s.temperatureCelsius().value().ifPresent(t -> terminal.line("temperature: " + t + " °C"));
    s.supplyVolts().value().ifPresent(volts -> terminal.line("supply: " + volts + " V"));
    s.batteryPercent().value().ifPresent(charge -> terminal.line("battery: " + charge + " %"));
    s.service()
        .functionality()
        .value()
        .filter(level -> level != 1)
        .ifPresent(level -> terminal.line("functionality: " + level));
    s.service()
        .counters()
        .value()
        .ifPresent(bytes ->
            terminal.line("bytes: " + bytes.sent() + " sent, " + bytes.received() + " received"));
    for (PacketContext each : s.contexts().value().orElse(List.of())) {
      terminal.line(
          "context "
              + each.cid()
              + ": "
              + (each.type() + " " + each.apn()).strip()
              + (each.active() ? ", active " : ", not active")
              + String.join(" ", each.addresses()));
    }
    s.ladder().forEach(this::show);
  }

  private void show(Rung rung) {
    terminal.line(
        mark(rung.state())
            + " "
            + ProbeNode.lower(rung.step().name())
            + ": "
            + rung.words()
            + ProbeNode.entry(rung).map(entry -> ": " + entry.title()).orElse("")
            + rung.code().map(code -> "  (simwright explain " + code + ")").orElse(""));
    ProbeNode.entry(rung).ifPresent(entry -> terminal.line("  Next: " + entry.next()));
  }

  private static String registration(Registration r) {
    return "registration "
        + ProbeNode.lower(r.domain().name())
        + ": "
        + ProbeNode.lower(r.state().name())
        + r.technology().map(technology -> ", " + technology).orElse("")
        + r.cause().map(cause -> ", cause " + cause).orElse("");
  }

  private static String unit(String figure) {
    return figure.equals("rsrp") || figure.equals("rssi") ? " dBm" : " dB";
  }

  private static String mark(Rung.State state) {
    return switch (state) {
      case PASSED -> "●";
      case FAILED -> "▲";
      case WAITING -> "⏸";
      case NOT_REACHED -> "◌";
    };
  }
}
