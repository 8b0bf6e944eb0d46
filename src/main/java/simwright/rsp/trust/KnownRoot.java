package simwright.rsp.trust;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import simwright.fault.Fault;
import simwright.tlv.Octets;

/// The roots of remote SIM provisioning that are in use, by the identifier of their keys (SGP.22
/// clause 4.5.2; SGP.14; SGP.26).
public enum KnownRoot {
  GSMA_RSP2("GSM Association RSP2 Root CI1", false, "81370f5125d0b1d408d4c3b232e6d25e795bebfb"),
  OISTE_GSMA("OISTE GSMA CI G1", false, "4c27967ad20c14b391e9601e41e604ad57c0222f"),
  SGP26_NIST("SGP.26 test CI, NIST P-256", true, "f54172bdf98a95d65cbeb88a38a1c11d800a85c3"),
  SGP26_BRAINPOOL("SGP.26 test CI, Brainpool", true, "c0bc70ba36929d43b467ff57570530e57ab8fcd8"),
  SGP26_V3_NIST("SGP.26 v3 test CI, NIST P-256", true, "34eecf13156518d48d30bdf06853404d115f955d"),
  SGP26_V3_BRAINPOOL(
      "SGP.26 v3 test CI, Brainpool", true, "2209f61cd9ec5c9c854e787341ff83ecf9776a5b");

  private final String title;
  private final boolean test;
  private final Octets keyId;

  KnownRoot(String title, boolean test, String keyId) {
    this.title = title;
    this.test = test;
    this.keyId = Octets.hex(keyId.toUpperCase(Locale.ROOT));
  }

  /// What it is called.
  public String title() {
    return title;
  }

  /// Whether everybody may have its private key, so that it proves nothing outside a lab.
  public boolean test() {
    return test;
  }

  /// The identifier of its key.
  public Octets keyId() {
    return keyId;
  }

  /// Gives back a root that is one of GSMA's live ones by the hash of its key; `where` it was
  /// found.
  static Certificate requireLive(Certificate root, String where) {
    if (of(root.keyId()).filter(known -> !known.test()).isEmpty()) {
      throw new Fault(
          TrustCodes.NOT_GSMA, "reading the folder of roots", where, root.subject(), null);
    }
    return root;
  }

  /// The one with this key.
  public static Optional<KnownRoot> of(Octets keyId) {
    return Arrays.stream(values()).filter(each -> each.keyId.equals(keyId)).findFirst();
  }
}
