package simwright.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.ask.Question;
import simwright.at.AtCodes;
import simwright.at.AtEngine;
import simwright.at.CommandClass;
import simwright.at.DangerousCommands;
import simwright.at.Exchange;
import simwright.at.RawCommand;
import simwright.device.Attachment;
import simwright.device.Device;
import simwright.device.DeviceSet;
import simwright.device.Devices;
import simwright.device.PingResult;
import simwright.device.Reading;
import simwright.fault.Fault;
import simwright.link.LinkAddress;
import simwright.observe.Subscription;
import simwright.transcript.Masking;

/// What a person can do with a device; every act stands in the journal before and after.
public final class DeviceActs {
  private static final Duration CONFIRM = Duration.ofMinutes(2);

  private final Jobs jobs;
  private final DeviceSet devices;

  /// Acts on these devices.
  public DeviceActs(Jobs jobs, DeviceSet devices) {
    this.jobs = jobs;
    this.devices = devices;
  }

  /// All ports and devices.
  public Devices devices() {
    return devices;
  }

  /// The id of the device behind an address, listed or not; nothing is opened.
  public String idOf(LinkAddress address) {
    return devices.at(address).id();
  }

  /// Takes away a device that is tested by hand; nothing is asked of it.
  public void takeAway(String id) {
    devices.takeAway(id);
  }

  /// What is known of a device now; nothing is asked.
  public Attachment attachment(String id) {
    return devices.device(id).view().get();
  }

  /// Opens the port of a device and finds out who is there.
  public Job<Attachment> connect(String id, Attendant attendant) {
    return jobs.start(
        JobRequest.of("device.connect", id),
        attendant,
        context -> {
          context.progress().at("connecting", 0, 0);
          return devices.connect(id, context.cancel());
        });
  }

  /// Connects where needed, reads everything, and asks the card what it is.
  public Job<Attachment> probe(String id, Attendant attendant) {
    return jobs.start(
        JobRequest.of("device.probe", id),
        attendant,
        context -> {
          boolean open = devices.device(id).isOpen();
          context.progress().at(open ? "reading" : "connecting", 0, 0);
          if (open) {
            devices.device(id).probe(context.cancel());
          } else {
            devices.connect(id, context.cancel());
          }
          context.progress().at("asking the card", 0, 0);
          return devices.device(id).askCard(context.cancel());
        });
  }

  /// Reads again what changes.
  public Job<Attachment> refresh(String id, Attendant attendant) {
    return jobs.start(
        JobRequest.of("device.refresh", id),
        attendant,
        context -> devices.device(id).refresh(context.cancel()));
  }

  /// Pings a host through the modem; empty when the family has no command for it.
  public Job<Optional<PingResult>> ping(String id, String host, Attendant attendant) {
    return jobs.start(
        new JobRequest("device.ping", id, Map.of("host", host)),
        attendant,
        context -> {
          Device device = devices.device(id);
          if (device.view().get().snapshot().card() instanceof Reading.NotAsked) {
            device.askCard(context.cancel());
          }
          return device.ping(host);
        });
  }

  /// Gives the port to another program, with the modem's settings put back; nothing here opens it
  /// until it is taken back.
  public Job<Attachment> release(String id, Attendant attendant) {
    return jobs.start(
        JobRequest.of("device.release", id),
        attendant,
        context -> devices.device(id).release(context.cancel()));
  }

  /// Takes a released port back; the fault says who holds it when it cannot be had.
  public Job<Attachment> takeBack(String id, Attendant attendant) {
    return jobs.start(
        JobRequest.of("device.take-back", id),
        attendant,
        context -> devices.device(id).takeBack(context.cancel()));
  }

  /// Sends a line that a person typed. What is dangerous is asked for first, or refused. Secrets
  /// are masked in the journal.
  public Job<Exchange> send(String id, String line, Attendant attendant) {
    return send(id, line, "", attendant);
  }

