package simwright.link.adb;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The system's own `adb` with a server of its own on a port of its own and a home of its own, so
/// that no other adb server is touched; ended with it.
public final class RealAdb implements AutoCloseable {
  private final Path home;
  private final int port;
  private final Process server;

  /// Starts it; the test is skipped where there is none.
  public RealAdb(Path home) throws IOException, InterruptedException {
    this.home = home;
    Path program = Path.of("/usr/bin/adb");
    if (!Files.isExecutable(program)) {
      abort("adb is not installed here");
    }
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    server = process(List.of("nodaemon", "server"), home.resolve("server.log"));
    int tries = 0;
    while (!listens() && tries++ < 100) {
      boolean unused = server.waitFor(100, TimeUnit.MILLISECONDS);
    }
    if (!server.isAlive()) {
      abort("adb's server does not run here: " + Files.readString(home.resolve("server.log")));
    }
  }

  /// Where its server listens.
  public ServerPlace place() {
    return new ServerPlace("127.0.0.1", port);
  }

  /// What it prints to a command.
  public String run(String... words) throws IOException, InterruptedException {
    Path out = Files.createTempFile(home, "adb", ".txt");
    Process process = process(List.of(words), out);
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  private boolean listens() {
    try (var socket = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private Process process(List<String> words, Path out) throws IOException {
    List<String> command = new ArrayList<>(List.of("/usr/bin/adb"));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(out.toFile());
    builder.environment().remove("ADB_SERVER_SOCKET");
    builder.environment().put("ANDROID_ADB_SERVER_PORT", Integer.toString(port));
    builder.environment().put("HOME", home.toString());
    builder.environment().put("ANDROID_SDK_HOME", home.toString());
    builder.environment().put("ADB_MDNS", "0");
    return builder.start();
  }

  @Override
  public void close() throws InterruptedException {
    server.destroy();
    if (!server.waitFor(5, TimeUnit.SECONDS)) {
      server.destroyForcibly();
    }
  }
}
