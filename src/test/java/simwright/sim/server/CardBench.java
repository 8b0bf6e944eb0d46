package simwright.sim.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import simwright.apdu.Command;
import simwright.apdu.Response;
import simwright.ask.Agreeing;
import simwright.ask.Attendant;
import simwright.audit.Actor;
import simwright.audit.Audit;
import simwright.audit.Kept;
import simwright.device.DeviceSet;
import simwright.euicc.PendingNotification;
import simwright.euicc.PolicyRules;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.hardware.HardwareProfiles;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.job.CardActs;
import simwright.job.Job;
import simwright.job.Jobs;
import simwright.job.Permit;
import simwright.journal.Past;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.link.Links;
import simwright.link.MadeUpCard;
import simwright.lpa.Intents;
import simwright.lpa.ProfileDownload;
import simwright.lpa.Servers;
import simwright.lpa.SwitchLimit;
import simwright.rsp.ActivationCode;
import simwright.rsp.Shape;
import simwright.rsp.es9.AuthenticateClient;
import simwright.rsp.es9.CancelSession;
import simwright.rsp.es9.GetBoundProfilePackage;
import simwright.rsp.es9.HandleNotification;
import simwright.rsp.es9.InitiateAuthentication;
import simwright.rsp.http.Ways;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.Trust;
import simwright.sim.euicc.CardMaking;
import simwright.sim.euicc.EuiccCard;
import simwright.sim.euicc.Upp;
import simwright.sim.pki.Identity;
import simwright.sim.pki.TestPki;
import simwright.time.SystemTime;
import simwright.time.Time;
import simwright.time.TurnedTime;
import simwright.tlv.Octets;
import simwright.tlv.Tlv;

/// A card in a made-up reader and a server on loopback, with everything between them as the program
/// has it: the link of the card and the calls of the server can be cut at any number.
public final class CardBench implements AutoCloseable {
  static final String HOST = "smdp.simwright.test";
  private static final Duration LONGEST = Duration.ofMinutes(2);

  /// Longer than anybody waits for a card or a server.
  private static final Duration TOO_LATE = Duration.ofMinutes(10);

  private final Duration longest;
  public final Time time;
  private final Runnable ending;
  final OrderBook orders;
  public final CardActs acts;
  public final Intents intents;
  public final String device;
  final Audit book;
  final TestPki pki;
  private final Identity maker;
  private final SecureRandom random = new SecureRandom();
  final Smdp smdp;
  private final RspServer server;
  private final Kept log;
  public final DeviceSet devices;
  public final Jobs jobs;
  private Cut cut = Cut.NEVER;
  private BentCard card;
  private UnaryOperator<Octets> packing = UnaryOperator.identity();
  private Predicate<Command> stumbles = unused -> false;
  private Optional<Iccid> refused = Optional.empty();
  private int sent;
  private int called;
  private String lastJob = "";
  private Iccid iccid = new Iccid("8988211000000000000");

  /// How something is cut: the other side never has it; it has it and the answer is lost; or the
  /// answer comes when nobody waits for it any more, which takes a clock turned by hand.
  public enum How {
    BEFORE,
    AFTER,
    LATE
  }

  /// Where something is cut: the card's link at a command or the server's at a call, counted from
  /// 1.
  public record Cut(int command, int call, How how) {
    public static final Cut NEVER = new Cut(0, 0, How.BEFORE);

    /// With the answer lost, or before the other side has it.
    public Cut(int command, int call, boolean after) {
      this(command, call, after ? How.AFTER : How.BEFORE);
    }
  }

  /// Whom a server of the bench hangs up on.
  private static final class HungUp extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// With real time.
  public CardBench(Path folder) {
    this(folder, new SystemTime());
  }

  private CardBench(Path folder, SystemTime time) {
    this(folder, TestPki.make(new SecureRandom(), time.now()), time, LONGEST, time::close);
  }

  /// With a clock turned by hand, that no test outlasts.
  CardBench(Path folder, TestPki pki, TurnedTime time) {
    this(folder, pki, time, Duration.ofDays(100), () -> {});
  }

