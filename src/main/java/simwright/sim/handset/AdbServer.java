package simwright.sim.handset;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import simwright.observe.Subscription;
import simwright.observe.Value;
import simwright.time.Deadline;
import simwright.time.Time;

/// A small adb server with simulated handsets behind it, for where no real adb is: the services a
/// client needs to list them, to follow the list, and to talk to one.
public final class AdbServer implements AutoCloseable {
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Map<String, Phone> phones = new LinkedHashMap<>();
  private final Value<String> list = new Value<>("");
  private final Time time;
  private final SocketServer server;

  /// Begins to listen, with no handset.
  public AdbServer(Time time) {
    this.time = time;
    this.server = new SocketServer("adb server", this::serve, time);
  }

  /// The TCP port it listens on.
  public int port() {
    return server.port();
  }

  /// Plugs a handset in.
  public void plug(String serial, Phone phone) {
    synchronized (phones) {
      phones.put(serial, phone);
    }
    Subscription unused = phone.standing().subscribe(now -> list.set(lines()));
  }

  @Override
  public void close() {
    server.close();
  }

  private String lines() {
    synchronized (phones) {
      return phones.entrySet().stream()
          .flatMap(each -> line(each.getKey(), each.getValue()).stream())
          .collect(Collectors.joining());
    }
  }

  private static Optional<String> line(String serial, Phone phone) {
    String model = phone.release().model().replace(' ', '_');
    return switch (phone.standing().get()) {
      case DEVICE ->
          Optional.of(
              String.format(
                  Locale.ROOT,
                  "%-22s device usb:1-1 product:simwright model:%s device:simwright"
                      + " transport_id:1\n",
                  serial,
                  model));
      case UNAUTHORISED -> Optional.of(serial + "\tunauthorized usb:1-1 transport_id:1\n");
      case OFFLINE -> Optional.of(serial + "\toffline usb:1-1 transport_id:1\n");
      case AWAY -> Optional.empty();
    };
  }

  private Optional<Phone> phone(String serial) {
    synchronized (phones) {
      return Optional.ofNullable(phones.get(serial));
    }
  }

  private void serve(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    OutputStream out = socket.getOutputStream();
    String asked = asked(in);
    if (asked.equals("host:version")) {
      okay(out);
      text(out, "0029");
    } else if (asked.equals("host:track-devices-l")) {
      okay(out);
      track(socket, out);
    } else if (asked.startsWith("host-serial:") && asked.endsWith(":features")) {
      Optional<Phone> phone = granted(asked.replaceAll("^host-serial:|:features$", ""), out);
      if (phone.isPresent()) {
        text(out, phone.get().features());
      }
    } else if (asked.startsWith("host:transport:")) {
      Optional<Phone> phone = granted(asked.substring("host:transport:".length()), out);
      if (phone.isPresent()) {
        transported(phone.get(), asked(in), socket);
      }
    } else {
      fail(out, "unknown host service");
    }
  }

  private static String asked(DataInputStream in) throws IOException {
    byte[] length = new byte[4];
    in.readFully(length);
    byte[] name = new byte[Integer.parseInt(new String(length, StandardCharsets.US_ASCII), 16)];
    in.readFully(name);
    return new String(name, StandardCharsets.UTF_8);
  }

  private Optional<Phone> granted(String serial, OutputStream out) throws IOException {
    Optional<Phone> phone =
        phone(serial).filter(each -> each.standing().get() != Phone.Standing.AWAY);
    if (phone.isEmpty()) {
      fail(out, "device '" + serial + "' not found");
      return Optional.empty();
    }
    switch (phone.get().standing().get()) {
      case UNAUTHORISED ->
          fail(out, "device unauthorized.\nThis adb server's $ADB_VENDOR_KEYS is not set");
      case OFFLINE -> fail(out, "device offline");
      case DEVICE, AWAY -> {
        okay(out);
        return phone;
      }
    }
    return Optional.empty();
  }

  private static void transported(Phone phone, String name, Socket socket) throws IOException {
    OutputStream out = socket.getOutputStream();
    if (Service.restarts(name)) {
      okay(out);
      phone.reboot();
      return;
    }
    Optional<byte[]> answer = Service.answer(phone, name);
    if (answer.isEmpty()) {
      fail(out, "closed");
      return;
    }
    okay(out);
    if (phone.suffers(Phone.Trouble.HANGS)) {
      int unused = socket.getInputStream().read();
      return;
    }
    out.write(answer.get());
    out.flush();
  }

  private void track(Socket socket, OutputStream out) throws IOException {
    Object changed = new Object();
    Subscription told =
        list.subscribe(now -> {
          synchronized (changed) {
            changed.notifyAll();
          }
        });
    try {
      String sent = "nothing yet";
      while (!socket.isClosed()) {
        String now = list.get();
        if (!now.equals(sent)) {
          text(out, now);
          sent = now;
        }
        String last = sent;
        Deadline look = time.deadline(LOOK);
        synchronized (changed) {
          boolean unused = time.await(changed, () -> !list.get().equals(last), look);
        }
      }
    } finally {
      told.close();
    }
  }

  private static void okay(OutputStream out) throws IOException {
    out.write("OKAY".getBytes(StandardCharsets.US_ASCII));
  }

  private static void fail(OutputStream out, String words) throws IOException {
    out.write("FAIL".getBytes(StandardCharsets.US_ASCII));
    text(out, words);
  }

  private static void text(OutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(String.format(Locale.ROOT, "%04x", bytes.length).getBytes(StandardCharsets.US_ASCII));
    out.write(bytes);
    out.flush();
  }
}
