package simwright.rsp.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentVerifierProviderBuilder;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.identity.Eid;
import simwright.tlv.Octets;

/// The roots that are trusted, and how chains are held to them. There is no way to check less but
/// an exception for the TLS certificate of one host.
public record Trust(List<Certificate> roots, List<Revocations> revoked) {
  private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";

  private static final Set<String> KNOWN =
      Set.of(
          Extension.basicConstraints.getId(),
          Extension.keyUsage.getId(),
          Extension.extendedKeyUsage.getId(),
          Extension.certificatePolicies.getId(),
          Extension.nameConstraints.getId(),
          Extension.subjectAlternativeName.getId());

  public Trust {
    roots = List.copyOf(roots);
    revoked = List.copyOf(revoked);
  }

  /// These roots, none of which has taken anything back.
  public Trust(List<Certificate> roots) {
    this(roots, List.of());
  }

  /// Only those of the roots whose keys the card lists, too.
  public Trust among(List<Octets> keyIds) {
    return new Trust(
        roots.stream().filter(root -> keyIds.contains(root.keyId())).toList(), revoked);
  }

  /// Verifies a certificate that a root issued for a role, at a time; gives the root. One of a
  /// server or of a card's maker.
  public Certificate verify(Certificate leaf, Role role, Instant at) {
    return verify(leaf, role, at, Trust::refuse).orElseThrow();
  }

  /// The same for a TLS certificate: what a person may judge goes to `judge`, which throws it or
  /// lets it pass; all else is thrown. Empty where its root is not known and that passed.
  Optional<Certificate> verify(Certificate leaf, Role role, Instant at, Consumer<Fault> judge) {
    if (leaf.issuerKeyId().isEmpty()) {
      throw fault(TrustCodes.KEY_ID, leaf, "it does not name its issuer's key");
    }
    Optional<Certificate> root =
        roots.stream().filter(each -> each.keyId().equals(leaf.issuerKeyId())).findFirst();
    root.ifPresentOrElse(
        known -> under(known, leaf, role, at),
        () -> judge.accept(fault(TrustCodes.ROOT, leaf, "issuer key " + leaf.issuerKeyId().hex())));
    check(leaf, role, at, judge);
    for (Revocations list : revoked) {
      list.since(leaf)
          .ifPresent(since -> {
            throw fault(TrustCodes.REVOKED, leaf, "since " + since);
          });
    }
    return root;
  }

  private static void under(Certificate root, Certificate leaf, Role role, Instant at) {
    check(root, Role.CI, at);
    issued(leaf, root);
    if (role.issues() && root.pathLength() < 1) {
      throw fault(TrustCodes.PATH_LENGTH, leaf, "under " + root.subject());
    }
  }

  private static void refuse(Fault wrong) {
    throw wrong;
  }

  /// Verifies a card's certificate under its maker's, and that the maker may issue this EID. The
  /// standard's own name constraint means the beginning of the EID, which X.509 path validation
  /// does not know (SGP.22 clause 4.5.2.1.0.2).
  public Certificate verifyCard(Certificate card, Certificate maker, Eid eid, Instant at) {
    Certificate root = verify(maker, Role.EUM, at);
    issued(card, maker);
    check(card, Role.EUICC, at);
    String named = card.serialNumber().orElse("");
    if (!named.equals(eid.value())) {
      throw fault(TrustCodes.EID, card, "another EID");
    }
    boolean allowed =
        maker.permitted().stream()
            .anyMatch(each ->
                !each.eidPrefix().isEmpty()
                    && named.startsWith(each.eidPrefix())
                    && (each.organisation().isEmpty()
                        || card.organisation().filter(each.organisation()::equals).isPresent()));
    if (!allowed) {
      throw fault(TrustCodes.EID_RANGE, card, maker.subject());
    }
    return root;
  }

  /// Throws a fault unless this can be a root at this time: issued and signed by itself, a CI, and
  /// named by the identifier of the key it has.
  static void requireRoot(Certificate root, Instant at) {
    boolean own =
        root.subject().equals(root.issuer())
            && (root.issuerKeyId().isEmpty() || root.issuerKeyId().equals(root.keyId()));
    if (!own) {
      throw fault(TrustCodes.NO_ROOT, root, "issued by " + root.issuer());
    }
    issued(root, root);
    check(root, Role.CI, at);
    if (!root.keyId().equals(root.derivedKeyId())) {
      throw fault(TrustCodes.KEY_ID, root, root.keyId().hex());
    }
  }

  /// Holds two certificates of one server to each other: they must name the same server.
  public static void sameServer(Certificate one, Certificate other) {
    if (one.serverOid().isEmpty() || !one.serverOid().equals(other.serverOid())) {
      throw fault(TrustCodes.OID, other, one.serverOid() + " and " + other.serverOid());
    }
  }

  private static void issued(Certificate leaf, Certificate issuer) {
    boolean named =
        leaf.holder().getIssuer().equals(issuer.holder().getSubject())
            && (leaf.issuerKeyId().isEmpty() || leaf.issuerKeyId().equals(issuer.keyId()));
    if (!named) {
      throw fault(TrustCodes.ISSUER, leaf, issuer.subject());
    }
    String algorithm = leaf.holder().getSignatureAlgorithm().getAlgorithm().getId();
    if (!algorithm.equals(ECDSA_WITH_SHA256)) {
      throw fault(TrustCodes.ALGORITHM, leaf, algorithm);
    }
    try {
      boolean right =
          leaf.holder()
              .isSignatureValid(
                  new BcECContentVerifierProviderBuilder(
                          new DefaultDigestAlgorithmIdentifierFinder())
                      .build(Signatures.key(issuer)));
      if (!right) {
        throw fault(TrustCodes.SIGNATURE, leaf, issuer.subject());
      }
    } catch (CertException | OperatorCreationException e) {
      throw new Fault(
          TrustCodes.SIGNATURE, "verifying a certificate", leaf.subject(), e.getMessage(), e);
    }
  }

  private static void check(Certificate certificate, Role role, Instant at) {
    check(certificate, role, at, Trust::refuse);
  }

  private static void check(Certificate certificate, Role role, Instant at, Consumer<Fault> judge) {
    if (at.isBefore(certificate.from())) {
      throw fault(TrustCodes.NOT_YET, certificate, "valid from " + certificate.from());
    }
    if (at.isAfter(certificate.until())) {
      judge.accept(fault(TrustCodes.EXPIRED, certificate, "valid until " + certificate.until()));
    }
    if (certificate.keyId().isEmpty()) {
      throw fault(TrustCodes.KEY_ID, certificate, "it does not name its own key");
    }
    var unused = Signatures.key(certificate);
    if (!certificate.policies().contains(role.policy())) {
      throw fault(TrustCodes.ROLE, certificate, role + " needed, " + certificate.policies());
    }
    if (certificate.authority() != role.issues()) {
      throw fault(TrustCodes.AUTHORITY, certificate, "for " + role);
    }
    if (role.issues() ? !certificate.mayCertify() : !certificate.maySign()) {
      throw fault(TrustCodes.KEY_USAGE, certificate, "for " + role);
    }
    List<String> unknown =
        certificate.critical().stream().filter(each -> !KNOWN.contains(each)).toList();
    if (!unknown.isEmpty()) {
      throw fault(TrustCodes.EXTENSION, certificate, unknown.toString());
    }
  }

  private static Fault fault(FaultCode code, Certificate certificate, String detail) {
    return new Fault(code, "verifying a certificate", certificate.subject(), detail, null);
  }
}
