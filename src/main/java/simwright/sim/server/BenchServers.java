package simwright.sim.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simwright.euicc.PolicyRules;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.identity.Eid;
import simwright.lab.BenchDescription;
import simwright.lab.LabCodes;
import simwright.rsp.es2.CancelOrder;
import simwright.rsp.es2.ConfirmOrder;
import simwright.rsp.es2.DownloadOrder;
import simwright.rsp.es2.ReleaseProfile;
import simwright.rsp.es9.AuthenticateClient;
import simwright.rsp.es9.CancelSession;
import simwright.rsp.es9.GetBoundProfilePackage;
import simwright.rsp.es9.HandleNotification;
import simwright.rsp.es9.InitiateAuthentication;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.Role;
import simwright.sim.euicc.CardMaking;
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
  public static final String SMDS = CardMaking.SMDS;

  /// The name of the SM-DP+ for operators, who come with a certificate.
  public static final String ES2 = "es2.simwright.test";

  /// The file in the bench's folder with the operator's key and certificate.
  public static final String OPERATOR_KEY = "operator.p12";

  /// Its password, which keeps nothing secret: everybody may be the operator of a bench.
  public static final String OPERATOR_PASSWORD = "bench";

  private static final String ROOT = "test-root.der";
  private static final String SMDP_OID = "2.999.10";
  private static final String SMDS_OID = "2.999.15";
  private static final List<String> NAMES = List.of("sm-dp+", "sm-ds", "es2+");
  private static final int LAST_PORT = 65_535;
  private static final int KEY = 16;
  private static final int EVENTS = 100;
  private static final int PHONES = 12;
  private static final int FIRST_PHONE = 20;
  private static final int TESTS = 200;
  private static final int TESTS_EACH = 6;
  private static final int TESTS_MOST = 800;
  private static final String OPERATOR = "operator.simwright.test";
  private static final String OPERATOR_OID = "2.999.11";
  private static final Pattern TELL = Pattern.compile("tell:127\\.0\\.0\\.1:([0-9]{1,5})");
  private static final PolicyRules KEPT = new PolicyRules(false, false, true);
  private static final PolicyRules STAYS_IN_USE = new PolicyRules(false, true, false);

  /// A network that cannot be received here: its subscribers roam.
  private static final String ABROAD = "99970";

  private final OrderBook orders;
  private final List<BenchDescription.Order> published = new CopyOnWriteArrayList<>();
  private final Certificate root;
  private final Smdp smdp;
  private final Smds smds;
  private final RspServer smdpServer;
  private final RspServer smdsServer;
  private final RspServer operatorServer;
  private final Identity operator;
  private final ProgressPost post;
  private final List<Path> written = new ArrayList<>();
  private final Network network;
  private int announced;
  private int tests;
  private volatile Runnable changed = () -> {};

  /// Starts them under the bench's root; the subscribers of their profiles are let into the
  /// network.
  public BenchServers(TestPki pki, Network network, SecureRandom random, Time time) {
    this.root = pki.root();
    this.network = network;
    this.orders = new OrderBook(time::now);
    this.operator = tls(pki, Role.DP_TLS, OPERATOR, OPERATOR_OID);
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
    Identity shown = tls(pki, Role.DP_TLS, SMDP, SMDP_OID);
    this.smdpServer = RspServer.open(shown, time);
    this.post = new ProgressPost(OPERATOR, SMDP_OID, shown, root, time);
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
    OperatorSide side = new OperatorSide(SMDP, orders, smds, SMDS);
    this.operatorServer =
        RspServer.open(tls(pki, Role.DP_TLS, ES2, SMDP_OID), time, Optional.of(root));
    operatorServer
        .withCaller(DownloadOrder.FUNCTION, side::download)
        .withCaller(ConfirmOrder.FUNCTION, side::confirm)
        .withCaller(ReleaseProfile.FUNCTION, side::release)
        .withCaller(CancelOrder.FUNCTION, side::cancel);
    smdp.whenPassed(post::tell);
    smdp.whenInstalled(this::installed);
    stock();
  }

  private static Identity tls(TestPki pki, Role role, String host, String oid) {
    return pki.issue(TestPki.server(role, host, oid).hosts(List.of(host)));
  }

  /// A profile waits for a card, and the SM-DS knows it: the event is the matching identifier.
  public void announce(Eid eid) {
    String id = "EVENT-" + eid.value().substring(24);
    Offer offer = offer(EVENTS + announced++, Network.PLMN, "PROD-ZA-CAPE-TOWN-2026");
    orders.stock(offer);
    String iccid = offer.upp().iccid();
    Order taken = orders.download(Optional.of(iccid), Optional.of(eid));
    Order unused = orders.confirm(iccid, taken.eid(), Optional.of(id), "", true);
    smds.register(eid, id, SMDP);
  }

  /// Misbehaves from now on as written, after the name of a server where it is not the SM-DP+:
  /// `cut`, `es2+ page*2`, `sm-ds slow:5`, `fail:8.2.6/3.8@authenticateClient`; "" behaves again.
  /// `tell:127.0.0.1:PORT` is where an operator hears of its downloads.
  public void misbehave(String how) {
    Matcher tell = TELL.matcher(how);
    if (tell.matches() && Integer.parseInt(tell.group(1)) <= LAST_PORT) {
      post.to(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(tell.group(1))));
      return;
    }
    String[] words = how.strip().split(" +", 2);
    boolean named = NAMES.contains(words[0]);
    String server = named ? words[0] : NAMES.getFirst();
    String script = named ? (words.length > 1 ? words[1] : "") : how.strip();
    Optional<Script> one = Script.read(script);
    boolean inside = one.flatMap(Script::how).filter(Misbehaviour::inside).isPresent();
    if ((one.isEmpty() && !script.isEmpty()) || (inside && !server.equals(NAMES.getFirst()))) {
      throw new Fault(
          LabCodes.CONTROL,
          "disturbing the servers",
          how,
          "there are: "
              + Misbehaviour.all()
              + ", slow:SECONDS, fail:SUBJECT/REASON, each but those inside what is signed with"
              + " @FUNCTION and *TIMES; before it es2+ or sm-ds; and tell:127.0.0.1:PORT",
          null);
    }
    switch (server) {
      case "es2+" -> operatorServer.misbehave(one.orElse(null));
      case "sm-ds" -> smdsServer.misbehave(one.orElse(null));
      default -> misbehave(one);
    }
  }

  private void misbehave(Optional<Script> script) {
    smdpServer.misbehave(script.orElse(null));
    smdp.misbehave(script.flatMap(Script::how).orElse(null));
  }

  /// What to publish of them; the root is written into the bench's folder.
  public List<BenchDescription.Server> servers(Path folder) {
    Path file = folder.resolve(ROOT);
    try {
      if (written.isEmpty()) {
        written.add(Files.write(file, root.der().toArray()));
        written.add(writeOperator(folder.resolve(OPERATOR_KEY)));
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new Fault(LabCodes.FOLDER, "writing the test root", file.toString(), null, e);
    }
    return List.of(
        new BenchDescription.Server("sm-dp+", SMDP, at(smdpServer), file.toString()),
        new BenchDescription.Server("sm-ds", SMDS, at(smdsServer), file.toString()),
        new BenchDescription.Server("es2+", ES2, at(operatorServer), file.toString()));
  }

  /// The operator's key and certificate for ES2+: PKCS #12 with the password `bench`.
  private Path writeOperator(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    char[] password = OPERATOR_PASSWORD.toCharArray();
    X509Certificate[] chain = {RspServer.x509(operator.certificate())};
    store.setKeyEntry("operator", operator.key().forTls(), password, chain);
    Files.deleteIfExists(file);
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    Path made =
        posix
            ? Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
            : Files.createFile(file);
    try (OutputStream out = Files.newOutputStream(made)) {
      store.store(out, password);
    }
    return made;
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
    operatorServer.close();
    for (Path each : written) {
      try {
        Files.deleteIfExists(each);
      } catch (IOException e) {
        throw new Fault(LabCodes.FOLDER, "leaving the bench's folder", each.toString(), null, e);
      }
    }
  }

  private void stock() {
    order(offer(1, Network.PLMN, "PROD-FR-PARIS-2026"), "", "");
    order(offer(2, ABROAD, "TRAVEL-EU-STANDBY"), "4711", "");
    order(offer(3, Network.PLMN, "PROD-SG-SINGAPORE-2026"), "", "");
    order(offer(4, Network.PLMN, "PROD-ID-JAKARTA-2026").under(KEPT), "", "");
    order(offer(5, "00102", "PROD-US-CHICAGO-2026"), "2026", "");
    order(offer(9, ABROAD, "FALLBACK-WORLD-2030"), "", "");
    // these wait for an operator's order over ES2+
    orders.stock(offer(6, Network.PLMN, "PROD-DE-BERLIN-2026"));
    orders.stock(offer(7, Network.PLMN, "PROD-IN-PUNE-2026"));
    orders.stock(offer(8, ABROAD, "TRAVEL-ASIA-STANDBY"));
    for (int i = 0; i < PHONES; i++) {
      orders.stock(offer(FIRST_PHONE + i, Network.PLMN, "PHONE-ZA-CAPE-TOWN-2026"));
    }
  }

  /// A profile with keys of its own; its subscriber is let into the network.
  private Offer offer(int number, String plmn, String name) {
    String imsi = plmn + String.format(Locale.ROOT, "%010d", 9_000_000 + number);
    String iccid = luhn(String.format(Locale.ROOT, "898821100000900%03d", number));
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
    return new Offer(
        name,
        Network.NAME,
        upp,
        ProfileInfo.ProfileClass.OPERATIONAL,
        PolicyRules.NONE,
        Optional.of(plmn),
        List.of(SMDP));
  }

  /// Whom to tell when what is published has changed.
  public void whenChanged(Runnable then) {
    changed = then;
  }

  private void installed(Order order) {
    smds.delete(order.matchingId());
    String iccid = order.offer().upp().iccid();
    if (published.removeIf(each -> !each.device().isEmpty() && each.iccid().equals(iccid))) {
      changed.run();
    }
  }

  /// Test orders for a device of the bench, which a run of a plan may use up, two of them with a
  /// policy rule that their names tell; as long as there are numbers left.
  public void forTests(String device) {
    for (int i = 0; i < TESTS_EACH && tests < TESTS_MOST; i++) {
      order(test("TEST-ZA-CAPE-TOWN-2026", PolicyRules.NONE), "", device);
    }
    if (tests + 2 <= TESTS_MOST) {
      order(test("TEST-PPR1-2026", STAYS_IN_USE), "", device);
      order(test("TEST-PPR2-2026", KEPT), "", device);
    }
  }

  private Offer test(String name, PolicyRules rules) {
    return offer(TESTS + tests++, Network.PLMN, name).under(rules);
  }

  private void order(Offer offer, String code, String device) {
    orders.stock(offer);
    String iccid = offer.upp().iccid();
    Order order = orders.download(Optional.of(iccid), Optional.empty());
    String matching =
        orders.confirm(iccid, Optional.empty(), Optional.empty(), code, true).matchingId();
    String flag = code.isEmpty() ? "" : "$$1";
    published.add(
        new BenchDescription.Order(
            order.offer().name(), iccid, "LPA:1$" + SMDP + "$" + matching + flag, code, device));
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
