package simwright.lpa;

import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import simwright.fault.Fault;
import simwright.rsp.http.RspClient;
import simwright.rsp.http.ServerLook;
import simwright.rsp.http.Ways;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.Exceptions;
import simwright.rsp.trust.HostException;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.Trust;
import simwright.rsp.trust.TrustedRoot;
import simwright.time.Time;
import simwright.tlv.Octets;

/// How servers are reached: the roots that are believed, the ways to them, those of the roots that
/// are believed for a lab only, and what persons have excepted for single hosts.
public record Servers(
    Trust roots, Ways ways, List<Certificate> labRoots, Exceptions exceptions, Time time) {
  public Servers {
    labRoots = List.copyOf(labRoots);
  }

  /// Without exceptions for any of them.
  public Servers(Trust roots, Ways ways, List<Certificate> labRoots, Time time) {
    this(roots, ways, labRoots, Exceptions.NONE, time);
  }

  /// The same, where `heard` is told, too, each time that use is made of an exception.
  public Servers telling(Consumer<HostException.Use> heard) {
    Exceptions told =
        new Exceptions() {
          @Override
          public List<HostException> all() {
            return exceptions.all();
          }

          @Override
          public void used(HostException.Use use) {
            exceptions.used(use);
            heard.accept(use);
          }
        };
    return new Servers(roots, ways, labRoots, told, time);
  }

  /// Whether this is a lab, where test roots are believed.
  public boolean lab() {
    return !labRoots.isEmpty();
  }

  /// Where a root came from that is believed here.
  TrustedRoot.Origin origin(Certificate root) {
    return labRoots.contains(root) ? TrustedRoot.Origin.LAB : TrustedRoot.Origin.live(root);
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
    return new RspClient(peer(host, role, List.of()), trust, time);
  }

  /// A client for what an SM-DP+ does for operators (ES2+), who show themselves by a certificate.
  public RspClient operator(String host, List<KeyManager> shown) {
    return new RspClient(peer(host, Role.DP_TLS, shown), roots, time);
  }

  private RspClient.Peer peer(String host, Role role, List<KeyManager> shown) {
    return new RspClient.Peer(host, role, ways.to(host), shown, exceptions);
  }

  /// A look at a server; nothing is connected yet.
  ServerLook look(String host) {
    return new ServerLook(host, ways.to(host), time);
  }
}
