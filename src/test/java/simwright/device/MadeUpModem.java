package simwright.device;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import simwright.contract.MemoryLink;
import simwright.fault.Fault;
import simwright.link.LinkAddress;
import simwright.time.Deadline;
import simwright.time.Time;

/// A modem that tells its IMEI and little else, on a link inside the process.
final class MadeUpModem {
  final String imei;
  final List<String> heard = new CopyOnWriteArrayList<>();

  /// What it answers beside the little.
  final java.util.Map<String, String> more = new java.util.concurrent.ConcurrentHashMap<>();

  volatile boolean silent;
  volatile String echo = "1";
  volatile String cmee = "0";
  volatile String cereg = "0";
  private volatile MemoryLink wire;

  MadeUpModem(String imei) {
    this.imei = imei;
  }

  /// Its end of a fresh link.
  MemoryLink plug(LinkAddress address, Time time) {
    MemoryLink made = new MemoryLink(address, time);
    wire = made;
    time.start("modem", () -> listen(made, time));
    return made;
  }

  void hangUp() {
    MemoryLink old = wire;
    if (old != null) {
      old.farEnd().hangUp();
    }
  }

  void say(String text, Time time) {
    wire.farEnd().write(text.getBytes(StandardCharsets.ISO_8859_1), time.deadline(SECOND));
  }

  private static final java.time.Duration SECOND = java.time.Duration.ofSeconds(1);

  private void listen(MemoryLink on, Time time) {
    byte[] buffer = new byte[512];
    StringBuilder line = new StringBuilder();
    int n = 0;
    while (n >= 0) {
      Deadline soon = time.deadline(SECOND);
      n = on.farEnd().read(buffer, soon);
      for (int i = 0; i < n; i++) {
        if (buffer[i] == '\r') {
          answer(on, line.toString(), time);
          line.setLength(0);
        } else {
          line.append((char) buffer[i]);
        }
      }
    }
  }

  private void answer(MemoryLink on, String line, Time time) {
    heard.add(line);
    if (!silent) {
      String text = (echo.equals("1") ? line + "\r" : "") + said(line);
      try {
        on.farEnd().write(text.getBytes(StandardCharsets.ISO_8859_1), time.deadline(SECOND));
      } catch (Fault pulled) {
        heard.add("pulled");
      }
    }
  }

  private String said(String line) {
    if (line.matches("ATE[01]")) {
      echo = line.substring(3);
    } else if (line.startsWith("AT+CMEE=")) {
      cmee = line.substring(8);
    } else if (line.matches("AT\\+CEREG=[0-9]")) {
      cereg = line.substring(9);
    }
    String ok = "\r\nOK\r\n";
    if (more.containsKey(line)) {
      return "\r\n" + more.get(line) + "\r\n" + ok;
    }
    return switch (line) {
      case "AT+CGMI" -> "\r\nMaker\r\n" + ok;
      case "AT+CGMM" -> "\r\nModem\r\n" + ok;
      case "AT+CGSN" -> "\r\n" + imei + "\r\n" + ok;
      case "AT+CGSN=1" -> "\r\n+CGSN: \"" + imei + "\"\r\n" + ok;
      case "AT+CMEE?" -> "\r\n+CMEE: " + cmee + "\r\n" + ok;
      case "AT+CEREG?" -> "\r\n+CEREG: " + cereg + ",1\r\n" + ok;
      case "AT+CPIN?" -> "\r\n+CPIN: READY\r\n" + ok;
      case String set when set.matches("AT(E[01]|V1|\\+(CMEE|CEREG)=[0-9])?") -> ok;
      default -> "\r\nERROR\r\n";
    };
  }
}
