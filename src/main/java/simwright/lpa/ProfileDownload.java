package simwright.lpa;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.ask.Cancel;
import simwright.ask.Question;
import simwright.device.CardSession;
import simwright.device.Snapshot;
import simwright.euicc.Authenticated;
import simwright.euicc.BoundProfilePackage;
import simwright.euicc.CancelSession;
import simwright.euicc.CancelSession.Reason;
import simwright.euicc.ConfirmationCode;
import simwright.euicc.DeviceInfo;
import simwright.euicc.EuiccInfo2;
import simwright.euicc.GetEid;
import simwright.euicc.GetEuiccInfo2;
import simwright.euicc.InstallationResult;
import simwright.euicc.PrepareDownload;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.identity.Imei;
import simwright.rsp.ActivationCode;
import simwright.rsp.es9.AuthenticateClient;
import simwright.rsp.es9.GetBoundProfilePackage;
import simwright.rsp.es9.InitiateAuthentication;
import simwright.rsp.http.RspClient;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.Signatures;
import simwright.rsp.trust.Trust;
import simwright.rsp.trust.TrustCodes;
import simwright.time.Deadline;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// The download and installation of a profile (SGP.22 clause 3.1.3): meet the server, show what
/// waits, ask for consent, prepare, fetch, compare, load. What was opened is cancelled with the
/// true reason when it does not come to its end, at the card first and then at the server.
public final class ProfileDownload {
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final Duration PACKAGE = Duration.ofMinutes(3);
  private static final Duration PERSON = Duration.ofMinutes(5);
  private static final int STAGES = 6;
  private static final Tag SIGNED_POINT = Tag.of(0x5f49);

  private final CardSession card;
  private final Servers servers;
  private final Connections connections;
  private final Intents intents;
  private final Flow flow;
  private List<ProfileInfo> there = List.of();
  private Optional<Tlv> agreed = Optional.empty();

  /// With the card of a device and these servers.
  public ProfileDownload(CardSession card, Connections connections, Intents intents, Flow flow) {
    this.card = card;
    this.connections = connections;
    this.servers = connections.servers();
    this.intents = intents;
    this.flow = flow;
  }

  /// What is wanted: the activation code, a confirmation code where the person has one at hand, the
  /// device as it told of itself last.
  public record Wish(ActivationCode code, Optional<char[]> confirmationCode, Snapshot device) {
    private Optional<Imei> imei() {
      return device.imei().value();
    }
  }

  /// What came of it: the profile as it was announced, the card's signed account, and how many
  /// bytes the package had.
  public record Result(ProfileInfo announced, InstallationResult result, int packageBytes) {
    /// Whether the profile is on the card.
    public boolean installed() {
      return result instanceof InstallationResult.Installed;
    }
  }

  /// Downloads and installs; throws the fault that stopped it.
  public Result run(Wish wish) {
    if (!wish.code().matchingId().isEmpty()) {
      card.hide(wish.code().matchingId());
    }
    flow.begin("reading the card", 0, STAGES);
    EuiccInfo2 info = card.ask(new GetEuiccInfo2());
    flow.stage(
        "pre-provisioning",
        "done",
        Map.of("server", wish.code().host(), "freeBytes", info.memory().freeNonVolatile()));
    there = CardReading.profiles(card);
    Trust trust = servers.session(info.rootsForVerification());
    Patience patience = new Patience(flow, servers.time());
    while (true) {
      try {
        return download(wish, connections.to(wish.code().host(), Role.DP_TLS, trust), info);
      } catch (Fault fault) {
        connections.close();
        if (!patience.again(fault)) {
          flow.stage("stopped", "failed", Map.of("code", fault.code().toString()));
          throw fault;
        }
      }
    }
  }

  private Result download(Wish wish, RspClient client, EuiccInfo2 info) {
    flow.begin("meeting the server", 1, STAGES);
    MutualAuthentication.Met met =
        new MutualAuthentication(card, servers)
            .meet(
                new MutualAuthentication.Peer(wish.code().host(), Role.DP_TLS, wish.code().oid()),
                client,
                InitiateAuthentication.FUNCTION,
                wish.code().matchingId(),
                DeviceInfo.of(wish.imei()),
                soon(ANSWER));
    flow.stage("trigger", "done", Map.of("server", wish.code().host()));
    Reason[] reason = {Reason.UNDEFINED};
    try {
      return prepared(wish, client, info, met, reason);
    } catch (Fault fault) {
      // a server that refuses has ended the session itself, and counts the attempt in its own way
      if (!fault.code().layer().equals("es9+")) {
        cancel(client, met, reason(fault, reason[0]));
      }
      throw fault;
    }
  }

