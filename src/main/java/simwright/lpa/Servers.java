package simwright.lpa;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import simwright.fault.Fault;
import simwright.rsp.http.RspClient;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.Trust;
import simwright.time.Time;
import simwright.tlv.Octets;

/// How servers are reached: the roots that are believed, other addresses than their names lead to,
/// and whether this is a lab, where test roots are believed.
public record Servers(
    Trust roots, Map<String, InetSocketAddress> connectTo, boolean lab, Time time) {
  public Servers {
    connectTo = Map.copyOf(connectTo);
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
    InetSocketAddress other = connectTo.get(host.toLowerCase(Locale.ROOT));
    return new RspClient(new RspClient.Peer(host, Optional.ofNullable(other), role), trust, time);
  }
}
