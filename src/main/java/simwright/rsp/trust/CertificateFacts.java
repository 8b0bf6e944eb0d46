package simwright.rsp.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import simwright.tlv.Octets;

/// What a certificate says of itself, to be shown; nothing of it is believed for that.
public record CertificateFacts(
    String subject,
    String issuer,
    Instant from,
    Instant until,
    Octets keyId,
    Octets issuerKeyId,
    String curve,
    List<Role> roles,
    List<String> uses,
    List<String> hosts,
    Optional<String> oid,
    String fingerprint) {
  public CertificateFacts {
    roles = List.copyOf(roles);
    uses = List.copyOf(uses);
    hosts = List.copyOf(hosts);
  }

  /// Reads them.
  public static CertificateFacts of(Certificate certificate) {
    return new CertificateFacts(
        certificate.subject(),
        certificate.issuer(),
        certificate.from(),
        certificate.until(),
        certificate.keyId(),
        certificate.issuerKeyId(),
        certificate.curve(),
        certificate.roles(),
        certificate.uses(),
        certificate.hosts(),
        certificate.serverOid(),
        certificate.fingerprint());
  }

  /// Whole days until it ends; negative once it has ended.
  public long daysLeft(Instant now) {
    return Math.floorDiv(Duration.between(now, until).toSeconds(), Duration.ofDays(1).toSeconds());
  }
}