  /// What did not come in time keeps the order for another try; with another reason the server
  /// closes it.
  private static Reason reason(Fault fault, Reason stage) {
    return fault.code().equals(Cancel.CANCELLED)
        ? Reason.END_USER_REJECTION
        : Patience.passing(fault) ? Reason.TIMEOUT : stage;
  }

  private Result prepared(
      Wish wish, RspClient client, EuiccInfo2 info, MutualAuthentication.Met met, Reason[] reason) {
    flow.begin("asking what waits", 2, STAGES);
    AuthenticateClient.Answer waiting =
        client.call(
            AuthenticateClient.FUNCTION,
            new AuthenticateClient.Request(met.transactionId(), met.answer().raw()),
            soon(ANSWER));
    Certificate binder = binder(waiting, met);
    ProfileInfo profile = ProfileInfo.read(waiting.metadata());
    flow.stage(Flow.ANNOUNCED, "done", announced(profile));
    if (there.stream().anyMatch(each -> each.iccid().equals(profile.iccid()))) {
      reason[0] = Reason.END_USER_REJECTION;
      throw new Fault(LpaCodes.ALREADY_THERE, "looking at what the server offers", flow.device());
    }
    if (agreed.filter(waiting.metadata()::equals).isEmpty()) {
      consent(wish, profile, info, reason);
      agreed = Optional.of(waiting.metadata());
    }
    Optional<Octets> hash = confirmation(wish, waiting, met, reason);
    reason[0] = Reason.UNDEFINED;
    flow.begin("preparing", 3, STAGES);
    Authenticated prepared =
        card.ask(
            new PrepareDownload(
                waiting.signed(), waiting.signature(), hash, waiting.certificate()));
    if (prepared instanceof Authenticated.Refused refused) {
      throw refused.code().fault("ES10b.PrepareDownload");
    }
    flow.begin("fetching the package", 4, STAGES);
    GetBoundProfilePackage.Answer fetched =
        client.call(
            GetBoundProfilePackage.FUNCTION,
            new GetBoundProfilePackage.Request(met.transactionId(), prepared.raw()),
            soon(PACKAGE));
    BoundProfilePackage bound = BoundProfilePackage.read(fetched.bound());
    reason[0] = Reason.METADATA_MISMATCH;
    compare(bound, waiting.metadata(), binder, prepared);
    flow.stage(
        "transport",
        "done",
        Map.of("bytes", fetched.bound().length(), "sha256", Digest.sha256(fetched.bound()).hex()));
    reason[0] = Reason.LOAD_BPP_EXECUTION_ERROR;
    flow.begin("loading", 5, STAGES);
    flow.stage(Flow.LOADING, "begun", Map.of());
    InstallationResult result = card.load(bound, flow.progress());
    Map<String, Object> with = new LinkedHashMap<>(announced(profile));
    if (result instanceof InstallationResult.Failed failed) {
      with.put("code", failed.code().toString());
    }
    flow.stage(
        "installation", result instanceof InstallationResult.Installed ? "done" : "failed", with);
    return new Result(profile, result, fetched.bound().length());
  }

  private static Map<String, Object> announced(ProfileInfo profile) {
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
    Certificate unused = met.trust().verify(binder, Role.DP_PB, servers.time().now());
    Trust.sameServer(met.server(), binder);
    Signatures.require(
        binder,
        waiting.signed().raw().then(met.cardSignature().raw()),
        waiting.signature().value(),
        "verifying smdpSignature2");
    if (!waiting.signed().get(Tag.of(0x80)).value().equals(met.transaction())) {
      throw new Fault(LpaCodes.SERVER_SESSION, "verifying smdpSigned2", binder.subject());
    }
    return binder;
  }

