package simwright.lpa;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import simwright.fault.Fault;
import simwright.rsp.http.ServerLook;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.CertificateFacts;
import simwright.rsp.trust.HostException;
import simwright.rsp.trust.KnownRoot;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.TrustedRoot;
import simwright.tlv.Octets;

/// What a check of a server found. `seen` is empty where no connection came about; `untrusted` says
/// why its TLS certificate is not believed, `excepted` by which exception it is; `spoke` how it
/// answered, and is empty where it was not asked because it is not believed.
public record ServerReport(
    String host,
    Role role,
    boolean lab,
    Optional<ServerLook.Seen> seen,
    List<CertificateFacts> chain,
    Optional<Fault> untrusted,
    Optional<HostException.Use> excepted,
    List<RootLine> roots,
    Optional<Spoke> spoke,
    Optional<Fault> unreached) {
  public ServerReport {
    chain = List.copyOf(chain);
    roots = List.copyOf(roots);
  }

  /// One root: where it came from if it is believed here, whether the TLS certificate leads to it,
  /// and whether the server offers to sign under it, which is unknown where it was not asked.
  public record RootLine(
      Octets keyId,
      String name,
      Optional<TrustedRoot.Origin> origin,
      boolean carriesTls,
      Optional<Boolean> offered) {
    /// Whether it is believed here.
    public boolean believed() {
      return origin.isPresent();
    }

    static String name(Octets keyId, Optional<Certificate> certificate) {
      return KnownRoot.of(keyId)
          .map(KnownRoot::title)
          .or(() -> certificate.map(Certificate::subject))
          .orElse("an unknown root");
    }
  }

  /// How it answered the first question of mutual authentication, and its certificate for signing
  /// where that was right: the function, the time until the first answer (with a new connection).
  public record Spoke(
      String function,
      Optional<CertificateFacts> signer,
      Optional<Fault> wrong,
      Duration answering) {}

  /// The first thing that is wrong.
  public Optional<Fault> wrong() {
    return unreached
        .or(() -> seen.flatMap(ServerLook.Seen::broken))
        .or(() -> untrusted)
        .or(() -> spoke.flatMap(Spoke::wrong));
  }

  /// Whether it can be used for a card that has its roots.
  public boolean usable() {
    return wrong().isEmpty() && spoke.isPresent();
  }
}
