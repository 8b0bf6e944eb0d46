package simwright.sim.handset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A service of the handset by its name: a command on its shell, with or without packets.
final class Service {
  private Service() {}

  /// Whether it restarts the handset.
  static boolean restarts(String name) {
    return name.startsWith("reboot:");
  }

  /// All it sends; empty for a service that is not there.
  static Optional<byte[]> answer(Phone phone, String name) {
    int colon = name.indexOf(':');
    if (!name.startsWith("shell") || colon < 0) {
      return Optional.empty();
    }
    boolean packets = name.startsWith("shell,v2");
    if (packets && phone.suffers(Phone.Trouble.OLD_SHELL)) {
      return Optional.empty();
    }
    Shell.Said said = phone.run(name.substring(colon + 1));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    if (packets) {
      packet(all, 1, said.output().getBytes(StandardCharsets.UTF_8));
      packet(all, 2, said.errors().getBytes(StandardCharsets.UTF_8));
      packet(all, 3, new byte[] {(byte) said.exit()});
    } else {
      String text = (said.output() + said.errors()).replace("\n", "\r\n");
      all.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
    return Optional.of(all.toByteArray());
  }

  private static void packet(ByteArrayOutputStream all, int id, byte[] data) {
    if (data.length > 0) {
      all.writeBytes(
          ByteBuffer.allocate(5)
              .order(ByteOrder.LITTLE_ENDIAN)
              .put((byte) id)
              .putInt(data.length)
              .array());
      all.writeBytes(data);
    }
  }
}