  private void consent(Wish wish, ProfileInfo profile, EuiccInfo2 info, Reason[] reason) {
    reason[0] = Reason.END_USER_REJECTION;
    List<String> lines = new ArrayList<>();
    lines.add("Profile: " + profile.name().orElse("without a name"));
    lines.add("Operator: " + profile.provider().orElse("not told"));
    lines.add("Server: " + wish.code().host());
    profile.owner().ifPresent(owner -> lines.add("Network: " + owner.plmn()));
    Roaming.words(profile, wish.device()).ifPresent(lines::add);
    if (profile.rules().mayNotDisable()) {
      lines.add("Policy: once enabled it may not be disabled.");
    }
    if (profile.rules().mayNotDelete()) {
      lines.add("Policy: it may not be deleted.");
    }
    lines.add(
        "Free on the card: "
            + info.memory().freeNonVolatile()
            + " bytes. The size is unknown before the package is there.");
    if (!intents.elsewhere(wish.code(), card.ask(new GetEid())).isEmpty()) {
      lines.add(
          "A download with this code on another card did not come to a known end. Ask that card"
              + " first: the profile may be on it.");
    }
    lines.add(
        "The server is told the type of the device (the first eight digits of its IMEI) and, where"
            + " it is known, all of its IMEI; and the card's EID with what it can do.");
    Optional<Boolean> said =
        flow.attendant()
            .ask(
                new Question.Consent(
                    "Download this profile?",
                    String.join("\n", lines),
                    "Download profile",
                    PERSON));
    if (said.isEmpty()) {
      reason[0] = Reason.POSTPONED;
      throw new Fault(LpaCodes.POSTPONED, "asking for consent", flow.device());
    }
    if (!said.get()) {
      throw new Fault(LpaCodes.REFUSED, "asking for consent", flow.device());
    }
    flow.stage("consent", "done", Map.of());
  }

  private Optional<Octets> confirmation(
      Wish wish, AuthenticateClient.Answer waiting, MutualAuthentication.Met met, Reason[] reason) {
    boolean needed = Asn1.bool(waiting.signed().get(Tag.of(0x01)));
    if (!needed) {
      return Optional.empty();
    }
    reason[0] = Reason.POSTPONED;
    char[] code =
        wish.confirmationCode()
            .or(() ->
                flow.attendant()
                    .ask(
                        new Question.Secret(
                            "Confirmation code",
                            "The operator asks for the confirmation code of this order.",
                            PERSON)))
            .orElseThrow(
                () -> new Fault(LpaCodes.CODE_NEEDED, "asking for the code", flow.device()));
    Octets hash = ConfirmationCode.hash(code, met.transaction());
    // a short code could be found again by trying all of them
    card.hide(hash.hex());
    return Optional.of(hash);
  }

  /// What the clear segments of the package say must be what was shown, and the server's signature
  /// over the session's keys must be right (SGP.22 clauses 3.1.3.2, 5.5.1).
  private static void compare(
      BoundProfilePackage bound, Tlv shown, Certificate binder, Authenticated prepared) {
    Octets stored =
        Octets.join(
            bound.metadataSegments().stream()
                .map(each -> each.value().part(0, Math.max(0, each.value().length() - 8)))
                .toList());
    if (!stored.equals(shown.raw())) {
      throw new Fault(LpaCodes.METADATA, "comparing the metadata", "the package");
    }
    Tlv init = bound.initialise();
    Tlv point = prepared.raw().get(Tag.of(0xa0), Tag.of(0x30)).get(SIGNED_POINT);
    Octets message =
        Octets.join(
            List.of(
                init.get(Tag.of(0x82)).raw(),
                init.get(Tag.of(0x80)).raw(),
                init.get(Tag.of(0xa6)).raw(),
                init.get(SIGNED_POINT).raw(),
                point.raw()));
    if (!Signatures.verify(binder, message, init.get(Tag.of(0x5f37)).value())) {
      throw new Fault(TrustCodes.MESSAGE_SIGNATURE, "verifying the package", binder.subject());
    }
  }

  /// Card first, then server; what happens here does not hide what went wrong before.
  private void cancel(RspClient client, MutualAuthentication.Met met, Reason reason) {
    String outcome = "done";
    try {
      CancelSession.Answer answer = card.ask(new CancelSession(met.transaction(), reason));
      if (answer.refused().isPresent()) {
        outcome = answer.refused().get().code().toString();
      } else {
        var unused =
            client.call(
                simwright.rsp.es9.CancelSession.FUNCTION,
                new simwright.rsp.es9.CancelSession.Request(met.transactionId(), answer.raw()),
                soon(ANSWER));
      }
    } catch (Fault alsoWrong) {
      outcome = alsoWrong.code().toString();
    }
    flow.stage("cancelled", outcome, Map.of("reason", reason.name()));
  }

  private Deadline soon(Duration within) {
    return servers.time().deadline(within);
  }
}
