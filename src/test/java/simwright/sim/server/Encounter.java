package simwright.sim.server;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import simwright.apdu.CardChannel;
import simwright.apdu.Command;
import simwright.apdu.LogicalChannel;
import simwright.apdu.Response;
import simwright.apdu.RightLength;
import simwright.apdu.WholeAnswers;
import simwright.ask.Progress;
import simwright.euicc.AuthenticateServer;
import simwright.euicc.Authenticated;
import simwright.euicc.BoundProfilePackage;
import simwright.euicc.DeviceInfo;
import simwright.euicc.GetEuiccChallenge;
import simwright.euicc.GetEuiccInfo1;
import simwright.euicc.GetEuiccInfo2;
import simwright.euicc.GetProfilesInfo;
import simwright.euicc.InstallationResult;
import simwright.euicc.IsdR;
import simwright.euicc.PolicyRules;
import simwright.euicc.PrepareDownload;
import simwright.euicc.ProfileId;
import simwright.euicc.ProfileInfo;
import simwright.identity.Eid;
import simwright.rsp.es9.AuthenticateClient;
import simwright.rsp.es9.GetBoundProfilePackage;
import simwright.rsp.es9.HandleNotification;
import simwright.rsp.es9.InitiateAuthentication;
import simwright.rsp.trust.Role;
import simwright.sim.euicc.CardMaking;
import simwright.sim.euicc.EuiccCard;
import simwright.sim.euicc.Upp;
import simwright.sim.pki.Identity;
import simwright.sim.pki.TestPki;
import simwright.time.Deadline;
import simwright.time.HandTime;
import simwright.tlv.Octets;
import simwright.tlv.Tlv;

/// A simulated card and a simulated server that meet without a wire between them.
final class Encounter {
  static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
  static final Eid EID = new Eid("89044050001234567890123456789012");
  static final String HOST = "smdp.simwright.test";
  static final int MEMORY = 300_000;

  final SecureRandom random = new SecureRandom();
  final HandTime time = new HandTime(NOW);
  final Deadline deadline = time.deadline(Duration.ofMinutes(1));
  final TestPki pki = TestPki.make(random, NOW);
  final OrderBook orders = new OrderBook(time::now);
  final Identity auth = pki.issue(TestPki.server(Role.DP_AUTH, "DPauth", "2.999.10"));
  final Identity binder = pki.issue(TestPki.server(Role.DP_PB, "DPpb", "2.999.10"));
  final EuiccCard card;
  final Smdp server;
  private final String host;
  private IsdR isdR;

  /// A download as far as the package.
  record Fetched(String transactionId, BoundProfilePackage bound) {}

  Encounter() {
    this(MEMORY, List.of());
  }

  Encounter(int memory, List<CardMaking.Allowed> allowed) {
    this(memory, allowed, making -> making);
  }

  Encounter(
      int memory,
      List<CardMaking.Allowed> allowed,
      java.util.function.UnaryOperator<CardMaking> made) {
    this(HOST, EID, memory, allowed, made);
  }

  Encounter(
      String host,
      Eid eid,
      int memory,
      List<CardMaking.Allowed> allowed,
      java.util.function.UnaryOperator<CardMaking> made) {
    this.host = host;
    card = another(eid, memory, allowed, made);
    server = new Smdp(host, auth, binder, pki.root(), orders, random, () -> time.now());
    if (card.kind() == CardMaking.Kind.CONSUMER) {
      select();
    }
  }

  EuiccCard another(
      Eid eid,
      int memory,
      List<CardMaking.Allowed> allowed,
      java.util.function.UnaryOperator<CardMaking> made) {
    Identity maker = pki.maker(eid);
    CardMaking usual = CardMaking.usual(pki, eid, maker, memory).allowing(allowed);
    return new EuiccCard(made.apply(usual), random, NOW);
  }

  /// Opens a channel with the ISD-R, as after every reset.
  void select() {
    isdR = select(card);
  }

  IsdR select(EuiccCard other) {
    CardChannel wire = new RightLength((command, unused) -> other.transmit(command).response());
    CardChannel whole = new WholeAnswers(LogicalChannel.open(wire, deadline));
    Response unused =
        whole.transmit(Command.of(0, 0xa4, 4, 0).with(IsdR.AID).expecting(256), deadline);
    return new IsdR(whole, 255);
  }

  <R> R send(simwright.euicc.CardRequest<R> request) {
    return isdR.send(request, deadline);
  }

  IsdR isdR() {
    return isdR;
  }

  /// A command on the channel with the ISD-R, as it is.
  Response raw(Command command) {
    return card.transmit(command.with(command.cls().onChannel(1))).response();
  }

