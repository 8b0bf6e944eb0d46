package simwright.rsp.http;

import java.time.Duration;
import java.util.List;
import simwright.rsp.RemoteFunction;
import simwright.rsp.Shape;
import simwright.rsp.trust.Forge;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.Trust;
import simwright.time.SystemTime;

/// A program of its own, as Java reads how long a connection is kept only once: asks a server twice
/// with a pause between, and prints over how many connections.
final class KeptConnection {
  private static final String HOST = "smdp.example.test";
  private static final String DONE =
      "{\"header\":{\"functionExecutionStatus\":{\"status\":\"Executed-Success\"}}}";
  private static final RemoteFunction<String, String> FUNCTION =
      RemoteFunction.es9(
          "initiateAuthentication",
          new Shape<>(fields -> "", (text, fields) -> {}),
          new Shape<>(fields -> "done", (text, fields) -> {}));

  private KeptConnection() {}

  public static void main(String[] arguments) throws Exception {
    Forge.Made root = Forge.root("CN=CI").days(-9000, 30_000).make();
    Forge.Made shown = Forge.tls(root, HOST).days(-9000, 30_000).make();
    String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + DONE.length() + "\r\n\r\n" + DONE;
    try (SystemTime time = new SystemTime();
        LoopbackServer server = LoopbackServer.tls(shown, answer, time).keeping();
        RspClient client =
            new RspClient(
                new RspClient.Peer(HOST, Role.DP_TLS, Way.to(server.address())),
                new Trust(List.of(root.certificate())),
                time)) {
      String first = client.call(FUNCTION, "", time.deadline(Duration.ofSeconds(20)));
      time.sleep(Duration.ofMillis(2500));
      String second = client.call(FUNCTION, "", time.deadline(Duration.ofSeconds(20)));
      System.out.println(first + " " + second + " connections: " + server.met());
    }
  }
}
