package simwright.rsp.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;
import simwright.tlv.Octets;

/// Makes certificates that are right for their role in all but what a test bends.
public final class Forge {
  /// When all that is made here is valid, unless it is bent.
  public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private static final SecureRandom RANDOM = new SecureRandom();
  private static long serial = 1;

  private final Role role;
  private final Optional<Made> issuer;
  private final List<GeneralName> names = new ArrayList<>();
  private X500Name subject;
  private AsymmetricCipherKeyPair key = key("P-256");
  private Optional<AsymmetricCipherKeyPair> signer = Optional.empty();
  private Instant from = NOW.minus(Duration.ofDays(10));
  private Instant until = NOW.plus(Duration.ofDays(300));
  private List<String> policies;
  private int usage;
  private Optional<BasicConstraints> authority;
  private List<KeyPurposeId> purposes = List.of();
  private boolean keyId = true;
  private boolean issuerKeyId = true;
  private Optional<Octets> claimedKeyId = Optional.empty();
  private Optional<X500Name> issuerName = Optional.empty();
  private Optional<String> critical = Optional.empty();
  private Optional<String> permitted = Optional.empty();
  private String algorithm = "SHA256withECDSA";

  /// A certificate and its key.
  public record Made(Certificate certificate, AsymmetricCipherKeyPair key) {}

  private Forge(Role role, String subject, Optional<Made> issuer) {
    this.role = role;
    this.subject = new X500Name(subject);
    this.issuer = issuer;
    this.policies = List.of(role.policy());
    boolean issues = role.issues();
    this.usage = issues ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature;
    this.authority = issues ? Optional.of(new BasicConstraints(true)) : Optional.empty();
  }

  /// A root.
  public static Forge root(String subject) {
    return new Forge(Role.CI, subject, Optional.empty());
  }

  /// Something a root or maker issues.
  public static Forge under(Made issuer, Role role, String subject) {
    return new Forge(role, subject, Optional.of(issuer));
  }

  /// A TLS server's certificate for a host.
  public static Forge tls(Made issuer, String host) {
    return under(issuer, Role.DP_TLS, "CN=" + host)
        .hosts(host)
        .oid("2.999.10")
        .purposes(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth);
  }

  static AsymmetricCipherKeyPair key(String curve) {
    if (curve.equals("RSA")) {
      RSAKeyPairGenerator rsa = new RSAKeyPairGenerator();
      rsa.init(new RSAKeyGenerationParameters(BigInteger.valueOf(65537), RANDOM, 2048, 80));
      return rsa.generateKeyPair();
    }
    ASN1ObjectIdentifier oid = ECNamedCurveTable.getOID(curve);
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(
        new ECKeyGenerationParameters(
            new ECNamedDomainParameters(oid, ECNamedCurveTable.getByOID(oid)), RANDOM));
    return generator.generateKeyPair();
  }

  Forge key(AsymmetricCipherKeyPair other) {
    key = other;
    return this;
  }

  Forge signedBy(AsymmetricCipherKeyPair other) {
    signer = Optional.of(other);
    return this;
  }

  /// Valid from and until so many days from now.
  public Forge days(long begin, long end) {
    from = NOW.plus(Duration.ofDays(begin));
    until = NOW.plus(Duration.ofDays(end));
    return this;
  }

  Forge policies(String... all) {
    policies = List.of(all);
    return this;
  }

  Forge usage(int bits) {
    usage = bits;
    return this;
  }

  Forge authority(Optional<BasicConstraints> other) {
    authority = other;
    return this;
  }

  /// With this extended key usage.
  public Forge purposes(KeyPurposeId... all) {
    purposes = List.of(all);
    return this;
  }

  /// For one more host.
  public Forge hosts(String host) {
    names.add(new GeneralName(GeneralName.dNSName, host));
    return this;
  }

  /// For no host at all.
  public Forge withoutHosts() {
    names.removeIf(each -> each.getTagNo() == GeneralName.dNSName);
    return this;
  }

  Forge oid(String dotted) {
    names.add(new GeneralName(GeneralName.registeredID, dotted));
    return this;
  }

  Forge withoutKeyId() {
    keyId = false;
    return this;
  }

  Forge claiming(Octets id) {
    claimedKeyId = Optional.of(id);
    return this;
  }

