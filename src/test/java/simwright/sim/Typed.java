package simwright.sim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import simwright.hardware.HardwareProfiles;
import simwright.sim.modem.Persona;
import simwright.sim.modem.VirtualModem;
import simwright.sim.network.Network;
import simwright.time.HandTime;

/// A simulated modem at whose port somebody types, with a clock turned by hand.
final class Typed {
  final HandTime time = new HandTime();
  final Network network = new Network(new Random(1));
  final Persona who;
  final VirtualModem modem;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  /// In service since a while, echo off, errors by number.
  Typed(String device) {
    Offers.Offer offer = Offers.find(HardwareProfiles.shipped(), device).orElseThrow();
    this.who = Personas.make(offer, 1, Cards.fresh(time));
    who.sims().forEach(sim -> network.subscribe(sim.subscription().other(0)));
    this.modem = new VirtualModem(who, network, time, said::writeBytes);
    modem.running();
    String unused = type("ATE0+CMEE=1");
  }

  /// Everything that comes at once, as it stands on the wire.
  String raw(String characters) {
    said.reset();
    byte[] bytes = characters.getBytes(StandardCharsets.ISO_8859_1);
    modem.receive(bytes, bytes.length);
    return said.toString(StandardCharsets.ISO_8859_1);
  }

  /// The lines of an answer with bars between them.
  String type(String line) {
    return lines(raw(line + "\r"));
  }

  /// What comes while time passes.
  String wait(Duration duration) {
    said.reset();
    time.advance(duration);
    return lines(said.toString(StandardCharsets.ISO_8859_1));
  }

  private static String lines(String text) {
    return String.join("|", text.lines().filter(line -> !line.isBlank()).toList());
  }
}
