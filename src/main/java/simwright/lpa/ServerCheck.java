package simwright.lpa;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import simwright.ask.Cancel;
import simwright.ask.Progress;
import simwright.fault.Fault;
import simwright.rsp.RemoteFunction;
import simwright.rsp.es9.InitiateAuthentication;
import simwright.rsp.http.RspClient;
import simwright.rsp.http.ServerLook;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.CertificateFacts;
import simwright.rsp.trust.HostException;
import simwright.rsp.trust.KnownRoot;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.TlsServer;
import simwright.rsp.trust.Trust;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// Checks a server without a card: how it shows itself, whether that is believed here, and then
/// whether it answers as an SM-DP+ or SM-DS. It is asked InitiateAuthentication once for each root
/// with the EuiccInfo1 of a card that would have this root alone; no order is touched by that.
public final class ServerCheck {
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final int CHALLENGE = 16;
  private static final Tag KEY = Tag.of(0x04);

  /// It knows none of the roots, or has no certificate under one (SGP.22 clause 5.6.1).
  private static final Set<String> NO_COMMON_ROOT =
      Set.of("8.8.2-3.1", "8.8.4-3.7", "8.9.2-3.1", "8.9.4-3.7");

  private final Servers servers;
  private final Progress progress;
  private final Cancel cancel;
  private final SecureRandom random = new SecureRandom();

  /// On these ways, under these roots.
  public ServerCheck(Servers servers, Progress progress, Cancel cancel) {
    this.servers = servers;
    this.progress = progress;
    this.cancel = cancel;
  }

  /// Checks it; what is wrong stands in the report.
  public ServerReport check(String host) {
    progress.at("connecting", 0, 0);
    ServerLook.Seen seen;
    try {
      seen = servers.look(host).look();
    } catch (Fault unreached) {
      return new ServerReport(
          host,
          Role.DP_TLS,
          servers.lab(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          roots(Optional.empty(), Map.of()),
          Optional.empty(),
          Optional.of(unreached));
    }
    Optional<Certificate> leaf = seen.chain().stream().findFirst();
    Role role =
        leaf.filter(each -> each.roles().contains(Role.DS_TLS)).isPresent()
            ? Role.DS_TLS
            : Role.DP_TLS;
    Judged judged = leaf.map(each -> judged(host, role, each)).orElse(Judged.NOTHING);
    Optional<Fault> untrusted = judged.untrusted();
    Map<Octets, Boolean> offered = new LinkedHashMap<>();
    boolean believed = seen.broken().isEmpty() && leaf.isPresent() && untrusted.isEmpty();
    Optional<ServerReport.Spoke> spoke =
        believed ? Optional.of(spoke(host, role, offered)) : Optional.empty();
    return new ServerReport(
        host,
        role,
        servers.lab(),
        Optional.of(seen),
        seen.chain().stream().map(CertificateFacts::of).toList(),
        untrusted,
        judged.excepted(),
        roots(leaf, offered),
        spoke,
        Optional.empty());
  }

  /// Whether a TLS certificate is believed, and by which exception.
  private record Judged(Optional<Fault> untrusted, Optional<HostException.Use> excepted) {
    private static final Judged NOTHING = new Judged(Optional.empty(), Optional.empty());
  }

  /// A look makes no use of an exception; the connection after it does, and is recorded.
  private Judged judged(String host, Role role, Certificate leaf) {
    try {
      return new Judged(
          Optional.empty(),
          new TlsServer(host, role, servers.roots(), servers.exceptions().looking())
              .believe(leaf, servers.time().now()));
    } catch (Fault fault) {
      return new Judged(Optional.of(fault), Optional.empty());
    }
  }

  private List<ServerReport.RootLine> roots(
      Optional<Certificate> leaf, Map<Octets, Boolean> offered) {
    Set<Octets> all = candidates();
    leaf.map(Certificate::issuerKeyId).filter(each -> !each.isEmpty()).ifPresent(all::add);
    List<ServerReport.RootLine> lines = new ArrayList<>();
    for (Octets each : all) {
      Optional<Certificate> here =
          servers.roots().roots().stream().filter(root -> root.keyId().equals(each)).findFirst();
      lines.add(
          new ServerReport.RootLine(
              each,
              ServerReport.RootLine.name(each, here),
              here.map(servers::origin),
              leaf.filter(one -> one.issuerKeyId().equals(each)).isPresent(),
              Optional.ofNullable(offered.get(each))));
    }
    return lines;
  }

  /// Those believed here, then those that the world uses.
  private Set<Octets> candidates() {
    Set<Octets> all = new LinkedHashSet<>();
    servers.roots().roots().forEach(each -> all.add(each.keyId()));
    Stream.of(KnownRoot.values()).map(KnownRoot::keyId).forEach(all::add);
    return all;
  }

  private ServerReport.Spoke spoke(String host, Role role, Map<Octets, Boolean> offered) {
    RemoteFunction<InitiateAuthentication.Request, InitiateAuthentication.Answer> function =
        role == Role.DS_TLS ? InitiateAuthentication.AT_SMDS : InitiateAuthentication.FUNCTION;
    Optional<Certificate> signer = Optional.empty();
    Optional<Fault> wrong = Optional.empty();
    Optional<Duration> first = Optional.empty();
    Set<Octets> candidates = candidates();
    try (RspClient client = servers.client(host, role, servers.roots())) {
      for (Octets key : candidates) {
        cancel.check("checking a server", host);
        progress.at("asking for each root", offered.size() + 1, candidates.size());
        long begin = servers.time().nanos();
        try {
          Optional<Certificate> said = asked(client, function, host, role, key);
          offered.put(key, true);
          signer = signer.or(() -> said);
        } catch (Fault fault) {
          cancel.check("checking a server", host);
          if (!NO_COMMON_ROOT.contains(fault.code().code())) {
            wrong = Optional.of(fault);
            break;
          }
          offered.put(key, false);
        }
        long took = servers.time().nanos() - begin;
        first = first.or(() -> Optional.of(Duration.ofNanos(took)));
      }
    }
    if (wrong.isEmpty() && signer.isEmpty()) {
      wrong = Optional.of(new Fault(LpaCodes.NO_COMMON_ROOT, function.name(), host));
    }
    return new ServerReport.Spoke(
        function.name(), signer.map(CertificateFacts::of), wrong, first.orElse(Duration.ZERO));
  }

  /// Its certificate where the root is believed here and everything holds; empty where the root is
  /// only known by name.
  private Optional<Certificate> asked(
      RspClient client,
      RemoteFunction<InitiateAuthentication.Request, InitiateAuthentication.Answer> function,
      String host,
      Role role,
      Octets key) {
    byte[] challenge = new byte[CHALLENGE];
    random.nextBytes(challenge);
    Tlv info =
        Tlv.of(
            Tag.of(0xbf20),
            Tlv.of(Tag.of(0x82), Octets.of(2, 2, 0)),
            Tlv.of(Tag.of(0xa9), Tlv.of(KEY, key)),
            Tlv.of(Tag.of(0xaa), Tlv.of(KEY, key)));
    InitiateAuthentication.Answer said =
        client.call(
            function,
            new InitiateAuthentication.Request(Octets.of(challenge), info, host),
            servers.time().deadline(ANSWER),
            cancel);
    Trust trust = servers.roots().among(List.of(key));
    if (trust.roots().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        MutualAuthentication.verified(
            said,
            new MutualAuthentication.Peer(host, role, Optional.empty()),
            trust,
            Octets.of(challenge),
            servers.time().now()));
  }
}
