package simwright.sim.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
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
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;
import simwright.identity.Eid;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.Role;
import simwright.tlv.Octets;

/// Issues the certificates of a bench under a root of its own, as SGP.22 clause 4.5.2 profiles
/// them.
public final class TestPki {
  private static final String ORGANISATION = "Simwright bench";
  private static final String EUM = "Simwright bench EUM";
  private static final int EID_PREFIX = 8;
  private static final Duration BEFORE = Duration.ofDays(1);
  private static final Duration LONG = Duration.ofDays(3650);

  private final SecureRandom random;
  private final Instant now;
  private final Identity root;
  private long serial = 1;

  private TestPki(SecureRandom random, Instant now) {
    this.random = random;
    this.now = now;
    SigningKey key = SigningKey.make(random);
    this.root =
        issue(
            new Wish(Role.CI, name(ORGANISATION + " CI", ORGANISATION, ""))
                .oid("2.999.1")
                .lasting(now.minus(BEFORE), now.plus(LONG)),
            key,
            Optional.empty());
  }

  /// With a fresh root, valid from the day before.
  public static TestPki make(SecureRandom random, Instant now) {
    return new TestPki(random, now);
  }

  /// The root.
  public Certificate root() {
    return root.certificate();
  }

  /// What a certificate is wished to be.
  public record Wish(
      Role role, X500Name subject, Optional<String> oid, List<String> hosts, Span span) {
    /// From when until when.
    record Span(Optional<Instant> from, Optional<Instant> until) {}

    Wish(Role role, X500Name subject) {
      this(
          role, subject, Optional.empty(), List.of(), new Span(Optional.empty(), Optional.empty()));
    }

    /// The same, naming a server by its object identifier.
    public Wish oid(String dotted) {
      return new Wish(role, subject, Optional.of(dotted), hosts, span);
    }

    /// The same for these host names.
    public Wish hosts(List<String> names) {
      return new Wish(role, subject, oid, List.copyOf(names), span);
    }

    /// The same for another time.
    public Wish lasting(Instant from, Instant until) {
      return new Wish(role, subject, oid, hosts, new Span(Optional.of(from), Optional.of(until)));
    }

    /// The same for another role.
    public Wish as(Role other) {
      return new Wish(other, subject, oid, hosts, span);
    }
  }

  /// A server's certificate is wished.
  public static Wish server(Role role, String commonName, String oid) {
    return new Wish(role, name(commonName, ORGANISATION, "")).oid(oid);
  }

  /// Issues it under the root.
  public Identity issue(Wish wish) {
    return issue(wish, SigningKey.make(random), Optional.of(root));
  }

  /// The maker of cards, for EIDs that begin as this one does.
  public Identity maker(Eid eid) {
    return issue(
        new Wish(Role.EUM, name(EUM, EUM, eid.value().substring(0, EID_PREFIX))).oid("2.999.5"));
  }

  /// A card's certificate under its maker's.
  public Identity card(Eid eid, Identity maker) {
    return issue(
        new Wish(Role.EUICC, name("Simwright eUICC", EUM, eid.value())),
        SigningKey.make(random),
        Optional.of(maker));
  }

