package simwright.keys;

import simwright.fault.FaultCode;

/// The codes of this package.
public final class KeyCodes {
  /// A key cannot be made, read or destroyed.
  public static final FaultCode UNUSABLE = new FaultCode("keys", "unusable");

  /// A key that was there is gone.
  public static final FaultCode LOST = new FaultCode("keys", "lost");

  /// A file holds no operator's key that can be read.
  public static final FaultCode CLIENT_FILE = new FaultCode("keys", "client-file");

  /// The password of a file with a key is wrong, or nobody gave one.
  public static final FaultCode CLIENT_PASSWORD = new FaultCode("keys", "client-password");

  /// No operator's key was named.
  public static final FaultCode CLIENT_NEEDED = new FaultCode("keys", "client-needed");

  /// No operator's key of that name is kept.
  public static final FaultCode CLIENT_UNKNOWN = new FaultCode("keys", "client-unknown");

  /// What an operator's key is to be called is no name.
  public static final FaultCode CLIENT_NAME = new FaultCode("keys", "client-name");

  /// A key is to be rotated, and the new one is the old one.
  public static final FaultCode CLIENT_SAME = new FaultCode("keys", "client-same");

  /// An operator's key is known to be in other hands.
  public static final FaultCode CLIENT_COMPROMISED = new FaultCode("keys", "client-compromised");

  /// The certificate of an operator's key does not hold at this time.
  public static final FaultCode CLIENT_EXPIRED = new FaultCode("keys", "client-expired");

  private KeyCodes() {}
}
