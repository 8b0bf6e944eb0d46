package simwright.catalog;

import simwright.fault.FaultCode;

/// The codes of this package.
public final class CatalogCodes {
  /// No profile of the catalog goes by that.
  public static final FaultCode NO_PROFILE = new FaultCode("catalog", "no-profile");

  /// More than one profile of the catalog goes by that.
  public static final FaultCode AMBIGUOUS = new FaultCode("catalog", "ambiguous");

  /// The life of a profile does not lead from where it is to where it was to go.
  public static final FaultCode NOT_ALLOWED = new FaultCode("catalog", "not-allowed");

  /// A file of profiles cannot be taken in as it stands.
  public static final FaultCode BROKEN_FILE = new FaultCode("catalog", "broken-file");

  /// A file of rules, regions or operators cannot be used.
  public static final FaultCode BROKEN_RULES = new FaultCode("catalog", "broken-rules");

  /// A file with a plan of a migration cannot be used.
  public static final FaultCode BROKEN_PLAN = new FaultCode("catalog", "broken-plan");

  /// What is told as an operator's receipt is none, or not for this.
  public static final FaultCode NO_RECEIPT = new FaultCode("catalog", "no-receipt");

  /// A receipt is for a ticket, and none was written.
  public static final FaultCode NO_TICKET = new FaultCode("catalog", "no-ticket");

  /// A device was not sanitised, or not all of it was proven.
  public static final FaultCode NOT_CLEAN = new FaultCode("catalog", "not-clean");

  /// A profile did not come up where another was to take its place.
  public static final FaultCode NOT_PROVEN = new FaultCode("catalog", "not-proven");

  /// A profile is not on the card that is at hand.
  public static final FaultCode OTHER_CARD = new FaultCode("catalog", "other-card");

  /// Not all was seen that has to be before a profile is retired.
  public static final FaultCode REVOCATION_INCOMPLETE =
      new FaultCode("catalog", "revocation-incomplete");

  /// Nobody says which access points a profile ought to have.
  public static final FaultCode NO_ACCESS_RULE = new FaultCode("catalog", "no-access-rule");

  /// No operator goes by that name.
  public static final FaultCode NO_OPERATOR = new FaultCode("catalog", "no-operator");

  /// An access point needs a password, and nobody typed one.
  public static final FaultCode NO_PASSWORD = new FaultCode("catalog", "no-password");

  /// The access points of a device could not be mended.
  public static final FaultCode NOT_MENDED = new FaultCode("catalog", "not-mended");

  private CatalogCodes() {}
}
