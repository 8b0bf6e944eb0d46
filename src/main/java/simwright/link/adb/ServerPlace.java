package simwright.link.adb;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the adb server listens: a host and a TCP port, as adb's own environment variables name
/// them.
public record ServerPlace(String host, int port) {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int USUAL = 5037;
  private static final Pattern SOCKET = Pattern.compile("tcp:(?:(.+):)?([0-9]{1,5})");
  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

  /// By ADB_SERVER_SOCKET (`tcp:HOST:PORT` or `tcp:PORT`), else ANDROID_ADB_SERVER_PORT, else
  /// loopback and port 5037.
  public static ServerPlace of(Map<String, String> environment) {
    Matcher socket = SOCKET.matcher(environment.getOrDefault("ADB_SERVER_SOCKET", ""));
    if (socket.matches()) {
      String host = socket.group(1);
      return at(host == null ? LOOPBACK : host, Integer.parseInt(socket.group(2)));
    }
    String port = environment.getOrDefault("ANDROID_ADB_SERVER_PORT", "");
    return at(LOOPBACK, PORT.matcher(port).matches() ? Integer.parseInt(port) : USUAL);
  }

  /// A port that is none is the usual one.
  private static ServerPlace at(String host, int port) {
    return new ServerPlace(host, port > 0 && port < 65_536 ? port : USUAL);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
