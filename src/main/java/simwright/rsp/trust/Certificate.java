package simwright.rsp.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;
import simwright.tlv.Octets;
import simwright.tlv.Tlv;

/// An X.509 certificate as SGP.22 clause 4.5.2 profiles it, read by hand: standard path validation
/// refuses the chains of cards.
public final class Certificate {
  private static final Map<Integer, String> USAGES =
      new TreeMap<>(
          Map.of(
              KeyUsage.digitalSignature, "digitalSignature",
              KeyUsage.keyAgreement, "keyAgreement",
              KeyUsage.keyEncipherment, "keyEncipherment",
              KeyUsage.keyCertSign, "keyCertSign",
              KeyUsage.cRLSign, "cRLSign"));

  private static final Map<String, String> PURPOSES =
      Map.of(
          KeyPurposeId.id_kp_serverAuth.getId(), "serverAuth",
          KeyPurposeId.id_kp_clientAuth.getId(), "clientAuth");

  private final X509CertificateHolder holder;

  private Certificate(X509CertificateHolder holder) {
    this.holder = holder;
  }

  /// Reads DER.
  public static Certificate read(Octets der) {
    try {
      return new Certificate(new X509CertificateHolder(der.toArray()));
    } catch (IOException | IllegalArgumentException e) {
      throw new Fault(
          TrustCodes.NO_CERTIFICATE, "reading a certificate", der.toString(), e.getMessage(), e);
    }
  }

  /// Reads a data object that is one.
  public static Certificate read(Tlv tlv) {
    return read(tlv.raw());
  }

  X509CertificateHolder holder() {
    return holder;
  }

