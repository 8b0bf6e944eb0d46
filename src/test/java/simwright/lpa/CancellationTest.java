package simwright.lpa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.euicc.CancelSession.Reason;
import simwright.fault.Fault;
import simwright.fault.FaultCode;

/// Each end of a session has its true reason (SGP.22 clause 5.7.14), and only a no or a fault of
/// the package closes the order.
class CancellationTest {
  @ParameterizedTest
  @CsvSource({
    "lpa, refused, END_USER_REJECTION, END_USER_REJECTION",
    "lpa, postponed, POSTPONED, POSTPONED",
    "lpa, code-needed, POSTPONED, POSTPONED",
    "lpa, last-code, POSTPONED, POSTPONED",
    "lpa, already-there, POSTPONED, POSTPONED",
    "lpa, no-room, POSTPONED, POSTPONED",
    "lpa, low-battery, POSTPONED, POSTPONED",
    "job, cancelled, POSTPONED, POSTPONED",
    "lpa, no-answer, TIMEOUT, TIMEOUT",
    "rsp, timeout, TIMEOUT, TIMEOUT",
    "cme, 14, TIMEOUT, TIMEOUT",
    "at, timeout, TIMEOUT, TIMEOUT",
    "lpa, policy, PPR_NOT_ALLOWED, PPR_NOT_ALLOWED",
    "lpa, metadata, METADATA_MISMATCH, METADATA_MISMATCH",
    "trust, message-signature, UNDEFINED, LOAD_BPP_EXECUTION_ERROR",
    "lpa, card-signature, UNDEFINED, LOAD_BPP_EXECUTION_ERROR",
    "sw, 6985, UNDEFINED, LOAD_BPP_EXECUTION_ERROR"
  })
  void everyEndHasItsReason(String layer, String code, Reason before, Reason loading) {
    Fault fault = new Fault(new FaultCode(layer, code), "downloading", "here");
    assertEquals(before, Cancellation.reason(fault, false));
    assertEquals(loading, Cancellation.reason(fault, true));
  }
}
