package simwright.acceptance;

import simwright.fault.FaultCode;

/// The codes of this package.
public final class AcceptanceCodes {
  /// There is no run of this id.
  public static final FaultCode NO_RUN = new FaultCode("acceptance", "no-run");

  /// The device did not get there within the step's time.
  public static final FaultCode TOO_LATE = new FaultCode("acceptance", "too-late");

  /// The time of a phase or of the plan was over.
  public static final FaultCode OUT_OF_TIME = new FaultCode("acceptance", "out-of-time");

  /// A step took a measurement that the plan does not declare.
  public static final FaultCode UNDECLARED = new FaultCode("acceptance", "undeclared");

  /// Nobody answered a question that has no default.
  public static final FaultCode NO_ANSWER = new FaultCode("acceptance", "no-answer");

  /// The declared safe state could not be verified.
  public static final FaultCode UNSAFE = new FaultCode("acceptance", "unsafe");

  /// A resource of the bench was not free in time.
  public static final FaultCode RESOURCE_BUSY = new FaultCode("acceptance", "resource-busy");

  /// A step needs the card, and the run has nothing to do with one.
  public static final FaultCode NO_CARD = new FaultCode("acceptance", "no-card");

  /// The device has no test order left that the plan may use up.
  public static final FaultCode NO_ORDER = new FaultCode("acceptance", "no-order");

  /// A step names a profile that no earlier step of the run has met.
  public static final FaultCode NO_PROFILE = new FaultCode("acceptance", "no-profile");

  /// An earlier run left the device unsafe, and nobody has resolved that.
  public static final FaultCode LEFT_UNSAFE = new FaultCode("acceptance", "left-unsafe");

  /// A plan takes something away for good, and nobody typed its name.
  public static final FaultCode UNCONFIRMED = new FaultCode("acceptance", "unconfirmed");

  /// The program ended in the middle of a run.
  public static final FaultCode INTERRUPTED = new FaultCode("acceptance", "interrupted");

  /// Something around the device could not be done, by the bench or by a person.
  public static final FaultCode NOT_DONE = new FaultCode("acceptance", "not-done");

  /// Neither the modem's nor the interface's counters rose by what was sent.
  public static final FaultCode NOT_COUNTED = new FaultCode("acceptance", "not-counted");

  /// The modem did not say what the plan waits for.
  public static final FaultCode NOT_SAID = new FaultCode("acceptance", "not-said");

  /// The device came back to a congested network before the time was over that it was given.
  public static final FaultCode NOT_WAITED = new FaultCode("acceptance", "not-waited");

  /// The modem took a setting and does not tell whether it is so.
  public static final FaultCode NOT_READ_BACK = new FaultCode("acceptance", "not-read-back");

  /// The card does not hold the profiles that it held before.
  public static final FaultCode OTHER_PROFILES = new FaultCode("acceptance", "other-profiles");

  /// The device is not at the place that the plan is for.
  public static final FaultCode ELSEWHERE = new FaultCode("acceptance", "elsewhere");

  /// The device is served otherwise than is expected at the place.
  public static final FaultCode NOT_EXPECTED = new FaultCode("acceptance", "not-expected");

  /// The run's header lacks what the plan requires.
  public static final FaultCode HEADER = new FaultCode("acceptance", "header");

  /// Other limits are of something that the run does not have, or in another unit.
  public static final FaultCode UNFIT_LIMITS = new FaultCode("acceptance", "unfit-limits");

  /// A picture that a prompt names cannot be shown.
  public static final FaultCode PICTURE = new FaultCode("acceptance", "picture");

  /// A run that cannot order at a server was asked to.
  public static final FaultCode NO_SERVER_ORDER = new FaultCode("acceptance", "no-server-order");

  /// A run that selects no profiles was asked to.
  public static final FaultCode NO_SELECTION = new FaultCode("acceptance", "no-selection");

  /// The device lacks a profile that the policy wants to be there.
  public static final FaultCode HOLE = new FaultCode("acceptance", "hole");

  /// A drill was broken off, or not begun, by its own rule: battery or temperature.
  public static final FaultCode ABORT_RULE = new FaultCode("acceptance", "abort-rule");

  /// There is no TCP stream through the bearer, so that the requests of a drill are pings.
  public static final FaultCode NO_STREAM = new FaultCode("acceptance", "no-stream");

  /// The server did not tell what alone would prove it.
  public static final FaultCode NOT_TOLD = new FaultCode("acceptance", "not-told");

  /// What a person handed over could not be kept.
  public static final FaultCode ATTACHMENT = new FaultCode("acceptance", "attachment");

  private AcceptanceCodes() {}
}
