package simwright.link.adb;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import simwright.fault.Fault;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.link.ShellLink;
import simwright.link.ShellSaid;
import simwright.time.Deadline;

/// The shell of one handset: each command is a connection of its own, by `shell,v2` where the
/// handset has it, which tells output, errors and exit code apart.
final class AdbShell implements ShellLink {
  private static final int OUTPUT = 1;
  private static final int ERRORS = 2;
  private static final int EXIT = 3;
  private static final int LARGEST = 8 << 20;

  private final ServerPlace server;
  private final LinkAddress address;
  private final boolean packets;

  private AdbShell(ServerPlace server, LinkAddress address, boolean packets) {
    this.server = server;
    this.address = address;
    this.packets = packets;
  }

  /// Asks what the handset can do, which fails where it cannot be talked to.
  static AdbShell open(ServerPlace server, LinkAddress address, Deadline deadline) {
    String where = address.toString();
    try (AdbConnection reach = AdbConnection.open(server, where, deadline)) {
      reach.ask("host:transport:" + address.path(), deadline);
    }
    try (AdbConnection asking = AdbConnection.open(server, where, deadline)) {
      asking.ask("host-serial:" + address.path() + ":features", deadline);
      boolean packets = Arrays.asList(asking.text(deadline).split(",")).contains("shell_v2");
      return new AdbShell(server, address, packets);
    } catch (Fault old) {
      if (!old.code().equals(AdbCodes.REFUSED)) {
        throw old;
      }
      return new AdbShell(server, address, false);
    }
  }

  @Override
  public LinkAddress address() {
    return address;
  }

  @Override
  public ShellSaid run(String command, Deadline deadline) {
    try (AdbConnection connection = transport(deadline)) {
      connection.ask((packets ? "shell,v2,raw:" : "shell:") + command, deadline);
      return packets ? packets(connection, deadline) : whole(connection, deadline);
    }
  }

  @Override
  public void reboot(Deadline deadline) {
    try (AdbConnection connection = transport(deadline)) {
      connection.ask("reboot:", deadline);
      // whatever is said until it hangs up is not wanted
      byte[] rest = new byte[256];
      int n = 0;
      while (n >= 0) {
        n = connection.read(rest, 0, deadline);
      }
    } catch (Fault fault) {
      // some hang up without a word, which is what a restart looks like
      if (!fault.code().equals(LinkCodes.GONE)) {
        throw fault;
      }
    }
  }

  @Override
  public void close() {}

  private AdbConnection transport(Deadline deadline) {
    AdbConnection connection = AdbConnection.open(server, address.toString(), deadline);
    try {
      connection.ask("host:transport:" + address.path(), deadline);
      return connection;
    } catch (Fault fault) {
      connection.close();
      throw fault;
    }
  }

  /// An identifier of one byte, a length of four, the lowest first, and the data.
  private ShellSaid packets(AdbConnection connection, Deadline deadline) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    while (true) {
      ByteBuffer head =
          ByteBuffer.wrap(connection.exactly(5, deadline)).order(ByteOrder.LITTLE_ENDIAN);
      int id = head.get();
      int length = head.getInt();
      if (length < 0 || length + output.size() + errors.size() > LARGEST) {
        throw connection.unread("a command says more than 8 MiB");
      }
      byte[] data = connection.exactly(length, deadline);
      switch (id) {
        case OUTPUT -> output.writeBytes(data);
        case ERRORS -> errors.writeBytes(data);
        case EXIT -> {
          int exit = data.length == 0 ? 0 : data[0] & 0xff;
          return new ShellSaid(text(output), text(errors), OptionalInt.of(exit));
        }
        default -> {}
      }
    }
  }

  private static ShellSaid whole(AdbConnection connection, Deadline deadline) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    int n = connection.read(buffer, 0, deadline);
    while (n >= 0) {
      output.write(buffer, 0, n);
      if (output.size() > LARGEST) {
        throw connection.unread("a command says more than 8 MiB");
      }
      n = connection.read(buffer, 0, deadline);
    }
    return new ShellSaid(text(output), "", OptionalInt.empty());
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
