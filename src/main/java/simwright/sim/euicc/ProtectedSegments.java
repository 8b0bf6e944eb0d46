package simwright.sim.euicc;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// The protection of segments (SGP.22 clause 2.5 and annex G, GlobalPlatform SCP03t): each carries
/// a MAC that chains it to the one before; those of tags 86 and 87 are encrypted, too. Used at both
/// ends; an end is used for one direction.
public final class ProtectedSegments {
  private static final int BLOCK = 16;
  private static final int MAC = 8;
  private static final int PADDING = 0x80;
  private static final Tag MAC_ONLY = Tag.of(0x88);

  private SessionKeys keys;
  private Octets chaining;
  private int counter = 1;

  /// With fresh keys.
  public ProtectedSegments(SessionKeys keys) {
    this.keys = keys;
    this.chaining = keys.chaining();
  }

  /// Goes on with other keys (ReplaceSessionKeys, SGP.22 clause 5.5.4); blocks are counted anew.
  public void replace(SessionKeys next) {
    keys = next;
    chaining = next.chaining();
    counter = 1;
  }

  /// Protects a segment.
  public Tlv wrap(Tag tag, Octets plain) {
    Octets data = tag.equals(MAC_ONLY) ? plain : cbc(true, padded(plain));
    Octets header = Tlv.of(tag, Octets.of(new byte[data.length() + MAC])).header();
    Octets mac = mac(header, data);
    counter++;
    return Tlv.of(tag, data.then(mac.part(0, MAC)));
  }

  /// Checks and opens a segment; empty where it was changed, lost, repeated or is not whole.
  public Optional<Octets> unwrap(Tlv segment) {
    Octets value = segment.value();
    if (value.length() < MAC) {
      return Optional.empty();
    }
    Octets data = value.part(0, value.length() - MAC);
    Octets before = chaining;
    Octets mac = mac(segment.header(), data);
    boolean right =
        MessageDigest.isEqual(mac.part(0, MAC).toArray(), value.from(data.length()).toArray());
    if (!right) {
      chaining = before;
      return Optional.empty();
    }
    Optional<Octets> plain =
        segment.tag().equals(MAC_ONLY)
            ? Optional.of(data)
            : data.isEmpty() || data.length() % BLOCK != 0
                ? Optional.empty()
                : unpadded(cbc(false, data));
    counter++;
    return plain;
  }

  private Octets mac(Octets header, Octets data) {
    CMac cmac = new CMac(AESEngine.newInstance());
    cmac.init(new KeyParameter(keys.mac().toArray()));
    byte[] text = chaining.then(header).then(data).toArray();
    cmac.update(text, 0, text.length);
    byte[] out = new byte[BLOCK];
    int unused = cmac.doFinal(out, 0);
    chaining = Octets.of(out);
    return chaining;
  }

  private Octets cbc(boolean encrypt, Octets text) {
    BlockCipher aes = AESEngine.newInstance();
    aes.init(true, new KeyParameter(keys.encryption().toArray()));
    byte[] count = new byte[BLOCK];
    for (int i = 0; i < Integer.BYTES; i++) {
      count[BLOCK - 1 - i] = (byte) (counter >>> 8 * i);
    }
    byte[] start = new byte[BLOCK];
    int unused = aes.processBlock(count, 0, start, 0);
    BlockCipher cbc = CBCBlockCipher.newInstance(AESEngine.newInstance());
    cbc.init(encrypt, new ParametersWithIV(new KeyParameter(keys.encryption().toArray()), start));
    byte[] in = text.toArray();
    byte[] out = new byte[in.length];
    for (int at = 0; at < in.length; at += BLOCK) {
      unused = cbc.processBlock(in, at, out, at);
    }
    return Octets.of(out);
  }

  private static Octets padded(Octets plain) {
    byte[] out = Arrays.copyOf(plain.toArray(), (plain.length() / BLOCK + 1) * BLOCK);
    out[plain.length()] = (byte) PADDING;
    return Octets.of(out);
  }

  private static Optional<Octets> unpadded(Octets text) {
    int end = text.length() - 1;
    while (end >= 0 && text.at(end) == 0) {
      end--;
    }
    return end >= 0 && text.at(end) == PADDING ? Optional.of(text.part(0, end)) : Optional.empty();
  }
}