  /// A list of certificates that the root takes back, as DER.
  public Octets revoke(List<Certificate> certificates) {
    try {
      X509CertificateHolder own = new X509CertificateHolder(root().der().toArray());
      X509v2CRLBuilder list = new X509v2CRLBuilder(own.getSubject(), Date.from(now));
      for (Certificate each : certificates) {
        BigInteger number = new X509CertificateHolder(each.der().toArray()).getSerialNumber();
        list.addCRLEntry(number, Date.from(now), CRLReason.keyCompromise);
      }
      list.setNextUpdate(Date.from(now.plus(LONG)));
      list.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new BcX509ExtensionUtils().createAuthorityKeyIdentifier(own.getSubjectPublicKeyInfo()));
      return Octets.of(list.build(signer(root.key())).getEncoded());
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalStateException("a list of our own can be made", e);
    }
  }

  private static ContentSigner signer(SigningKey key) throws OperatorCreationException {
    var algorithm = new DefaultSignatureAlgorithmIdentifierFinder().find("SHA256withECDSA");
    var digest = new DefaultDigestAlgorithmIdentifierFinder().find(algorithm);
    return new BcECContentSignerBuilder(algorithm, digest).build(key.secret());
  }

  private Identity issue(Wish wish, SigningKey key, Optional<Identity> issuer) {
    try {
      return new Identity(certificate(wish, key, issuer), key);
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalStateException("a certificate of our own can be made", e);
    }
  }

  private Certificate certificate(Wish wish, SigningKey key, Optional<Identity> issuer)
      throws IOException, OperatorCreationException {
    SubjectPublicKeyInfo info = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key.open());
    SigningKey signer = issuer.map(Identity::key).orElse(key);
    X500Name by = issuer.isPresent() ? subject(issuer.get().certificate()) : wish.subject();
    Instant from = wish.span().from().orElse(now.minus(BEFORE));
    Instant until = wish.span().until().orElse(now.plus(LONG));
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            by,
            BigInteger.valueOf(serial++),
            Date.from(from),
            Date.from(until),
            issuer.isPresent() ? subject(wish) : wish.subject(),
            info);
    BcX509ExtensionUtils utils = new BcX509ExtensionUtils();
    builder.addExtension(
        Extension.subjectKeyIdentifier, false, utils.createSubjectKeyIdentifier(info));
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        utils.createAuthorityKeyIdentifier(
            SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(signer.open())));
    extensions(builder, wish);
    return Certificate.read(Octets.of(builder.build(signer(signer)).getEncoded()));
  }

  private static X500Name subject(Certificate certificate) throws IOException {
    return new X509CertificateHolder(certificate.der().toArray()).getSubject();
  }

  /// A maker's subject names no EID; its name constraint does.
  private static X500Name subject(Wish wish) {
    return wish.role() == Role.EUM ? name(EUM, EUM, "") : wish.subject();
  }

  private static void extensions(X509v3CertificateBuilder builder, Wish wish) throws IOException {
    boolean issues = wish.role() == Role.CI || wish.role() == Role.EUM;
    int usage = issues ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature;
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
    builder.addExtension(
        Extension.certificatePolicies,
        true,
        new CertificatePolicies(
            new PolicyInformation(new ASN1ObjectIdentifier(wish.role().policy()))));
    if (issues) {
      builder.addExtension(
          Extension.basicConstraints,
          true,
          wish.role() == Role.CI ? new BasicConstraints(true) : new BasicConstraints(0));
    }
    if (wish.role() == Role.EUM) {
      GeneralName permitted = new GeneralName(constraint(wish.subject()));
      builder.addExtension(
          Extension.nameConstraints,
          true,
          new NameConstraints(new GeneralSubtree[] {new GeneralSubtree(permitted)}, null));
    }
    if (wish.role() == Role.DP_TLS || wish.role() == Role.DS_TLS) {
      builder.addExtension(
          Extension.extendedKeyUsage,
          true,
          new ExtendedKeyUsage(
              new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth}));
    }
    GeneralName[] names = names(wish);
    if (names.length > 0) {
      builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
    }
  }

  private static X500Name constraint(X500Name wished) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.O, EUM)
        .addRDN(
            BCStyle.SERIALNUMBER,
            wished.getRDNs(BCStyle.SERIALNUMBER)[0].getFirst().getValue().toString())
        .build();
  }

  private static GeneralName[] names(Wish wish) {
    List<GeneralName> names = new ArrayList<>();
    wish.oid().ifPresent(oid -> names.add(new GeneralName(GeneralName.registeredID, oid)));
    wish.hosts().forEach(host -> names.add(new GeneralName(GeneralName.dNSName, host)));
    return names.toArray(GeneralName[]::new);
  }

  private static X500Name name(String common, String organisation, String serialNumber) {
    X500NameBuilder builder =
        new X500NameBuilder(BCStyle.INSTANCE)
            .addRDN(BCStyle.CN, common)
            .addRDN(BCStyle.O, organisation);
    return serialNumber.isEmpty()
        ? builder.build()
        : builder.addRDN(BCStyle.SERIALNUMBER, serialNumber).build();
  }
}
