package simwright.sim.vpcd;

import simwright.tlv.Octets;

/// What a simulated card says when it is powered (ISO/IEC 7816-3 clause 8.2, ETSI TS 102 221 clause
/// 6.3): 1.8 V to 5 V, the fastest usual speed, logical channels, and a name of its own.
public enum AnswerToReset {
  /// For T=0, as nearly all UICCs speak.
  T0("9F96801F87"),
  /// For T=1, with blocks of 254 bytes.
  T1("9F968131FE1F87");

  private final Octets bytes;

  AnswerToReset(String interfaces) {
    // the name SIMWRT0 as ISO/IEC 7816-4 clause 12.1.1.6 has it
    Octets body = Octets.hex(interfaces + "8031E073FE211B67" + "53494D57525430");
    int check = 0;
    for (int i = 0; i < body.length(); i++) {
      check ^= body.at(i);
    }
    this.bytes = Octets.of(0x3b).then(body).then(Octets.of(check));
  }

  /// All its bytes.
  public Octets bytes() {
    return bytes;
  }
}
