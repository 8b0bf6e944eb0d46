package simwright.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FaultTest {
  private static final String IMEI = "490154203237518";

  @Test
  void noIdentifierIsReadOutOfAFaultWhoeverWroteItIntoTheLine() {
    Fault fault =
        new Fault(
            new FaultCode("at", "never-send"),
            "sending AT+EGMR=1,7,\"" + IMEI + "\"",
            "/dev/ttyUSB2");
    String all = fault.doing() + fault.getMessage() + fault;
    assertFalse(all.contains(IMEI), all);
    assertTrue(fault.doing().startsWith("sending AT+EGMR=1,7,\"4901"), fault.doing());
    assertEquals("/dev/ttyUSB2", fault.where());
  }
}
