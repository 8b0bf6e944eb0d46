package simwright.lpa;

import java.util.List;
import javax.net.ssl.KeyManager;
import simwright.fault.Fault;
import simwright.rsp.http.RspClient;
import simwright.rsp.http.ServerLook;
import simwright.rsp.http.Ways;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.Trust;
import simwright.rsp.trust.TrustedRoot;
import simwright.time.Time;
import simwright.tlv.Octets;

/// How servers are reached: the roots that are believed, the ways to them, and those of the roots
/// that are believed for a lab only.
public record Servers(Trust roots, Ways ways, List<Certificate> labRoots, Time time) {
  public Servers {
    labRoots = List.copyOf(labRoots);
  }

  /// Whether this is a lab, where test roots are believed.
  public boolean lab() {
    return !labRoots.isEmpty();
  }

  /// Where a root came from that is believed here.
  TrustedRoot.Origin origin(Certificate root) {
    return labRoots.contains(root) ? TrustedRoot.Origin.LAB : TrustedRoot.Origin.FOLDER;
  }

  /// The roots of a session with a card: trusted here and listed by it.
  Trust session(List<Octets> cardRoots) {
    Trust common = roots.among(cardRoots);
    if (common.roots().isEmpty()) {
      throw new Fault(LpaCodes.NO_COMMON_ROOT, "choosing a root", "the card");
    }
    return common;
  }

  /// A client for a server; nothing is connected yet.
  RspClient client(String host, Role role, Trust trust) {
    return new RspClient(new RspClient.Peer(host, role, ways.to(host)), trust, time);
  }

  /// A client for what an SM-DP+ does for operators (ES2+), who show themselves by a certificate.
  public RspClient operator(String host, List<KeyManager> shown) {
    return new RspClient(new RspClient.Peer(host, Role.DP_TLS, ways.to(host), shown), roots, time);
  }

  /// A look at a server; nothing is connected yet.
  ServerLook look(String host) {
    return new ServerLook(host, ways.to(host), time);
  }
}
