package simwright.sim.pki;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.agreement.ECDHBasicAgreement;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.math.ec.ECPoint;
import simwright.tlv.Octets;

/// A key pair on NIST P-256: signs as SGP.22 does, r and s of 32 bytes each, and agrees on secrets.
public final class SigningKey {
  private static final int HALF = 32;
  private static final ECNamedDomainParameters CURVE = curve();

  private final ECPrivateKeyParameters secret;
  private final ECPublicKeyParameters open;

  private SigningKey(AsymmetricCipherKeyPair pair) {
    this.secret = (ECPrivateKeyParameters) pair.getPrivate();
    this.open = (ECPublicKeyParameters) pair.getPublic();
  }

  private static ECNamedDomainParameters curve() {
    X9ECParameters x9 = CustomNamedCurves.getByName("P-256");
    return new ECNamedDomainParameters(
        SECObjectIdentifiers.secp256r1, x9 == null ? SECNamedCurves.getByName("secp256r1") : x9);
  }

  /// A fresh one.
  public static SigningKey make(SecureRandom random) {
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(new ECKeyGenerationParameters(CURVE, random));
    return new SigningKey(generator.generateKeyPair());
  }

  /// Signs these bytes: 64 bytes.
  public Octets sign(Octets message) {
    SHA256Digest digest = new SHA256Digest();
    digest.update(message.toArray(), 0, message.length());
    byte[] hash = new byte[HALF];
    int unused = digest.doFinal(hash, 0);
    ECDSASigner ecdsa = new ECDSASigner();
    ecdsa.init(true, secret);
    BigInteger[] parts = ecdsa.generateSignature(hash);
    return fixed(parts[0]).then(fixed(parts[1]));
  }

  /// The public key as an uncompressed point, 65 bytes.
  public Octets point() {
    return Octets.of(open.getQ().getEncoded(false));
  }

  /// The secret shared with the holder of a point: 32 bytes, leading zeros kept (BSI TR-03111).
  ///
  /// @throws IllegalArgumentException where the point is not on the curve
  public Octets agree(Octets point) {
    ECPoint other = CURVE.getCurve().decodePoint(point.toArray());
    ECDHBasicAgreement agreement = new ECDHBasicAgreement();
    agreement.init(secret);
    return fixed(agreement.calculateAgreement(new ECPublicKeyParameters(other, CURVE)));
  }

  ECPrivateKeyParameters secret() {
    return secret;
  }

  ECPublicKeyParameters open() {
    return open;
  }

  /// For TLS.
  public PrivateKey forTls() {
    try {
      byte[] encoded = PrivateKeyInfoFactory.createPrivateKeyInfo(secret).getEncoded();
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | java.io.IOException e) {
      throw new IllegalStateException("every Java knows P-256", e);
    }
  }

  private static Octets fixed(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] out = new byte[HALF];
    int from = Math.max(0, bytes.length - HALF);
    byte[] tail = Arrays.copyOfRange(bytes, from, bytes.length);
    System.arraycopy(tail, 0, out, HALF - tail.length, tail.length);
    return Octets.of(out);
  }
}