  private CardBench(Path folder, TestPki pki, Time time, Duration longest, Runnable ending) {
    this.time = time;
    this.orders = new OrderBook(time::now);
    this.longest = longest;
    this.ending = ending;
    this.pki = pki;
    this.maker = pki.maker(new Eid("89044050001234567890123456789012"));
    smdp =
        new Smdp(
            HOST,
            pki.issue(TestPki.server(Role.DP_AUTH, "DPauth", "2.999.10")),
            pki.issue(TestPki.server(Role.DP_PB, "DPpb", "2.999.10")),
            pki.root(),
            orders,
            random,
            time::now);
    server =
        RspServer.open(
                pki.issue(TestPki.server(Role.DP_TLS, HOST, "2.999.10").hosts(List.of(HOST))), time)
            .with(InitiateAuthentication.FUNCTION, called(smdp::initiate))
            .with(AuthenticateClient.FUNCTION, called(smdp::authenticate))
            .with(GetBoundProfilePackage.FUNCTION, called(this::packed))
            .with(HandleNotification.FUNCTION, called(this::notified))
            .with(CancelSession.FUNCTION, called(smdp::cancel));
    log = Kept.in(folder, new Actor("tester", Actor.Role.OPERATOR), time);
    book = log.audit();
    Links links =
        new Links(
            List.of(new MadeUpCard(this::transmit).provider()),
            folder.resolve("transcripts"),
            address -> true,
            time);
    devices = new DeviceSet(links, HardwareProfiles.shipped(), book, time);
    device = devices.at(new LinkAddress("card", "reader")).id();
    intents = new Intents(log.store(), book, book::reveal, SwitchLimit.USUAL, time);
    Servers servers =
        new Servers(
            new Trust(List.of(pki.root())),
            Ways.of(
                Map.of(
                    HOST, new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()))),
            List.of(pki.root()),
            time);
    jobs = new Jobs(book, Permit.all(), time);
    acts = new CardActs(jobs, devices, book, servers, intents, false, time);
    card = fresh(0, UnaryOperator.identity(), UnaryOperator.identity());
  }

  /// Another card, and another order for it; its activation code.
  public ActivationCode begin(int number, Cut where) {
    place(number, UnaryOperator.identity(), UnaryOperator.identity());
    ActivationCode code = order(number, UnaryOperator.identity(), "");
    cut(where);
    return code;
  }

  /// Another card, made otherwise, whose answers are bent.
  void place(int number, UnaryOperator<CardMaking> made, UnaryOperator<Tlv> bend) {
    card = fresh(number, made, bend);
  }

  /// Another order for another profile, with a confirmation code where it is not ""; its activation
  /// code.
  ActivationCode order(int number, UnaryOperator<Offer> what, String confirmation) {
    iccid = new Iccid(String.format(Locale.ROOT, "898821100%010d", number));
    orders.stock(what.apply(offer(iccid)));
    Order unused = orders.download(Optional.of(iccid.value()), Optional.empty());
    Order released =
        orders.confirm(iccid.value(), Optional.empty(), Optional.empty(), confirmation, true);
    return ActivationCode.read("LPA:1$" + HOST + "$" + released.matchingId());
  }

  /// Another card that has a profile since it was made, in use or not.
  public Iccid issued(int number, boolean enabled, Cut where) {
    iccid = new Iccid(String.format(Locale.ROOT, "898821100%010d", number));
    Offer offer = offer(iccid);
    CardMaking usual = CardMaking.usual(pki, eid(number), maker, 300_000);
    EuiccCard issued = new EuiccCard(usual, random, time.now());
    issued.issue(offer.metadata(), offer.upp(), enabled);
    card = new BentCard(issued, UnaryOperator.identity());
    cut(where);
    return iccid;
  }

  /// Runs a job to its end, whose name is kept.
  <T> T run(Job<T> job) {
    lastJob = job.id();
    return end(job);
  }

  void cut(Cut where) {
    cut = where;
    sent = 0;
    called = 0;
  }

  /// The first of these commands finds the line busy; the card does not have it.
  void stumble(Predicate<Command> which) {
    stumbles = which;
  }

  /// Packages are changed on their way from now on.
  void packing(UnaryOperator<Octets> how) {
    packing = how;
  }

  private GetBoundProfilePackage.Answer packed(GetBoundProfilePackage.Request request) {
    GetBoundProfilePackage.Answer answer = smdp.bind(request);
    return new GetBoundProfilePackage.Answer(answer.transactionId(), packing.apply(answer.bound()));
  }

  /// The server refuses what it is told of a profile from now on.
  void refuseAbout(Iccid profile) {
    refused = Optional.of(profile);
  }

  private Shape.Nothing notified(HandleNotification.Request request) {
    Optional<Iccid> about = PendingNotification.read(request.notification()).metadata().iccid();
    if (about.isPresent() && about.equals(refused)) {
      throw new Refused("8.1", "6.1", "not this one");
    }
    return smdp.notified(request);
  }

  int sent() {
    return sent;
  }

  public int called() {
    return called;
  }

  /// The server refuses everything from now on; "" carries out again.
  void refuse(String subject, String reason) {
    server.misbehave(Script.read("fail:" + subject + "/" + reason).orElse(null));
  }

  /// TLS connections made to the server so far.
  int connections() {
    return server.connections();
  }

  String lastJob() {
    return lastJob;
  }

  public ProfileDownload.Result download(ActivationCode code) {
    return download(code, Optional.empty(), new Agreeing());
  }

  ProfileDownload.Result download(
      ActivationCode code, Optional<char[]> confirmation, Attendant attendant) {
    Job<ProfileDownload.Result> job =
        acts.download(device, code, confirmation, Optional.empty(), attendant);
    lastJob = job.id();
    return end(job);
  }

  /// The stages of the last job with this name: how each ended and with what.
  List<String> stages(String name) {
    List<String> found = new ArrayList<>();
    long unused =
        Past.read(
            book,
            1,
            each -> {
              boolean its =
                  each.kind().equals("lpa.stage")
                      && each.line().contains("\"job\":\"" + lastJob + "\"")
                      && each.line().contains("\"stage\":\"" + name + "\"");
              if (its) {
                found.add(each.line());
              }
            });
    return found;
  }

  public <T> T end(Job<T> job) {
    return job.await(time.deadline(longest)).orElseThrow();
  }

  /// How often the profile stands on the card, read without anything in between.
  long onCard() {
    return end(acts.read(device, Attendant.absent())).profiles().stream()
        .filter(each -> each.iccid().filter(iccid::equals).isPresent())
        .count();
  }

  private Response transmit(Command command) {
    sent++;
    if (stumbles.test(command)) {
      stumbles = unused -> false;
      throw new Fault(new FaultCode("cme", "14"), "sending " + command, "reader");
    }
    if (sent != cut.command()) {
      return card.transmit(command);
    }
    Response answer = null;
    if (cut.how() != How.BEFORE) {
      answer = card.transmit(command);
    }
    card.reset();
    if (cut.how() == How.LATE) {
      ((TurnedTime) time).advance(TOO_LATE);
      return answer;
    }
    throw new Fault(LinkCodes.GONE, "sending " + command, "reader");
  }

  private <Q, A> Function<Q, A> called(Function<Q, A> what) {
    return request -> {
      called++;
      if (called != cut.call()) {
        return what.apply(request);
      }
      A answer = cut.how() == How.BEFORE ? null : what.apply(request);
      if (cut.how() == How.LATE) {
        ((TurnedTime) time).advance(TOO_LATE);
        return answer;
      }
      throw new HungUp();
    };
  }

  private BentCard fresh(int number, UnaryOperator<CardMaking> made, UnaryOperator<Tlv> bend) {
    CardMaking usual = CardMaking.usual(pki, eid(number), maker, 300_000);
    return new BentCard(new EuiccCard(made.apply(usual), random, time.now()), bend);
  }

  static Eid eid(int number) {
    return new Eid(String.format(Locale.ROOT, "8904405000123456%014d12", number));
  }

  private static Offer offer(Iccid iccid) {
    Octets k = Octets.of(new byte[16]);
    return new Offer(
        "PROD-FR-PARIS-2026",
        "Simwright Test",
        Upp.write(
            "bench",
            iccid.value(),
            "001010000900001",
            new Upp.Aka(Upp.Aka.MILENAGE, k, k),
            "1234",
            "12345678"),
        ProfileInfo.ProfileClass.OPERATIONAL,
        PolicyRules.NONE,
        Optional.of("00101"),
        List.of(HOST));
  }

  @Override
  public void close() {
    devices.close();
    server.close();
    log.close();
    ending.run();
  }
}
