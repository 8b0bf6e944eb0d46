package simwright.sim.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import simwright.euicc.PolicyRules;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.identity.Eid;
import simwright.lab.BenchDescription;
import simwright.lab.LabCodes;
import simwright.rsp.es9.AuthenticateClient;
import simwright.rsp.es9.CancelSession;
import simwright.rsp.es9.GetBoundProfilePackage;
import simwright.rsp.es9.HandleNotification;
import simwright.rsp.es9.InitiateAuthentication;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.Role;
import simwright.sim.euicc.Upp;
import simwright.sim.network.Network;
import simwright.sim.network.Subscription;
import simwright.sim.pki.Identity;
import simwright.sim.pki.TestPki;
import simwright.time.Time;
import simwright.tlv.Octets;

/// The servers of a bench: an SM-DP+ with profiles to order, and an SM-DS that knows of them.
public final class BenchServers implements AutoCloseable {
  /// The name of the SM-DP+.
  public static final String SMDP = "smdp.simwright.test";

  /// The name of the SM-DS.
  public static final String SMDS = "smds.simwright.test";

  private static final String ROOT = "test-root.der";
  private static final String SMDP_OID = "2.999.10";
  private static final String SMDS_OID = "2.999.15";
  private static final int KEY = 16;

  private final OrderBook orders = new OrderBook();
  private final List<BenchDescription.Order> published = new ArrayList<>();
  private final Certificate root;
  private final Smdp smdp;
  private final Smds smds;
  private final RspServer smdpServer;
  private final RspServer smdsServer;

  /// Starts them under the bench's root; the subscribers of their profiles are let into the
  /// network.
  public BenchServers(TestPki pki, Network network, SecureRandom random, Time time) {
    this.root = pki.root();
    Identity auth = pki.issue(TestPki.server(Role.DP_AUTH, "Simwright SM-DP+ auth", SMDP_OID));
    Identity binder = pki.issue(TestPki.server(Role.DP_PB, "Simwright SM-DP+ pb", SMDP_OID));
    this.smdp = new Smdp(SMDP, auth, binder, root, orders, random, time::now);
    this.smds =
        new Smds(
            SMDS,
            pki.issue(TestPki.server(Role.DS_AUTH, "Simwright SM-DS auth", SMDS_OID)),
            root,
            random,
            time::now);
    this.smdpServer = RspServer.open(tls(pki, Role.DP_TLS, SMDP, SMDP_OID), time);
    this.smdsServer = RspServer.open(tls(pki, Role.DS_TLS, SMDS, SMDS_OID), time);
    smdpServer
        .with(InitiateAuthentication.FUNCTION, smdp::initiate)
        .with(AuthenticateClient.FUNCTION, smdp::authenticate)
        .with(GetBoundProfilePackage.FUNCTION, smdp::bind)
        .with(HandleNotification.FUNCTION, smdp::notified)
        .with(CancelSession.FUNCTION, smdp::cancel);
    smdsServer
        .with(InitiateAuthentication.AT_SMDS, smds::initiate)
        .with(AuthenticateClient.AT_SMDS, smds::authenticate);
    stock(network);
  }

  private static Identity tls(TestPki pki, Role role, String host, String oid) {
    return pki.issue(TestPki.server(role, host, oid).hosts(List.of(host)));
  }

  /// An event at the SM-DS for a card.
  public void announce(Eid eid) {
    smds.register(eid, "EVENT-" + eid.value().substring(24), SMDP);
  }

  /// Misbehaves from now on; empty behaves again.
  public void misbehave(Optional<Misbehaviour> how) {
    smdpServer.misbehave(how.orElse(null));
  }

  /// The SM-DP+ forgets its sessions, as after their time is over.
  public void forgetSessions() {
    smdp.forget();
  }

  /// What to publish of them; the root is written into the bench's folder.
  public List<BenchDescription.Server> servers(Path folder) {
    Path file = folder.resolve(ROOT);
    try {
      Files.write(file, root.der().toArray());
    } catch (IOException e) {
      throw new Fault(LabCodes.FOLDER, "writing the test root", file.toString(), null, e);
    }
    return List.of(
        new BenchDescription.Server("sm-dp+", SMDP, at(smdpServer), file.toString()),
        new BenchDescription.Server("sm-ds", SMDS, at(smdsServer), file.toString()));
  }

  /// The file in the bench's folder that holds the root.
  public static String rootName() {
    return ROOT;
  }

  private static String at(RspServer server) {
    return "127.0.0.1:" + server.port();
  }

  /// The orders that wait.
  public List<BenchDescription.Order> orders() {
    return List.copyOf(published);
  }

  @Override
  public void close() {
    smdpServer.close();
    smdsServer.close();
  }

  private void stock(Network network) {
    order(network, 1, "PROD-FR-PARIS-2026", "", PolicyRules.NONE);
    order(network, 2, "TRAVEL-EU-STANDBY", "4711", PolicyRules.NONE);
    order(network, 3, "PROD-SG-SINGAPORE-2026", "", PolicyRules.NONE);
    order(network, 4, "PROD-ID-JAKARTA-2026", "", new PolicyRules(false, false, true));
    order(network, 5, "PROD-US-CHICAGO-2026", "2026", PolicyRules.NONE);
  }

  private void order(Network network, int number, String name, String code, PolicyRules rules) {
    String imsi = String.format(java.util.Locale.ROOT, "00101%010d", 9_000_000 + number);
    String iccid = luhn(String.format(java.util.Locale.ROOT, "898821100000900%03d", number));
    Random secrets = new Random(977L * number);
    byte[] k = new byte[KEY];
    byte[] opc = new byte[KEY];
    secrets.nextBytes(k);
    secrets.nextBytes(opc);
    Upp upp =
        Upp.write(
            name,
            iccid,
            imsi,
            new Upp.Aka(Upp.Aka.MILENAGE, Octets.of(k), Octets.of(opc)),
            "1234",
            "12345678");
    network.subscribe(new Subscription(imsi, iccid, k, opc, 0));
    orders.stock(
        new Offer(
            name,
            Network.NAME,
            upp,
            ProfileInfo.ProfileClass.OPERATIONAL,
            rules,
            Optional.of(Network.PLMN),
            List.of(SMDP)));
    Order order = orders.download(Optional.of(iccid), Optional.empty());
    String matching =
        orders.confirm(iccid, Optional.empty(), Optional.empty(), code, true).matchingId();
    String flag = code.isEmpty() ? "" : "$$1";
    published.add(
        new BenchDescription.Order(
            order.offer().name(), iccid, "LPA:1$" + SMDP + "$" + matching + flag, code));
  }

  private static String luhn(String digits) {
    int sum = 0;
    for (int i = digits.length() - 1, odd = 1; i >= 0; i--, odd ^= 1) {
      int d = (digits.charAt(i) - '0') * (odd == 1 ? 2 : 1);
      sum += d > 9 ? d - 9 : d;
    }
    return digits + (10 - sum % 10) % 10;
  }
}
