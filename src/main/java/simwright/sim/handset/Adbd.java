package simwright.sim.handset;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import simwright.observe.Subscription;
import simwright.time.Time;

/// A handset on the network as a real adb server meets it (`adb connect 127.0.0.1:PORT`): adbd's
/// side of the protocol. One that has not allowed the computer answers every signature with another
/// token.
public final class Adbd implements AutoCloseable {
  private static final int VERSION = 0x0100_0001;
  private static final int LARGEST = 1 << 18;
  private static final int CHUNK = 16_384;
  private static final int TOKEN = 1;
  private static final int TOKEN_BYTES = 20;

  private final Phone phone;
  private final SocketServer server;
  private final Subscription standing;

  /// Begins to listen for this handset; whenever it stands otherwise, it hangs up first.
  public Adbd(Phone phone, Time time) {
    this.phone = phone;
    this.server = new SocketServer("adbd", this::serve, time);
    this.standing = phone.standing().subscribe(now -> server.hangUp());
  }

  /// The TCP port it listens on.
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    standing.close();
    server.close();
  }

  private void serve(Socket socket) throws IOException {
    new Conversation(socket).run();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// What is still to be sent on one stream.
  private record Sending(byte[] bytes, int from) {}

  private final class Conversation {
    private final DataInputStream in;
    private final OutputStream out;
    private final Map<Integer, Sending> streams = new HashMap<>();
    private int last;

    Conversation(Socket socket) throws IOException {
      in = new DataInputStream(socket.getInputStream());
      out = socket.getOutputStream();
    }

    void run() throws IOException {
      boolean there = phone.standing().get() != Phone.Standing.AWAY;
      while (there) {
        AdbMessage message = AdbMessage.read(in);
        switch (message.command()) {
          case AdbMessage.CONNECT, AdbMessage.AUTHENTICATE -> greet(message);
          case AdbMessage.OPEN -> there = open(message);
          case AdbMessage.READY -> more(message.second(), message.first());
          case AdbMessage.WRITE -> send(AdbMessage.READY, message.second(), message.first());
          case AdbMessage.CLOSE -> streams.remove(message.second());
          default -> there = false;
        }
      }
    }

    private void greet(AdbMessage message) throws IOException {
      switch (phone.standing().get()) {
        case DEVICE -> {
          String banner =
              "device::ro.product.name=simwright;ro.product.model="
                  + phone.release().model()
                  + ";ro.product.device=simwright;features="
                  + phone.features();
          new AdbMessage(AdbMessage.CONNECT, VERSION, LARGEST, text(banner)).write(out);
        }
        case UNAUTHORISED -> {
          boolean key = message.command() == AdbMessage.AUTHENTICATE && message.first() == 3;
          if (!key) {
            new AdbMessage(AdbMessage.AUTHENTICATE, TOKEN, 0, new byte[TOKEN_BYTES]).write(out);
          }
        }
        case OFFLINE, AWAY -> {}
      }
    }

    private boolean open(AdbMessage message) throws IOException {
      String name = new String(message.data(), StandardCharsets.UTF_8).replace("\0", "");
      int theirs = message.first();
      if (Service.restarts(name)) {
        send(AdbMessage.READY, ++last, theirs);
        send(AdbMessage.CLOSE, last, theirs);
        phone.reboot();
        return false;
      }
      byte[] answer = Service.answer(phone, name).orElse(null);
      if (answer == null) {
        send(AdbMessage.CLOSE, 0, theirs);
        return true;
      }
      int mine = ++last;
      send(AdbMessage.READY, mine, theirs);
      if (!phone.suffers(Phone.Trouble.HANGS)) {
        streams.put(mine, new Sending(answer, 0));
        more(mine, theirs);
      }
      return true;
    }

    /// The next piece, after the one before was taken; the end after the last.
    private void more(int mine, int theirs) throws IOException {
      Sending left = streams.get(mine);
      if (left == null) {
        return;
      }
      int to = Math.min(left.bytes().length, left.from() + CHUNK);
      if (to == left.from()) {
        streams.remove(mine);
        send(AdbMessage.CLOSE, mine, theirs);
        return;
      }
      streams.put(mine, new Sending(left.bytes(), to));
      new AdbMessage(
              AdbMessage.WRITE, mine, theirs, Arrays.copyOfRange(left.bytes(), left.from(), to))
          .write(out);
    }

    private void send(int command, int mine, int theirs) throws IOException {
      new AdbMessage(command, mine, theirs, new byte[0]).write(out);
    }
  }
}
