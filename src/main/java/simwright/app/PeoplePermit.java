package simwright.app;

import simwright.ask.Attendant;
import simwright.audit.Actor.Right;
import simwright.audit.People;
import simwright.job.JobRequest;
import simwright.job.Permit;
import simwright.job.ServerActs;

/// Lets people do what their role is trusted with: reading and checking the log is for everybody,
/// making an exception for a server for who governs.
record PeoplePermit(People people) implements Permit {
  @Override
  public void check(JobRequest request) {
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
