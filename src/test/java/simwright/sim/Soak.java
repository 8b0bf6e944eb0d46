package simwright.sim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import simwright.at.Answer;
import simwright.at.AtEngine;
import simwright.at.AtSettings;
import simwright.at.CommandClass;
import simwright.at.RawCommand;
import simwright.fault.Fault;
import simwright.hardware.HardwareProfiles;
import simwright.lab.Disturbance;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkProvider;
import simwright.link.LinkSettings;
import simwright.link.Links;
import simwright.link.PortInfo;
import simwright.sim.network.Network;
import simwright.time.Deadline;
import simwright.time.Time;

/// One device with faults of a seed, the real AT engine at its other end, and what came of every
/// command.
final class Soak implements AutoCloseable {
  private static final Duration WITHIN = Duration.ofMillis(250);
  private static final Duration RECOVERY = Duration.ofSeconds(60);
  private static final int COMMANDS = 12;

  /// Commands whose answer never changes, and that answer.
  private static final Map<String, List<String>> RIGHT = right();

  private final Time time;
  private final ProcessLinks cables = new ProcessLinks();
  private final SimDevice device;
  private final Links links;
  private final String story;

  /// Faults are set when the conversation begins.
  Soak(String faults, long seed, Path folder, Time time) {
    this.time = time;
    this.story = "faults " + faults + " seed " + seed;
    Offers.Offer offer = Offers.find(HardwareProfiles.shipped(), "ec25").orElseThrow();
    var persona = Personas.make(offer, 1, Cards.fresh(time));
    Network network = new Network(new Random(seed));
    persona.sims().forEach(sim -> network.subscribe(sim.subscription().other(0)));
    this.device = new SimDevice(persona, network, time, this::cable, faults, seed, () -> {});
    this.links = new Links(List.of(new Provider()), folder, address -> true, time);
  }

  /// Commands under faults: each is answered rightly, or ends in a fault.
  List<String> run() {
    List<String> outcomes = new ArrayList<>();
    device.stand();
    try (AtEngine engine = engine()) {
      for (int i = 0; i < COMMANDS; i++) {
        String line = List.copyOf(RIGHT.keySet()).get(i % RIGHT.size());
        outcomes.add(outcome(engine, line));
      }
    } catch (Fault unplugged) {
      outcomes.add(unplugged.code().toString());
    }
    return outcomes;
  }

  /// Without faults every command is answered rightly again, on the cable that is there then.
  void recovers() {
    device.disturb(new Disturbance.Faults(""));
    Deadline deadline = time.deadline(RECOVERY);
    String seen = "";
    while (!deadline.passed()) {
      device.disturb(new Disturbance.Plug());
      try (AtEngine engine = engine()) {
        engine.init();
        for (String line : RIGHT.keySet()) {
          seen = outcome(engine, line);
          if (!seen.equals("right")) {
            break;
          }
        }
      } catch (Fault starting) {
        seen = starting.code().toString();
      }
      if (seen.equals("right")) {
        return;
      }
    }
    throw new AssertionError(story + " does not recover: " + seen);
  }

  /// Ends, whatever the modem says; the answers may be spoilt.
  List<String> runSpoilt() {
    List<String> outcomes = new ArrayList<>();
    device.stand();
    try (AtEngine engine = engine()) {
      for (int i = 0; i < COMMANDS; i++) {
        String line = List.copyOf(RIGHT.keySet()).get(i % RIGHT.size());
        outcomes.add(ends(engine, line));
      }
    } catch (Fault unplugged) {
      outcomes.add(unplugged.code().toString());
    }
    return outcomes;
  }

  @Override
  public void close() {
    device.close();
    links.close();
  }

  private String outcome(AtEngine engine, String line) {
    try {
      Answer<List<String>> answer = engine.send(new RawCommand(line, CommandClass.LOCAL), WITHIN);
      if (answer.value().isPresent()) {
        assertTrue(
            RIGHT.get(line).equals(answer.value().get()),
            () -> story + ": " + line + " was answered by " + answer.value().get());
        return "right";
      }
      return answer.code().orElseThrow().toString();
    } catch (Fault fault) {
      assertTrue(isTrue(fault), () -> story + ": " + line + " ended in " + fault.code());
      return fault.code().toString();
    }
  }

  private String ends(AtEngine engine, String line) {
    long before = time.nanos();
    try {
      var answer = engine.send(new RawCommand(line, CommandClass.LOCAL), WITHIN);
      return answer.code().map(Object::toString).orElse("answered");
    } catch (Fault fault) {
      assertTrue(isTrue(fault), () -> story + ": " + line + " ended in " + fault.code());
      return fault.code().toString();
    } finally {
      long seconds = (time.nanos() - before) / 1_000_000_000;
      assertTrue(seconds < 60, () -> story + ": " + line + " took " + seconds + " s");
    }
  }

  private static boolean isTrue(Fault fault) {
    return List.of("at/timeout", "at/mute", "link/gone", "link/closed", "link/write-timeout")
        .contains(fault.code().toString());
  }

  private AtEngine engine() {
    String path =
        device
            .path()
            .orElseThrow(
                () -> new Fault(simwright.link.LinkCodes.GONE, "opening a link", "the device"));
    var port = links.open(new LinkAddress("sim", path), LinkSettings.USUAL);
    AtEngine engine = new AtEngine(port, AtSettings.USUAL, time);
    engine.start();
    return engine;
  }

  private Cable cable() {
    ProcessCable cable = new ProcessCable(cables, "soak", time);
    cables.add(cable);
    return cable;
  }

  private static Map<String, List<String>> right() {
    Map<String, List<String>> right = new LinkedHashMap<>();
    right.put("AT+CGMI", List.of("Quectel"));
    right.put("AT+CGMM", List.of("EC25"));
    right.put("AT+CGMR", List.of("EC25EFAR06A05M4G"));
    right.put("AT+CGSN", List.of("350000020001018"));
    right.put("AT+CIMI", List.of("001010001000001"));
    right.put("AT+QCCID", List.of("+QCCID: 8988211000000000011"));
    right.put("AT+CPINR", List.of("+CPINR: SIM PIN,3,3", "+CPINR: SIM PUK,10,10"));
    return right;
  }

  private final class Provider implements LinkProvider {
    @Override
    public String scheme() {
      return "sim";
    }

    @Override
    public List<PortInfo> list() {
      return List.of();
    }

    @Override
    public ByteLink open(LinkAddress address, LinkSettings settings) {
      return cables.open(address);
    }

    @Override
    public Optional<String> holder(LinkAddress address) {
      return Optional.empty();
    }
  }
}
