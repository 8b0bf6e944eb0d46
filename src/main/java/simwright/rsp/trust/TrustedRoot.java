package simwright.rsp.trust;

/// A root that is believed here, with what it says of itself and where it came from.
public record TrustedRoot(CertificateFacts facts, Origin origin) {
  /// Who put a root among those that are believed.
  public enum Origin {
    /// Nobody here: it came with the program.
    SHIPPED,
    /// A person, into the folder of GSMA's roots.
    FOLDER,
    /// A person for a lab, or a bench that is served: it proves nothing elsewhere.
    LAB;

    /// Where a root came from that is believed outside labs, too.
    public static Origin live(Certificate root) {
      return ShippedRoots.has(root) ? SHIPPED : FOLDER;
    }
  }

  /// One that came from there.
  public static TrustedRoot of(Certificate root, Origin origin) {
    return new TrustedRoot(CertificateFacts.of(root), origin);
  }

  /// Its usual name, or else what it calls itself.
  public String name() {
    return KnownRoot.of(facts.keyId()).map(KnownRoot::title).orElse(facts.subject());
  }
}
