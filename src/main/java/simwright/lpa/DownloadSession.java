package simwright.lpa;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.ask.Progress;
import simwright.ask.Question;
import simwright.device.CardSession;
import simwright.euicc.Authenticated;
import simwright.euicc.BoundProfilePackage;
import simwright.euicc.DeviceInfo;
import simwright.euicc.GetRat;
import simwright.euicc.InstallationResult;
import simwright.euicc.PrepareDownload;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.rsp.es9.AuthenticateClient;
import simwright.rsp.es9.GetBoundProfilePackage;
import simwright.rsp.es9.InitiateAuthentication;
import simwright.rsp.http.RspClient;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.Signatures;
import simwright.rsp.trust.Trust;
import simwright.time.Deadline;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// One session with a server, from the mutual authentication to the card's account of the package.
/// What was opened is cancelled with the true reason when it does not come to its end. What was
/// lost on the way is asked for again as long as the session lives: the package of the server, and
/// of the card as long as it has taken nothing of it.
final class DownloadSession {
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final Duration PACKAGE = Duration.ofMinutes(3);
  private static final Duration PERSON = Duration.ofMinutes(5);
  private static final Tag TRANSACTION = Tag.of(0x80);

  /// Faults of what was verified here.
  private static final Set<FaultCode> UNTRUE =
      Set.of(
          LpaCodes.CARD_ROOT,
          LpaCodes.CARD_SIGNATURE,
          LpaCodes.CARD_SESSION,
          LpaCodes.SERVER_SESSION,
          LpaCodes.METADATA,
          LpaCodes.OTHER_ICCID);

  private final CardSession card;
  private final Connections connections;
  private final Flow flow;
  private final Trust trust;
  private final ProfileDownload.Wish wish;
  private final Readiness ready;
  private final Kept kept;
  private boolean loading;
  private boolean over;

  /// What outlives a session within one job: what a person agreed to, the code they gave, and how
  /// often servers were met.
  record Kept(DownloadConsent consent, OrderCode code, Patience patience) {}

  DownloadSession(
      CardSession card,
      Connections connections,
      Flow flow,
      Trust trust,
      ProfileDownload.Wish wish,
      Readiness ready,
      Kept kept) {
    this.card = card;
    this.connections = connections;
    this.flow = flow;
    this.trust = trust;
    this.wish = wish;
    this.ready = ready;
    this.kept = kept;
  }

  ProfileDownload.Result run() {
    try {
      return met();
    } catch (Fault fault) {
      if (fault.code().layer().equals("trust") || UNTRUE.contains(fault.code())) {
        flow.stage(
            Stage.LOCAL_VERIFICATION,
            "failed",
            Map.of("code", fault.code().toString(), "what", fault.doing()));
      }
      throw fault;
    }
  }

  private ProfileDownload.Result met() {
    flow.begin("meeting the server", 1, ProfileDownload.STAGES);
    Servers servers = connections.servers();
    MutualAuthentication.Met met =
        new MutualAuthentication(card, servers, flow)
            .meet(
                new MutualAuthentication.Peer(wish.code().host(), Role.DP_TLS, wish.code().oid()),
                client(),
                InitiateAuthentication.FUNCTION,
                wish.code().matchingId(),
                DeviceInfo.of(wish.imei()),
                soon(ANSWER));
    flow.stage(Stage.TRIGGER, "done", Map.of("server", wish.code().host()));
    try {
      return offered(met);
    } catch (Fault fault) {
      // a server that refuses has ended the session itself, and counts the attempt in its own way;
      // a card that has told what came of the package has ended it, too
      if (!over && !fault.code().layer().equals("es9+")) {
        new Cancellation(card, flow, servers.time())
            .atBoth(client(), met, Cancellation.reason(fault, loading));
      }
      throw fault;
    }
  }