  /// A segment or a function in blocks; the last status and, where there is one, the answer.
  Response store(Octets data) {
    Response said = Response.of(0x9000);
    for (int at = 0, n = 0; at < data.length(); at += 255, n++) {
      boolean last = at + 255 >= data.length();
      said =
          raw(
              Command.of(0x80, 0xe2, last ? 0x91 : 0x11, n & 0xff)
                  .with(data.part(at, Math.min(data.length(), at + 255))));
    }
    Octets whole = Octets.NONE;
    while (said.status().value() >> 8 == 0x61) {
      int left = said.status().value() & 0xff;
      said = raw(Command.of(0, 0xc0, 0, 0).expecting(left == 0 ? 256 : left));
      whole = whole.then(said.data());
    }
    return new Response(whole, said.status());
  }

  static Offer offer(String iccid, String imsi) {
    return offer(iccid, imsi, ProfileInfo.ProfileClass.OPERATIONAL, PolicyRules.NONE);
  }

  static Offer offer(String iccid, String imsi, ProfileInfo.ProfileClass kind, PolicyRules rules) {
    return offer(upp(iccid, imsi, Upp.Aka.MILENAGE), kind, rules);
  }

  static Offer offer(Upp upp, ProfileInfo.ProfileClass kind, PolicyRules rules) {
    return new Offer(
        "PROD-FR-PARIS-2026",
        "Simwright Test",
        upp,
        kind,
        rules,
        Optional.of("00101"),
        List.of(HOST));
  }

  static Upp upp(String iccid, String imsi, int algorithm) {
    Octets k = Octets.of(new byte[16]);
    return Upp.write("bench", iccid, imsi, new Upp.Aka(algorithm, k, k), "1234", "12345678");
  }

  /// Orders it without a card; gives the matching identifier.
  String order(Offer offer) {
    return order(offer, "");
  }

  String order(Offer offer, String code) {
    orders.stock(offer);
    String iccid = offer.upp().iccid();
    Order unused = orders.download(Optional.of(iccid), Optional.empty());
    return orders.confirm(iccid, Optional.empty(), Optional.empty(), code, true).matchingId();
  }

  InitiateAuthentication.Answer initiate() {
    Octets challenge = send(new GetEuiccChallenge());
    return server.initiate(
        new InitiateAuthentication.Request(challenge, send(new GetEuiccInfo1()).raw(), host));
  }

  Authenticated authenticate(InitiateAuthentication.Answer first, String matchingId) {
    return send(
        new AuthenticateServer(
            first.signed(),
            first.signature(),
            first.rootKey(),
            first.certificate(),
            new AuthenticateServer.Context(matchingId, DeviceInfo.of(Optional.empty()))));
  }

  AuthenticateClient.Answer metadata(String matchingId) {
    InitiateAuthentication.Answer first = initiate();
    Authenticated mutual = authenticate(first, matchingId);
    return server.authenticate(new AuthenticateClient.Request(first.transactionId(), mutual.raw()));
  }

  Authenticated prepare(AuthenticateClient.Answer second, Optional<Octets> code) {
    return send(
        new PrepareDownload(second.signed(), second.signature(), code, second.certificate()));
  }

  Fetched fetch(String matchingId) {
    return fetch(matchingId, Optional.empty());
  }

  Fetched fetch(String matchingId, Optional<Octets> code) {
    AuthenticateClient.Answer second = metadata(matchingId);
    Authenticated prepared = prepare(second, code);
    GetBoundProfilePackage.Answer third =
        server.bind(new GetBoundProfilePackage.Request(second.transactionId(), prepared.raw()));
    return new Fetched(second.transactionId(), BoundProfilePackage.read(third.bound()));
  }

  InstallationResult load(Fetched fetched) {
    return isdR.load(fetched.bound(), () -> deadline, Progress.none());
  }

  InstallationResult download(String matchingId) {
    return load(fetch(matchingId));
  }

  /// Downloads a profile and gives its name on the card.
  ProfileId install(Offer offer) {
    InstallationResult result = download(order(offer));
    if (!(result instanceof InstallationResult.Installed)) {
      throw new AssertionError(result.toString());
    }
    tell(result.raw());
    return id(offer.upp().iccid());
  }

  ProfileId id(String iccid) {
    return profiles().stream()
        .filter(each -> each.iccid().filter(it -> it.value().equals(iccid)).isPresent())
        .findFirst()
        .flatMap(ProfileInfo::id)
        .orElseThrow();
  }

  void tell(Tlv notification) {
    var unused = server.notified(new HandleNotification.Request(notification));
  }

  List<ProfileInfo> profiles() {
    return send(GetProfilesInfo.all());
  }

  int free() {
    return (int) send(new GetEuiccInfo2()).memory().freeNonVolatile();
  }
}
