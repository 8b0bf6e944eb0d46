package simwright.lpa;

import java.util.HashMap;
import java.util.Map;
import simwright.rsp.http.RspClient;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.Trust;

/// The connections of one job: one to each server under the roots of its card, made when it is
/// wanted and kept for all that the job has to say.
public final class Connections implements AutoCloseable {
  private final Servers servers;
  private final Map<Peer, RspClient> kept = new HashMap<>();

  private record Peer(String host, Role role, Trust trust) {}

  /// To these servers; nothing is connected yet.
  public Connections(Servers servers) {
    this.servers = servers;
  }

  /// Where they lead.
  public Servers servers() {
    return servers;
  }

  RspClient to(String host, Role role, Trust trust) {
    return kept.computeIfAbsent(
        new Peer(host, role, trust), peer -> servers.client(peer.host, peer.role, peer.trust));
  }

  /// Ends what is kept; another wish connects anew.
  @Override
  public void close() {
    kept.values().forEach(RspClient::close);
    kept.clear();
  }
}
