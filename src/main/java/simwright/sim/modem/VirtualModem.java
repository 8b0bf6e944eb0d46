package simwright.sim.modem;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import simwright.hardware.HardwareProfile;
import simwright.sim.network.Network;
import simwright.time.Task;
import simwright.time.Time;

/// A modem as seen from its AT port: it reads command lines by V.250, carries them out one after
/// the other, and stops a line at the first error. It has a codec of its own and knows nothing of
/// the engine that talks to it.
public final class VirtualModem {
  private static final int LONGEST_LINE = 2048;

  private final HardwareProfile.Simulator persona;
  private final Time time;
  private final Consumer<byte[]> wire;
  private final Radio radio;
  private final Interpreter interpreter;
  private final StringBuilder line = new StringBuilder();
  private final Settings settings = new Settings();
  private String previous = "";
  private boolean up;
  private boolean card = true;
  private @Nullable Task boot;

  /// V.250 settings; back to these at ATZ, AT&F and every start.
  static final class Settings {
    boolean echo = true;
    boolean words = true;
    boolean quiet;
    int cmee;
    int copsFormat;
    int textMode;
  }

  /// A modem of a family, with its card, in a network; what it sends goes to `wire`.
  public VirtualModem(Persona who, Network network, Time time, Consumer<byte[]> wire) {
    this.persona = who.simulator();
    this.time = time;
    this.wire = wire;
    this.radio = new Radio(time, network, this::unsolicited);
    this.interpreter = new Interpreter(this, who, radio, time);
  }

  /// Supply is switched on: the boot messages come, then the card and the radio start.
  public synchronized void powerOn() {
    up = false;
    line.setLength(0);
    reset();
    radio.power(false, null);
    interpreter.cardReset();
    if (boot != null) {
      boot.cancel();
    }
    boot = time.after(persona.boot(), "boot", this::booted);
  }

  /// Supply is switched off.
  public synchronized void powerOff() {
    up = false;
    if (boot != null) {
      boot.cancel();
    }
    radio.power(false, null);
  }

  /// Coverage moves: RSRP in dBm.
  public synchronized void coverage(int dbm) {
    radio.move(dbm);
  }

  /// The card is taken out or put in.
  public synchronized void card(boolean inserted) {
    card = inserted;
    interpreter.cardInserted(inserted);
    radio.power(up && interpreter.radioOn(), interpreter.card());
  }

  /// Contexts get no address from now on.
  public synchronized void withoutAddress(boolean none) {
    radio.contexts().withoutAddress(none);
  }

  /// Pings are not answered from now on.
  public synchronized void withoutPing(boolean none) {
    interpreter.withoutPing(none);
  }

  /// Bytes from the host.
  public synchronized void receive(byte[] bytes, int count) {
    for (int i = 0; i < count && up; i++) {
      int c = bytes[i] & 0xff;
      if (settings.echo) {
        echo(c);
      }
      if (c == '\r') {
        String command = line.toString();
        line.setLength(0);
        execute(command);
      } else if (c == 8 && !line.isEmpty()) {
        line.setLength(line.length() - 1);
      } else if (c >= 0x20 && line.length() < LONGEST_LINE) {
        line.append((char) c);
      }
    }
  }

  /// Starts again with boot messages, as AT+CFUN=1,1 does.
  synchronized void reboot(Duration delay) {
    up = false;
    radio.power(false, null);
    boot = time.after(delay, "reboot", this::powerOn);
  }

  Settings settings() {
    return settings;
  }

  void reset() {
    settings.echo = true;
    settings.words = true;
    settings.quiet = false;
    settings.cmee = 0;
    settings.copsFormat = 0;
  }

  /// An unsolicited line.
  void unsolicited(String text) {
    if (up) {
      send("\r\n" + text + "\r\n");
    }
  }

  private void booted() {
    synchronized (this) {
      up = true;
      if (!persona.bootLines().isEmpty()) {
        send("\0\0");
      }
      for (String text : persona.bootLines()) {
        if (card || !text.contains("CPIN")) {
          send("\r\n" + text + "\r\n");
        }
      }
      radio.power(true, interpreter.card());
    }
  }

  private void echo(int c) {
    send(c == '\r' ? (persona.echoReturnOnly() ? "\r" : "\r\r\n") : String.valueOf((char) c));
  }

  private void execute(String typed) {
    String text = typed.strip();
    String upper = text.toUpperCase(Locale.ROOT);
    if (upper.equals("A/")) {
      text = previous;
    } else if (!upper.startsWith("AT")) {
      return;
    }
    previous = text;
    String failure = run(text.substring(2));
    if (!failure.isEmpty()) {
      send(failure);
    }
  }

  /// Carries out the commands of a line and returns the text of the final result.
  private String run(String body) {
    for (String command : commands(body)) {
      Optional<Say> said = interpreter.carryOut(command);
      if (said.isEmpty()) {
        return "";
      }
      Say say = said.get();
      for (String information : say.lines()) {
        send(settings.words ? "\r\n" + information + "\r\n" : information + "\r\n");
      }
      if (!(say.ending() instanceof Say.Fine)) {
        return ending(say.ending());
      }
    }
    return settings.quiet ? "" : settings.words ? "\r\nOK\r\n" : "0\r";
  }

  private String ending(Say.Ending ending) {
    if (ending instanceof Say.Cme(int number) && settings.cmee > 0) {
      return "\r\n+CME ERROR: " + (settings.cmee == 1 ? number : CmeTexts.of(number)) + "\r\n";
    }
    return settings.quiet ? "" : settings.words ? "\r\nERROR\r\n" : "4\r";
  }

  /// Basic commands stand one after the other; extended ones are divided by semicolons outside
  /// quotes.
  static List<String> commands(String body) {
    List<String> commands = new ArrayList<>();
    int i = 0;
    while (i < body.length()) {
      char c = body.charAt(i);
      if (c == ';' || c == ' ') {
        i++;
      } else if ("+^#%$*!".indexOf(c) >= 0 || c == 'D' || c == 'd') {
        int end = extendedEnd(body, i);
        commands.add(body.substring(i, end).strip());
        i = end;
      } else {
        int end = i + (c == '&' || c == '\\' ? 2 : 1);
        while (end < body.length() && Character.isDigit(body.charAt(end))) {
          end++;
        }
        commands.add(body.substring(i, Math.min(end, body.length())));
        i = end;
      }
    }
    return commands;
  }

  private static int extendedEnd(String body, int from) {
    boolean quoted = false;
    for (int i = from; i < body.length(); i++) {
      quoted ^= body.charAt(i) == '"';
      if (body.charAt(i) == ';' && !quoted) {
        return i;
      }
    }
    return body.length();
  }

  void send(String text) {
    wire.accept(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