  /// The DER.
  public Octets der() {
    try {
      return Octets.of(holder.getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }

  /// Who it is for, in words.
  public String subject() {
    return holder.getSubject().toString();
  }

  /// From when it is valid.
  public Instant from() {
    return holder.getNotBefore().toInstant();
  }

  /// Until when it is valid.
  public Instant until() {
    return holder.getNotAfter().toInstant();
  }

  /// The policies it was issued under.
  public List<String> policies() {
    CertificatePolicies policies = CertificatePolicies.fromExtensions(extensions());
    return policies == null
        ? List.of()
        : Arrays.stream(policies.getPolicyInformation())
            .map(each -> each.getPolicyIdentifier().getId())
            .toList();
  }

  /// The identifier of its key.
  public Octets keyId() {
    SubjectKeyIdentifier id = SubjectKeyIdentifier.fromExtensions(extensions());
    return id == null ? Octets.NONE : Octets.of(id.getKeyIdentifier());
  }

  /// The identifier that its key has by rule: the SHA-1 of its bits (RFC 5280 clause 4.2.1.2).
  Octets derivedKeyId() {
    byte[] bits = holder.getSubjectPublicKeyInfo().getPublicKeyData().getBytes();
    SHA1Digest digest = new SHA1Digest();
    digest.update(bits, 0, bits.length);
    byte[] out = new byte[digest.getDigestSize()];
    int unused = digest.doFinal(out, 0);
    return Octets.of(out);
  }

  /// The identifier of its issuer's key.
  public Octets issuerKeyId() {
    AuthorityKeyIdentifier id = AuthorityKeyIdentifier.fromExtensions(extensions());
    byte[] octets = id == null ? null : id.getKeyIdentifierOctets();
    return octets == null ? Octets.NONE : Octets.of(octets);
  }

  /// Whether it issues certificates.
  public boolean authority() {
    BasicConstraints constraints = BasicConstraints.fromExtensions(extensions());
    return constraints != null && constraints.isCA();
  }

  /// How many authorities may stand below it; many where it sets no limit.
  int pathLength() {
    BasicConstraints constraints = BasicConstraints.fromExtensions(extensions());
    BigInteger limit = constraints == null ? null : constraints.getPathLenConstraint();
    return limit == null ? Integer.MAX_VALUE : limit.min(BigInteger.TEN).intValue();
  }

  /// Whether its key may sign certificates.
  public boolean mayCertify() {
    return usage(KeyUsage.keyCertSign);
  }

  /// Whether its key may sign messages.
  public boolean maySign() {
    return usage(KeyUsage.digitalSignature);
  }

  /// Whether its extended key usage lets it be a TLS server (SGP.22 clause 4.5.2.1.0.3).
  public boolean forServers() {
    ExtendedKeyUsage uses = ExtendedKeyUsage.fromExtensions(extensions());
    return uses != null && uses.hasKeyPurposeId(KeyPurposeId.id_kp_serverAuth);
  }

  /// What its key may be used for, in the words of X.509.
  public List<String> uses() {
    List<String> all = new ArrayList<>();
    KeyUsage usage = KeyUsage.fromExtensions(extensions());
    USAGES.forEach((bit, word) -> {
      if (usage != null && usage.hasUsages(bit)) {
        all.add(word);
      }
    });
    ExtendedKeyUsage extended = ExtendedKeyUsage.fromExtensions(extensions());
    if (extended != null) {
      for (KeyPurposeId each : extended.getUsages()) {
        all.add(PURPOSES.getOrDefault(each.getId(), each.getId()));
      }
    }
    return List.copyOf(all);
  }

  /// The roles that its policies name.
  public List<Role> roles() {
    return Arrays.stream(Role.values()).filter(each -> policies().contains(each.policy())).toList();
  }

  /// Who issued it, in words.
  public String issuer() {
    return holder.getIssuer().toString();
  }

  /// The curve its key is on, by its usual name; the algorithm's identifier where it is on none.
  public String curve() {
    AlgorithmIdentifier kind = holder.getSubjectPublicKeyInfo().getAlgorithm();
    if (kind.getParameters() instanceof ASN1ObjectIdentifier named) {
      String name = ECNamedCurveTable.getName(named);
      return name == null ? named.getId() : name;
    }
    return kind.getAlgorithm().getId();
  }

  /// What it is known by among all certificates: the SHA-256 of its DER, as hex.
  public String fingerprint() {
    SHA256Digest digest = new SHA256Digest();
    byte[] bytes = der().toArray();
    digest.update(bytes, 0, bytes.length);
    byte[] out = new byte[digest.getDigestSize()];
    int unused = digest.doFinal(out, 0);
    return Octets.of(out).hex();
  }

  /// The object identifier of the server it names; empty where it names none.
  public Optional<String> serverOid() {
    return names(GeneralName.registeredID).stream().findFirst();
  }

  /// The host names it is for.
  public List<String> hosts() {
    return names(GeneralName.dNSName);
  }

  /// The serial number in its subject, which is the EID in a card's certificate.
  public Optional<String> serialNumber() {
    return part(holder.getSubject(), BCStyle.SERIALNUMBER);
  }

  /// The organisation in its subject.
  public Optional<String> organisation() {
    return part(holder.getSubject(), BCStyle.O);
  }

  /// What begins an EID that it may issue, and the organisation that must stand beside it.
  public List<Permitted> permitted() {
    Extension extension = holder.getExtension(Extension.nameConstraints);
    if (extension == null) {
      return List.of();
    }
    List<Permitted> all = new ArrayList<>();
    GeneralSubtree[] subtrees =
        NameConstraints.getInstance(extension.getParsedValue()).getPermittedSubtrees();
    for (GeneralSubtree each : subtrees == null ? new GeneralSubtree[0] : subtrees) {
      if (each.getBase().getTagNo() == GeneralName.directoryName) {
        X500Name name = X500Name.getInstance(each.getBase().getName());
        all.add(
            new Permitted(
                part(name, BCStyle.SERIALNUMBER).orElse(""), part(name, BCStyle.O).orElse("")));
      }
    }
    return all;
  }

  /// The beginning of an EID and an organisation.
  public record Permitted(String eidPrefix, String organisation) {}

  /// The critical extensions, by object identifier.
  List<String> critical() {
    Set<?> critical = holder.getCriticalExtensionOIDs();
    return critical.stream().map(each -> ((ASN1ObjectIdentifier) each).getId()).toList();
  }

  private boolean usage(int bit) {
    KeyUsage usage = KeyUsage.fromExtensions(extensions());
    return usage != null && usage.hasUsages(bit);
  }

  private List<String> names(int kind) {
    GeneralNames names =
        GeneralNames.fromExtensions(extensions(), Extension.subjectAlternativeName);
    return names == null
        ? List.of()
        : Arrays.stream(names.getNames())
            .filter(each -> each.getTagNo() == kind)
            .map(each -> each.getName().toString())
            .toList();
  }

  private @Nullable Extensions extensions() {
    return holder.getExtensions();
  }

  private static Optional<String> part(X500Name name, ASN1ObjectIdentifier kind) {
    RDN[] parts = name.getRDNs(kind);
    return parts.length == 0
        ? Optional.empty()
        : Optional.of(parts[0].getFirst().getValue().toString());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Certificate that && holder.equals(that.holder);
  }

  @Override
  public int hashCode() {
    return holder.hashCode();
  }

  @Override
  public String toString() {
    return subject();
  }
}
