package simwright.audit;

import simwright.fault.FaultCode;

/// The codes of this package.
public final class AuditCodes {
  /// The chain is broken: something was changed after it was written.
  public static final FaultCode TAMPERED = new FaultCode("audit", "tampered");

  /// There is no such record.
  public static final FaultCode NO_RECORD = new FaultCode("audit", "no-record");

  /// No such person, or not with this secret.
  public static final FaultCode NOT_KNOWN = new FaultCode("audit", "not-known");

  /// The person who acts is not trusted with this.
  public static final FaultCode NOT_PERMITTED = new FaultCode("audit", "not-permitted");

  /// Not a name for a person.
  public static final FaultCode NAME = new FaultCode("audit", "name");

  /// The secret is too short.
  public static final FaultCode SECRET_SHORT = new FaultCode("audit", "secret-short");

  /// A name was given to sign in with, and no secret.
  public static final FaultCode SECRET_NEEDED = new FaultCode("audit", "secret-needed");

  /// Nobody would be left who may govern.
  public static final FaultCode LAST_ADMIN = new FaultCode("audit", "last-admin");

  /// The folder for an archive holds something already.
  public static final FaultCode FOLDER_USED = new FaultCode("audit", "folder-used");

  /// Not a kind of identifier, or not a number of days.
  public static final FaultCode RETENTION = new FaultCode("audit", "retention");

  /// There is no room to record how an act ends that cannot be undone.
  public static final FaultCode NO_ROOM = new FaultCode("audit", "no-room");

  private AuditCodes() {}
}
