package simwright.app;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import simwright.time.SystemTime;

/// A pcscd of the test's own in the foreground, with vpcd's virtual reader on a free port. pcscd
/// has one place for its socket, so that it cannot stand beside another.
final class OwnCardService implements AutoCloseable {
  static final String READER = "pcsc:Virtual PCD 00 00";

  private static final Path FOLDER = Path.of("/run/pcscd");
  private static final Path SOCKET = FOLDER.resolve("pcscd.comm");
  private static final Path DRIVERS = Path.of("/usr/lib/pcsc/drivers/serial");
  private static final Duration STARTING = Duration.ofSeconds(30);

  private final Path config;
  private final Path log;
  private final int port;
  private final SystemTime time;
  private Process process;

  private OwnCardService(Path config, Path log, int port, SystemTime time) {
    this.config = config;
    this.log = log;
    this.port = port;
    this.time = time;
  }

  /// Starts one, or skips the test with the reason why it cannot.
  static OwnCardService start(Path folder, SystemTime time) throws IOException {
    Optional<Path> driver = driver();
    assumeTrue(driver.isPresent(), "vsmartcard-vpcd is not installed");
    assumeTrue(program().isPresent(), "pcscd is not installed");
    assumeTrue(!answers(), "another pcscd runs here, and there can be one only");
    assumeTrue(
        Files.isWritable(Files.exists(FOLDER) ? FOLDER : FOLDER.getParent()),
        "this user may not make pcscd's socket in " + FOLDER);
    Files.createDirectories(FOLDER);
    int port = twoPorts();
    Path config = Files.createDirectories(folder.resolve("reader.conf.d"));
    Files.writeString(
        config.resolve("vpcd"),
        "FRIENDLYNAME \"Virtual PCD\"\nDEVICENAME /dev/null:0x%1$X\nLIBPATH %2$s\nCHANNELID 0x%1$X\n"
            .formatted(port, driver.get()));
    OwnCardService service = new OwnCardService(config, folder.resolve("pcscd.log"), port, time);
    service.run();
    return service;
  }

  /// Where a card connects to.
  InetSocketAddress reader() {
    return new InetSocketAddress("127.0.0.1", port);
  }

  /// The same for its second slot.
  InetSocketAddress second() {
    return new InetSocketAddress("127.0.0.1", port + 1);
  }

  /// As `systemctl restart` would do.
  void restart() throws IOException {
    stop();
    run();
  }

  private void run() throws IOException {
    process =
        new ProcessBuilder(program().orElseThrow().toString(), "-f", "-c", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    var deadline = time.deadline(STARTING);
    // its readers are there before its socket is
    boolean ready = false;
    while (!ready && process.isAlive() && !deadline.passed()) {
      time.sleep(Duration.ofMillis(50));
      ready = answers();
    }
    if (!ready) {
      stop();
    }
    assertTrue(ready, () -> "pcscd did not start: " + said());
  }

  private String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private void stop() {
    process.destroy();
    process.onExit().join();
  }

  @Override
  public void close() {
    stop();
  }

  private static boolean answers() {
    try (SocketChannel socket = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return Files.exists(SOCKET) && socket.connect(UnixDomainSocketAddress.of(SOCKET));
    } catch (IOException nobody) {
      return false;
    }
  }

  /// vpcd takes a port for each of its two slots.
  private static int twoPorts() throws IOException {
    for (int i = 0; i < 50; i++) {
      try (ServerSocket first = new ServerSocket(0);
          ServerSocket second = new ServerSocket(first.getLocalPort() + 1)) {
        return second.getLocalPort() - 1;
      } catch (IOException taken) {
        assertTrue(i < 49, "no two ports are free");
      }
    }
    throw new AssertionError();
  }

  private static Optional<Path> program() {
    return Stream.of("/usr/sbin/pcscd", "/usr/bin/pcscd")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Optional<Path> driver() throws IOException {
    if (!Files.isDirectory(DRIVERS)) {
      return Optional.empty();
    }
    try (Stream<Path> all = Files.list(DRIVERS)) {
      List<Path> found =
          all.filter(file -> file.getFileName().toString().equals("libifdvpcd.so")).toList();
      return found.stream().findFirst();
    }
  }
}
