package simwright.sim.network;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// The MILENAGE algorithm set (3GPP TS 35.206): f1 to f5, f1* and f5*, with a subscriber's key K
/// and OPc, 16 octets each.
public final class Milenage {
  private final Cipher aes;
  private final byte[] opc;

  /// For one subscriber.
  public Milenage(byte[] k, byte[] opc) {
    try {
      this.aes = Cipher.getInstance("AES/ECB/NoPadding");
      aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(k, "AES"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    this.opc = opc.clone();
  }

  /// MAC-A (8 octets): f1.
  public byte[] f1(byte[] rand, byte[] sqn, byte[] amf) {
    return Arrays.copyOfRange(out1(rand, sqn, amf), 0, 8);
  }

  /// MAC-S (8 octets): f1*.
  public byte[] f1Star(byte[] rand, byte[] sqn, byte[] amf) {
    return Arrays.copyOfRange(out1(rand, sqn, amf), 8, 16);
  }

  /// RES (8 octets): f2.
  public byte[] f2(byte[] rand) {
    return Arrays.copyOfRange(out(rand, 0, 1), 8, 16);
  }

  /// CK (16 octets): f3.
  public byte[] f3(byte[] rand) {
    return out(rand, 4, 2);
  }

  /// IK (16 octets): f4.
  public byte[] f4(byte[] rand) {
    return out(rand, 8, 4);
  }

  /// AK (6 octets): f5.
  public byte[] f5(byte[] rand) {
    return Arrays.copyOfRange(out(rand, 0, 1), 0, 6);
  }

  /// AK for resynchronisation (6 octets): f5*.
  public byte[] f5Star(byte[] rand) {
    return Arrays.copyOfRange(out(rand, 12, 8), 0, 6);
  }

  /// OPc of an operator's OP (clause 4.1): OP xor E(K, OP).
  public static byte[] opc(byte[] k, byte[] op) {
    return xor(op, new Milenage(k, new byte[16]).encrypt(op));
  }

  static byte[] xor(byte[] a, byte[] b) {
    byte[] sum = new byte[a.length];
    for (int i = 0; i < a.length; i++) {
      sum[i] = (byte) (a[i] ^ b[i]);
    }
    return sum;
  }

  private byte[] out1(byte[] rand, byte[] sqn, byte[] amf) {
    byte[] in = new byte[16];
    System.arraycopy(sqn, 0, in, 0, 6);
    System.arraycopy(amf, 0, in, 6, 2);
    System.arraycopy(in, 0, in, 8, 8);
    byte[] mixed = xor(temp(rand), rotated(xor(in, opc), 8));
    return xor(encrypt(mixed), opc);
  }

  /// OUT2 to OUT5 (clause 4.1): rotation in octets, and the constant's last octet.
  private byte[] out(byte[] rand, int rotation, int constant) {
    byte[] mixed = rotated(xor(temp(rand), opc), rotation);
    mixed[15] ^= (byte) constant;
    return xor(encrypt(mixed), opc);
  }

  private byte[] temp(byte[] rand) {
    return encrypt(xor(rand, opc));
  }

  /// Rotated to the left by whole octets.
  private static byte[] rotated(byte[] block, int octets) {
    byte[] rotated = new byte[16];
    for (int i = 0; i < 16; i++) {
      rotated[i] = block[(i + octets) % 16];
    }
    return rotated;
  }

  private byte[] encrypt(byte[] block) {
    try {
      return aes.doFinal(block);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
