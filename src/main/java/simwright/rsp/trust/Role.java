package simwright.rsp.trust;

/// What a certificate is for, by its policy under 2.23.146.1.2.1 (SGP.22 clause 4.5.2.1, SGP.14).
public enum Role {
  CI(0),
  EUICC(1),
  EUM(2),
  DP_TLS(3),
  DP_AUTH(4),
  DP_PB(5),
  DS_TLS(6),
  DS_AUTH(7);

  private static final String ARC = "2.23.146.1.2.1.";

  private final int number;

  Role(int number) {
    this.number = number;
  }

  /// Its policy's object identifier.
  public String policy() {
    return ARC + number;
  }

  /// Whether it issues certificates.
  boolean issues() {
    return this == CI || this == EUM;
  }
}
