package simwright.rsp.trust;

import simwright.fault.FaultCode;

/// Why a certificate, a chain or a signature is not believed, one code each.
public final class TrustCodes {
  /// The bytes are no certificate.
  public static final FaultCode NO_CERTIFICATE = code("no-certificate");

  /// It does not lead to a root that is trusted here.
  public static final FaultCode ROOT = code("root");

  /// It was issued by somebody else than the next certificate names.
  public static final FaultCode ISSUER = code("issuer");

  /// The issuer's signature on it is wrong.
  public static final FaultCode SIGNATURE = code("signature");

  /// It is not valid any more.
  public static final FaultCode EXPIRED = code("expired");

  /// It is not valid yet.
  public static final FaultCode NOT_YET = code("not-yet");

  /// It was issued for another role (certificate policy).
  public static final FaultCode ROLE = code("role");

  /// Its key may not be used for this.
  public static final FaultCode KEY_USAGE = code("key-usage");

  /// Its extended key usage is for something else.
  public static final FaultCode EXTENDED_USAGE = code("extended-usage");

  /// It issues certificates where it may not, or does not where it must.
  public static final FaultCode AUTHORITY = code("authority");

  /// It carries a critical extension that is not known.
  public static final FaultCode EXTENSION = code("extension");

  /// Its key is on no curve that the standard has.
  public static final FaultCode CURVE = code("curve");

  /// The maker of the card may not issue this EID.
  public static final FaultCode EID_RANGE = code("eid-range");

  /// The card's certificate is for another EID than the card says it has.
  public static final FaultCode EID = code("eid");

  /// A server's certificate is for another name.
  public static final FaultCode HOST = code("host");

  /// Two certificates of one server name two servers.
  public static final FaultCode OID = code("oid");

  /// A signature over a message is wrong.
  public static final FaultCode MESSAGE_SIGNATURE = code("message-signature");

  /// A file of roots cannot be read.
  public static final FaultCode ROOT_FILE = code("root-file");

  /// What is to be a root was not issued by itself.
  public static final FaultCode NO_ROOT = code("no-root");

  /// The identifier of its key is missing, or is another key's.
  public static final FaultCode KEY_ID = code("key-id");

  /// Its issuer has taken it back.
  public static final FaultCode REVOKED = code("revoked");

  /// A list of certificates that were taken back is none, or is not the root's.
  public static final FaultCode REVOCATIONS = code("revocations");

  /// More authorities stand in a row than the one above allows.
  public static final FaultCode PATH_LENGTH = code("path-length");

  /// It is signed with another algorithm than ECDSA with SHA-256.
  public static final FaultCode ALGORITHM = code("algorithm");

  /// What was put among GSMA's roots is none of them.
  public static final FaultCode NOT_GSMA = code("not-gsma");

  /// What is asked for cannot be an exception.
  public static final FaultCode EXCEPTION = code("exception");

  /// The exception was not confirmed by the host's name.
  public static final FaultCode EXCEPTION_UNCONFIRMED = code("exception-unconfirmed");

  /// There is no such exception to be withdrawn.
  public static final FaultCode NO_EXCEPTION = code("no-exception");

  private TrustCodes() {}

  private static FaultCode code(String what) {
    return new FaultCode("trust", what);
  }
}
