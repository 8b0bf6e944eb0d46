package simwright.sim.network;

import simwright.sim.euicc.Upp;
import simwright.tlv.Octets;

/// What a card or the home network knows of a subscriber: IMSI, ICCID, K, OPc and the sequence
/// number (48 bits).
public final class Subscription {
  private final String imsi;
  private final String iccid;
  private final byte[] k;
  private final byte[] opc;
  private long sqn;

  /// Begins with a sequence number.
  public Subscription(String imsi, String iccid, byte[] k, byte[] opc, long sqn) {
    this.imsi = imsi;
    this.iccid = iccid;
    this.k = k.clone();
    this.opc = opc.clone();
    this.sqn = sqn;
  }

  /// The IMSI.
  public String imsi() {
    return imsi;
  }

  /// The ICCID.
  public String iccid() {
    return iccid;
  }

  /// The highest sequence number used or accepted.
  public synchronized long sqn() {
    return sqn;
  }

  /// Sets it.
  public synchronized void sqn(long next) {
    sqn = next;
  }

  /// Its secrets as a profile package carries them.
  public Upp.Aka aka() {
    return new Upp.Aka(Upp.Aka.MILENAGE, Octets.of(k), Octets.of(opc));
  }

  /// Its algorithms.
  public Milenage milenage() {
    return new Milenage(k, opc);
  }

  /// The same secrets for the other side, with a sequence number of its own.
  public Subscription other(long otherSqn) {
    return new Subscription(imsi, iccid, k, opc, otherSqn);
  }
}