  Forge withoutIssuerKeyId() {
    issuerKeyId = false;
    return this;
  }

  Forge issuedBy(String name) {
    issuerName = Optional.of(new X500Name(name));
    return this;
  }

  Forge critical(String oid) {
    critical = Optional.of(oid);
    return this;
  }

  Forge permitting(String name) {
    permitted = Optional.of(name);
    return this;
  }

  Forge algorithm(String other) {
    algorithm = other;
    return this;
  }

  /// The certificate alone.
  public Certificate certificate() {
    return make().certificate();
  }

  /// The certificate and its key.
  public Made make() {
    try {
      AsymmetricCipherKeyPair by = issuer.map(Made::key).orElse(key);
      SubjectPublicKeyInfo own =
          SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key.getPublic());
      X509v3CertificateBuilder builder =
          new X509v3CertificateBuilder(
              issuerName
                  .or(() -> issuer.map(each -> each.certificate().holder().getSubject()))
                  .orElse(subject),
              BigInteger.valueOf(serial++),
              Date.from(from),
              Date.from(until),
              subject,
              own);
      identify(builder, own, by);
      extend(builder);
      byte[] der = builder.build(signer(signer.orElse(by), algorithm)).getEncoded();
      return new Made(Certificate.read(Octets.of(der)), key);
    } catch (IOException | OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }

  private void identify(
      X509v3CertificateBuilder builder, SubjectPublicKeyInfo own, AsymmetricCipherKeyPair by)
      throws IOException {
    BcX509ExtensionUtils utils = new BcX509ExtensionUtils();
    if (claimedKeyId.isPresent()) {
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          new SubjectKeyIdentifier(claimedKeyId.get().toArray()));
    } else if (keyId) {
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, utils.createSubjectKeyIdentifier(own));
    }
    if (issuerKeyId) {
      AuthorityKeyIdentifier id =
          utils.createAuthorityKeyIdentifier(
              SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(by.getPublic()));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          issuer.isEmpty() && claimedKeyId.isPresent()
              ? new AuthorityKeyIdentifier(claimedKeyId.get().toArray())
              : id);
    }
  }

  private void extend(X509v3CertificateBuilder builder) throws IOException {
    if (usage != 0) {
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
    }
    if (!policies.isEmpty()) {
      builder.addExtension(
          Extension.certificatePolicies,
          true,
          new CertificatePolicies(
              policies.stream()
                  .map(each -> new PolicyInformation(new ASN1ObjectIdentifier(each)))
                  .toArray(PolicyInformation[]::new)));
    }
    if (authority.isPresent()) {
      builder.addExtension(Extension.basicConstraints, true, authority.get());
    }
    if (!purposes.isEmpty()) {
      builder.addExtension(
          Extension.extendedKeyUsage,
          true,
          new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new)));
    }
    if (!names.isEmpty()) {
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(names.toArray(GeneralName[]::new)));
    }
    if (permitted.isPresent()) {
      GeneralSubtree tree = new GeneralSubtree(new GeneralName(new X500Name(permitted.get())));
      builder.addExtension(
          Extension.nameConstraints, true, new NameConstraints(new GeneralSubtree[] {tree}, null));
    }
    if (critical.isPresent()) {
      builder.addExtension(new ASN1ObjectIdentifier(critical.get()), true, DERNull.INSTANCE);
    }
  }

  /// A list of what an issuer has taken back, signed by a key.
  static Octets revoking(Made issuer, AsymmetricCipherKeyPair by, Certificate... all) {
    try {
      X509v2CRLBuilder list =
          new X509v2CRLBuilder(issuer.certificate().holder().getSubject(), Date.from(NOW));
      Stream.of(all)
          .forEach(each -> list.addCRLEntry(each.holder().getSerialNumber(), Date.from(NOW), 1));
      return Octets.of(list.build(signer(by, "SHA256withECDSA")).getEncoded());
    } catch (IOException | OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }

  private static ContentSigner signer(AsymmetricCipherKeyPair key, String algorithm)
      throws OperatorCreationException {
    var signature = new DefaultSignatureAlgorithmIdentifierFinder().find(algorithm);
    var digest = new DefaultDigestAlgorithmIdentifierFinder().find(signature);
    return new BcECContentSignerBuilder(signature, digest).build(key.getPrivate());
  }
}