  /// The same for a line that brings up a prompt, with the text to answer it.
  public Job<Exchange> send(String id, String line, String text, Attendant attendant) {
    return jobs.start(request(id, line), attendant, context -> exchange(id, line, text, context));
  }

  /// The same, with the lines of the answer and its final result as the job's result.
  public Job<List<String>> sendLines(String id, String line, Attendant attendant) {
    return jobs.start(
        request(id, line),
        attendant,
        context -> {
          Exchange exchange = exchange(id, line, "", context);
          List<String> all = new ArrayList<>(exchange.lines());
          all.add(exchange.result().text());
          return all;
        });
  }

  private static JobRequest request(String id, String line) {
    return new JobRequest("device.at", id, Map.of("line", Masking.mask(line)));
  }

  private Exchange exchange(String id, String line, String text, JobContext context) {
    refuse(id, line, text);
    Device device = devices.device(id);
    if (!device.isOpen()) {
      context.progress().at("connecting", 0, 0);
      Attachment unused = device.connect(context.cancel());
    }
    TypedLine command = new TypedLine(new RawCommand(line, commandClass(line)), text);
    boolean ask = device.at().rule(line) == DangerousCommands.Rule.CONFIRM_FIRST;
    boolean typed = ask && confirmed(line, context.attendant(), id);
    if (LastTry.usesOne(line)) {
      OptionalInt left = new LastTry(device, context.attendant(), context.cancel()).guard(line);
      left.ifPresent(tries -> context.progress().at("tries of the PIN left: " + tries, 0, 0));
    }
    context.progress().at("waiting for the answer", 0, 0);
    return device.talk(
        context.cancel(),
        engine ->
            typed
                ? engine.sendConfirmed(command).exchange()
                : patiently(engine, command, context.cancel()));
  }

  /// Asked to stop once, a command that may be ended early is; asked again, nobody waits for its
  /// answer any more.
  private static Exchange patiently(AtEngine engine, TypedLine command, Cancel cancel) {
    Cancel given = new Cancel();
    Subscription pressed =
        cancel.watch(() -> {
          boolean unused = engine.abort();
          if (cancel.level() > 1) {
            given.request();
          }
        });
    try {
      return engine.send(command, given).exchange();
    } finally {
      pressed.close();
    }
  }

  /// What is never sent to any device does not even open the port.
  private static void refuse(String id, String line, String text) {
    String shown = Masking.brief(line);
    if (new DangerousCommands(List.of(), List.of()).check(line, "")
        == DangerousCommands.Rule.NEVER) {
      throw new Fault(AtCodes.NEVER_SEND, "sending " + shown, id, shown, null);
    }
    if (text.chars().anyMatch(c -> (c < 0x20 && c != '\n') || c > 0xff)) {
      throw new Fault(AtCodes.MALFORMED, "answering a prompt", id);
    }
  }

  private static boolean confirmed(String line, Attendant attendant, String id) {
    boolean typed =
        attendant
            .ask(
                new Question.TypedConfirmation(
                    "Send a command that may make the device vanish",
                    "It changes the device's ports or sets it back. To send it, type it again: "
                        + Masking.mask(line),
                    Masking.mask(line),
                    CONFIRM))
            .orElse(false);
    if (!typed) {
      throw new Fault(AtCodes.CONFIRM_FIRST, "sending " + Masking.brief(line), id);
    }
    return true;
  }

  private static CommandClass commandClass(String line) {
    String upper = line.toUpperCase(java.util.Locale.ROOT);
    if (upper.contains("+COPS=?")) {
      return CommandClass.SCAN;
    }
    if (upper.contains("+COPS=")) {
      return CommandClass.OPERATOR;
    }
    return upper.contains("+CFUN=")
        ? CommandClass.RADIO
        : upper.contains("+CGACT=") ? CommandClass.CONTEXT : CommandClass.CARD;
  }
}
