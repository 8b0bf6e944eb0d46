package simwright.device;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import simwright.at.command.ReadCounters;

/// The network interface that a device brings to this computer, found by its USB path, and that
/// interface's own counters.
public record HostNetwork(String name, Path counters) {
  /// The interface below the USB device of a path such as `1-4`; `sysfs` is `/sys` or a made-up
  /// tree.
  public static Optional<HostNetwork> of(Path sysfs, String usbPath) {
    try (Stream<Path> all = Files.list(sysfs.resolve("class/net"))) {
      return all.filter(each -> below(each, usbPath))
          .findFirst()
          .map(each -> new HostNetwork(each.getFileName().toString(), each.resolve("statistics")));
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  /// That of a device; empty where this computer knows none.
  public static Optional<HostNetwork> of(Device device) {
    return device
        .view()
        .get()
        .port()
        .usbPath()
        .flatMap(path -> HostNetwork.of(Path.of("/sys"), path));
  }

  private static boolean below(Path entry, String usbPath) {
    try {
      for (Path part : entry.resolve("device").toRealPath()) {
        if (part.toString().equals(usbPath)) {
          return true;
        }
      }
      return false;
    } catch (IOException none) {
      return false;
    }
  }

  /// The bytes that went over it; empty where it is gone.
  public Optional<ReadCounters.Counters> count() {
    try {
      return Optional.of(
          new ReadCounters.Counters(number(counters, "tx_bytes"), number(counters, "rx_bytes")));
    } catch (IOException | NumberFormatException gone) {
      return Optional.empty();
    }
  }

  private static long number(Path folder, String file) throws IOException {
    return Long.parseLong(Files.readString(folder.resolve(file)).strip());
  }

  /// Sends a datagram from its address. That alone does not make it go this way: the counters tell.
  /// False where the interface has no address or the computer refuses.
  public boolean send(String host, int port, String piece) {
    byte[] bytes = piece.getBytes(StandardCharsets.US_ASCII);
    try {
      NetworkInterface here = NetworkInterface.getByName(name);
      InetAddress to = InetAddress.getByName(host);
      Optional<InetAddress> from =
          here == null
              ? Optional.empty()
              : here.inetAddresses()
                  .filter(own -> own.getClass().equals(to.getClass()))
                  .findFirst();
      if (from.isEmpty()) {
        return false;
      }
      try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(from.get(), 0))) {
        socket.send(new DatagramPacket(bytes, bytes.length, to, port));
        return true;
      }
    } catch (IOException refused) {
      return false;
    }
  }
}