  private ProfileDownload.Result offered(MutualAuthentication.Met met) {
    flow.begin("asking what waits", 2, ProfileDownload.STAGES);
    AuthenticateClient.Answer waiting =
        client()
            .call(
                AuthenticateClient.FUNCTION,
                new AuthenticateClient.Request(met.transactionId(), met.answer().raw()),
                soon(ANSWER),
                flow.cancel());
    Certificate binder = binder(waiting, met);
    ProfileInfo profile = ProfileInfo.read(waiting.metadata());
    flow.stage(Stage.ANNOUNCED, "done", announced(profile));
    if (ready.there().stream().anyMatch(each -> each.iccid().equals(profile.iccid()))) {
      long told =
          new Outbox(card, connections, flow)
              .send(wish.code().host()).stream().filter(each -> each.stays().isEmpty()).count();
      throw new Fault(
          LpaCodes.ALREADY_THERE,
          "looking at what the server offers",
          flow.device(),
          told == 0 ? null : "its server has been told of " + told,
          null);
    }
    PolicyVerdict verdict =
        PolicyVerdict.of(
            profile, () -> card.ask(new GetRat()), ready.info().forbiddenRules(), ready.there());
    kept.consent().ask(waiting.metadata(), profile, verdict, client().excepted());
    flow.begin("preparing", 3, ProfileDownload.STAGES);
    Authenticated prepared = prepared(waiting, met);
    flow.begin("fetching the package", 4, ProfileDownload.STAGES);
    GetBoundProfilePackage.Answer fetched =
        fetched(new GetBoundProfilePackage.Request(met.transactionId(), prepared.raw()));
    BoundProfilePackage bound = BoundProfilePackage.read(fetched.bound());
    flow.stage(
        Stage.TRANSPORT,
        "done",
        Map.of("bytes", fetched.bound().length(), "sha256", Digest.sha256(fetched.bound()).hex()));
    PackageCheck.bound(bound, waiting.metadata(), binder, prepared);
    verified(met);
    room(fetched.bound().length());
    return loaded(bound, profile, met, binder);
  }

  /// What is true of the session so far, as it was verified here, and what only the card can tell.
  private void verified(MutualAuthentication.Met met) {
    Map<String, Object> with = new LinkedHashMap<>();
    with.put(
        "here",
        List.of(
            "server certificates",
            "serverSignature1",
            "card certificates and EID",
            "euiccSignature1",
            "smdpSignature2",
            "euiccSignature2",
            "metadata in the package",
            "smdpSign"));
    with.put("byTheCard", List.of("segments 86 and 87"));
    with.put("cardRoot", met.card().root().keyId().hex());
    flow.stage(Stage.LOCAL_VERIFICATION, "done", with);
  }

  static Map<String, Object> announced(ProfileInfo profile) {
    Map<String, Object> with = new LinkedHashMap<>();
    profile.iccid().ifPresent(iccid -> with.put("iccid", iccid));
    profile.name().ifPresent(name -> with.put("name", name));
    profile.provider().ifPresent(provider -> with.put("provider", provider));
    return with;
  }

  /// The certificate that binds must be of the same server, and its signature over what it asks for
  /// and the card's own signature must be right.
  private Certificate binder(AuthenticateClient.Answer waiting, MutualAuthentication.Met met) {
    Certificate binder = Certificate.read(waiting.certificate());
    Certificate unused = met.trust().verify(binder, Role.DP_PB, connections.servers().time().now());
    Trust.sameServer(met.server(), binder);
    Signatures.require(
        binder,
        waiting.signed().raw().then(met.cardSignature().raw()),
        waiting.signature().value(),
        "verifying smdpSignature2");
    if (!waiting.signed().get(TRANSACTION).value().equals(met.transaction())) {
      throw new Fault(LpaCodes.SERVER_SESSION, "verifying smdpSigned2", binder.subject());
    }
    return binder;
  }

