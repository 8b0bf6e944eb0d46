package simwright.ui.frame;

import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;

/// What the runbook says about a code; the wiring hands it over.
public interface FaultWords {
  /// A person has said no.
  FaultCode DECLINED = new FaultCode("lpa", "refused");

  /// What it means, in a sentence; "" when the runbook does not know the code.
  String meaning(FaultCode code);

  /// What state the device is in after it; "" when unknown.
  String state(FaultCode code);

  /// What to do next; "" when unknown.
  String next(FaultCode code);

  /// The four lines of a fault; nothing broke where a person has said no.
  default FourLines.Words lines(Fault fault) {
    String meaning = meaning(fault.code());
    String happened =
        fault.code().equals(DECLINED)
            ? Text.of("fault.declined")
            : Text.format("fault.happened", fault.doing(), fault.where());
    String state = fault.state().orElseGet(() -> state(fault.code()));
    String next = next(fault.code());
    return new FourLines.Words(
        DeviceText.literal((happened + " " + meaning).strip()),
        state.isEmpty() ? Text.of("fault.state.unknown") : state,
        next.isEmpty() ? Text.of("fault.next.unknown") : next,
        fault.code().toString(),
        DeviceText.literal(fault.evidence().orElse("")));
  }
}
