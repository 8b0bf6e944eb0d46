package simwright.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.fault.Fault;
import simwright.lab.BenchDescription;
import simwright.rsp.RspCodes;
import simwright.rsp.es2.Caller;
import simwright.rsp.es2.DownloadOrder;
import simwright.rsp.http.RspClient;
import simwright.rsp.http.Way;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.RootFile;
import simwright.rsp.trust.Trust;
import simwright.sim.network.Network;
import simwright.sim.pki.TestPki;
import simwright.time.SystemTime;
import simwright.time.Time;

/// ES2+ as this program calls it: the server asks for a certificate and believes only its own.
class OperatorCallsTest {
  private final Time time = new SystemTime();
  @TempDir Path folder;
  private BenchServers servers;

  @BeforeEach
  void open() {
    servers = bench();
  }

  private BenchServers bench() {
    SecureRandom random = new SecureRandom();
    return new BenchServers(
        TestPki.make(random, time.now()), new Network(new Random(1)), random, time);
  }

  @AfterEach
  void close() {
    servers.close();
  }

  private static List<KeyManager> identity(Path file) throws Exception {
    KeyStore key = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      key.load(in, "bench".toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(key, "bench".toCharArray());
    return List.of(keys.getKeyManagers());
  }

  private String order(List<KeyManager> shown) {
    BenchDescription.Server server = servers.servers(folder).getLast();
    String[] at = server.address().split(":");
    Way way = Way.to(new InetSocketAddress(at[0], Integer.parseInt(at[1])));
    Trust trust = new Trust(RootFile.read(Path.of(server.root()), time.now()));
    RspClient.Peer peer = new RspClient.Peer(server.host(), Role.DP_TLS, way, shown);
    try (RspClient client = new RspClient(peer, trust, time)) {
      DownloadOrder.Request request =
          new DownloadOrder.Request(
              new Caller("2.999.11", "call-1"),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      return client
          .call(DownloadOrder.FUNCTION, request, time.deadline(Duration.ofSeconds(30)))
          .iccid();
    }
  }

  @Test
  void anOperatorWithItsCertificateIsServed() throws Exception {
    BenchDescription.Server unused = servers.servers(folder).getLast();
    assertEquals("8988211000009000061", order(identity(folder.resolve("operator.p12"))));
  }

  @Test
  void aCallerWithoutACertificateIsNot() {
    assertEquals(RspCodes.CALLER, assertThrows(Fault.class, () -> order(List.of())).code());
  }

  @Test
  void aCertificateOfAnotherRootIsNotBelieved() throws Exception {
    Path other = Files.createDirectories(folder.resolve("other"));
    try (BenchServers elsewhere = bench()) {
      BenchDescription.Server unused = elsewhere.servers(other).getLast();
      List<KeyManager> wrong = identity(other.resolve("operator.p12"));
      assertEquals(RspCodes.CALLER, assertThrows(Fault.class, () -> order(wrong)).code());
    }
  }
}