  /// The card's answer, signed over what the server signed, with the code that was sent.
  private Authenticated prepared(AuthenticateClient.Answer waiting, MutualAuthentication.Met met) {
    boolean needed = Asn1.bool(waiting.signed().get(Tag.of(0x01)));
    Optional<Octets> hash =
        needed ? Optional.of(kept.code().hash(met.transaction())) : Optional.empty();
    // a short code could be found again by trying all of them
    hash.ifPresent(each -> card.hide(each.hex()));
    Authenticated prepared =
        card.ask(
            new PrepareDownload(
                waiting.signed(), waiting.signature(), hash, waiting.certificate()));
    return switch (prepared) {
      case Authenticated.Refused refused -> throw refused.code().fault("ES10b.PrepareDownload");
      case Authenticated.Accepted accepted -> {
        met.card()
            .require(
                accepted.signed().raw().then(waiting.signature().raw()),
                accepted.signature(),
                "verifying euiccSignature2");
        CardProof.requireSession(
            accepted.signed().get(TRANSACTION).value().equals(met.transaction())
                && accepted.signed().find(Tag.of(0x04)).map(Tlv::value).equals(hash),
            "verifying euiccSigned2");
        yield accepted;
      }
    };
  }

  /// An answer that got lost is asked for again: the card's session and its key are the same, so
  /// the server binds the same package once more (SGP.22 clause 3.1.3.2).
  private GetBoundProfilePackage.Answer fetched(GetBoundProfilePackage.Request request) {
    while (true) {
      try {
        return client()
            .call(GetBoundProfilePackage.FUNCTION, request, soon(PACKAGE), flow.cancel());
      } catch (Fault lost) {
        if (Patience.passing(lost)) {
          connections.close();
        }
        if (!kept.patience().again(lost)) {
          throw lost;
        }
      }
    }
  }

  /// What a profile takes is not known before, but seldom less than its package.
  private void room(int bytes) {
    if (bytes <= ready.free()) {
      return;
    }
    String words =
        "The package has " + bytes + " bytes, and " + ready.free() + " are free on the card.";
    boolean sure =
        flow.attendant()
            .ask(
                Question.Consent.inPerson(
                    "Load a package that may not fit?",
                    words + " Loading it takes its time and will probably fail.",
                    "Load it",
                    PERSON))
            .orElse(false);
    if (!sure) {
      throw new Fault(LpaCodes.NO_ROOM, "comparing sizes", flow.device(), words, null);
    }
  }

  private ProfileDownload.Result loaded(
      BoundProfilePackage bound,
      ProfileInfo profile,
      MutualAuthentication.Met met,
      Certificate binder) {
    loading = true;
    flow.begin("loading", 5, ProfileDownload.STAGES);
    flow.stage(Stage.LOADING, "begun", Map.of());
    InstallationResult result = load(bound);
    over = true;
    PackageCheck.account(result, profile, met, binder);
    Map<String, Object> with = new LinkedHashMap<>(announced(profile));
    with.put("verified", "euiccSignPIR");
    if (result instanceof InstallationResult.Failed failed) {
      with.put("code", failed.code().toString());
    }
    flow.stage(
        Stage.INSTALLATION,
        result instanceof InstallationResult.Installed ? "done" : "failed",
        with);
    return new ProfileDownload.Result(profile, result, bound.raw().raw().length());
  }

  /// The bytes that are here are sent once more where the line broke off before the card has taken
  /// a second segment: it is the same card on the same channel, and its session lives. After a
  /// reset, or once the card has begun, they are worth nothing.
  private InstallationResult load(BoundProfilePackage bound) {
    int[] taken = {0};
    Progress counting =
        (stage, done, total) -> {
          taken[0] = done;
          flow.progress().at(stage, done, total);
        };
    try {
      return card.load(bound, counting);
    } catch (Fault broken) {
      if (taken[0] > 0 || !Set.of("cme", "at").contains(broken.code().layer())) {
        throw broken;
      }
      flow.stage(Stage.TRANSPORT, "resumed", Map.of("code", broken.code().toString()));
      return card.load(bound, flow.progress());
    }
  }

  private RspClient client() {
    return connections.to(wish.code().host(), Role.DP_TLS, trust);
  }

  private Deadline soon(Duration within) {
    return connections.servers().time().deadline(within);
  }
}
