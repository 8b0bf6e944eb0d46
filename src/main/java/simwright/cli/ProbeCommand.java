package simwright.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simwright.ask.Attendant;
import simwright.device.Attachment;
import simwright.device.Reading;
import simwright.device.Rung;
import simwright.device.Snapshot;
import simwright.job.Job;
import simwright.link.LinkAddress;

/// Says who a device is and how it does. The direct answer to a direct question is in clear; the
/// asking is recorded.
@Command(
    name = "probe",
    description = "Open a device, find out who it is, and show how it does.",
    footer = {
      "",
      "Examples:",
      "  simwright probe /dev/ttyUSB2",
      "  simwright probe B/ec25 --json",
      "  simwright probe serial:/dev/ttyACM0 --wait 30"
    })
public final class ProbeCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofMillis(500);

  @Mixin Place place = new Place();

  @Parameters(
      paramLabel = "LINK",
      description = "serial:/dev/ttyUSB2, a bare path, or replay:FILE.")
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
      String id = session.acts().idOf(LinkAddress.parse(link));
      Job<Attachment> job = session.acts().probe(id, Attendant.absent());
      Attachment found = job.await(program.time().deadline(LONGEST)).orElseThrow(() -> stopped());
      found = registered(session, id, found);
      if (json) {
        terminal.json(node(found));
      } else {
        show(found);
      }
    }
    return Exit.PASSED;
  }

  /// Waits while the registration may still come.
  private Attachment registered(Session session, String id, Attachment first) {
    Attachment now = first;
    var deadline = program.time().deadline(Duration.ofSeconds(Math.clamp(wait, 0, 600)));
    while (waiting(now) && !deadline.passed()) {
      terminal.progress("waiting for the network");
      program.time().sleep(PAUSE);
      now =
          session
              .acts()
              .refresh(id, Attendant.absent())
              .await(program.time().deadline(LONGEST))
              .orElse(now);
    }
    terminal.progressDone();
    return now;
  }

  private static boolean waiting(Attachment now) {
    return now.snapshot().ladder().stream().anyMatch(rung -> rung.state() == Rung.State.WAITING);
  }

  private simwright.fault.Fault stopped() {
    return new simwright.fault.Fault(simwright.ask.Cancel.CANCELLED, "probing a device", link);
  }

  private void show(Attachment found) {
    node(found)
        .forEach((key, value) -> {
          if (value instanceof String || value instanceof Boolean) {
            terminal.line(key + ": " + value);
          }
        });
    for (Rung rung : found.snapshot().ladder()) {
      terminal.line(
          mark(rung.state())
              + " "
              + rung.step().name().toLowerCase(java.util.Locale.ROOT)
              + ": "
              + rung.words()
              + rung.code().map(code -> "  (simwright explain " + code + ")").orElse(""));
    }
  }

  private static String mark(Rung.State state) {
    return switch (state) {
      case PASSED -> "●";
      case FAILED -> "▲";
      case WAITING -> "⏸";
      case NOT_REACHED -> "◌";
    };
  }

  private static Map<String, Object> node(Attachment found) {
    Snapshot s = found.snapshot();
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("manufacturer", text(s.manufacturer()));
    node.put("model", text(s.model()));
    node.put("revision", text(s.revision()));
    node.put("imei", s.imei().value().map(i -> i.value()).orElse(null));
    node.put("imsi", s.imsi().value().map(i -> i.value()).orElse(null));
    node.put("iccid", s.iccid().value().map(i -> i.value()).orElse(null));
    node.put("sim", s.sim().value().map(state -> lower(state.name())).orElse(null));
    node.put("registration", registration(s));
    node.put("operator", text(s.operator()));
    node.put("signal", s.radio().value().map(ProbeCommand::signal).orElse(null));
    node.put("contexts", s.contexts().value().map(ProbeCommand::contexts).orElse(null));
    node.put("temperatureCelsius", s.temperatureCelsius().value().orElse(null));
    node.put("supplyVolts", s.supplyVolts().value().orElse(null));
    node.put("clock", text(s.clock()));
    node.put("hardwareProfile", found.hardwareProfile().orElse(null));
    node.put("link", found.port().address().toString());
    node.put("transcript", found.transcript().orElse(null));
    node.put("simulated", found.simulated());
    node.put("ladder", s.ladder().stream().map(ProbeCommand::rung).toList());
    return node;
  }

  private static @Nullable Object registration(Snapshot s) {
    return s.registration()
        .value()
        .map(all ->
            all.stream()
                .map(r -> {
                  Map<String, Object> one = new LinkedHashMap<>();
                  one.put("domain", lower(r.domain().name()));
                  one.put("state", lower(r.state().name()));
                  one.put("technology", r.technology().orElse(null));
                  one.put("cause", r.cause().map(Object::toString).orElse(null));
                  return one;
                })
                .toList())
        .orElse(null);
  }

  private static Map<String, Object> signal(simwright.at.command.Radio radio) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("technology", radio.technology().orElse(null));
    one.put("rssiDbm", radio.rssiDbm().orElse(null));
    one.put("rsrpDbm", radio.rsrpDbm().orElse(null));
    one.put("rsrqDb", radio.rsrqDb().orElse(null));
    one.put("sinrDb", radio.sinrDb().orElse(null));
    return one;
  }

  private static List<Map<String, Object>> contexts(List<simwright.device.PacketContext> all) {
    return all.stream()
        .map(c -> {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("cid", c.cid());
          one.put("type", c.type());
          one.put("apn", c.apn());
          one.put("active", c.active());
          one.put("addresses", c.addresses());
          return one;
        })
        .toList();
  }

  private static Map<String, Object> rung(Rung rung) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("step", lower(rung.step().name()));
    one.put("state", lower(rung.state().name()));
    one.put("words", rung.words());
    one.put("code", rung.code().map(Object::toString).orElse(null));
    return one;
  }

  private static @Nullable String text(Reading<String> reading) {
    return Optional.of(reading).flatMap(Reading::value).map(Function.identity()).orElse(null);
  }

  private static String lower(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
