package simwright.app;

import java.util.function.BooleanSupplier;
import simwright.ask.Attendant;
import simwright.audit.Actor.Right;
import simwright.audit.People;
import simwright.fault.Fault;
import simwright.job.JobRequest;
import simwright.job.Permit;
import simwright.job.ServerActs;
import simwright.report.bundle.BundleCodes;

/// Lets people do what their role is trusted with: reading and checking the log is for everybody,
/// making an exception for a server for who governs. Where a bundle is shown, reports are all that
/// can be made of it.
record PeoplePermit(People people, BooleanSupplier bundle) implements Permit {
  private static final String REPORT = "acceptance.report";

  @Override
  public void check(JobRequest request) {
    boolean reads = request.act().startsWith("audit.") || request.act().equals(REPORT);
    if (bundle.getAsBoolean() && !reads) {
      throw new Fault(
          BundleCodes.READ_ONLY,
          "acting in the window of a bundle",
          request.device(),
          request.act(),
          null);
    }
    if (request.act().equals(ServerActs.EXCEPT)) {
      people.require(Right.GOVERN, request.act());
    } else if (!request.act().startsWith("audit.")) {
      people.require(Right.OPERATE, request.act());
    }
  }

  @Override
  public Attendant guarded(Attendant attendant) {
    return people.guarded(attendant);
  }
}
