package simwright.acceptance;

import java.time.Instant;
import java.util.Optional;
import simwright.ask.Cancel;
import simwright.fault.Fault;
import simwright.identity.Iccid;
import simwright.time.Deadline;

/// What a run orders at an SM-DP+ as its operator (ES2+, SGP.22 clause 5.3), and what that server
/// tells of it. Each act stands in the log as one of a person's own; activation codes are kept here
/// alone, as long as the run goes on.
public interface OrderWork extends AutoCloseable {
  /// What is wanted: one of a kind of profiles, at a server and as whom ("" for those of the
  /// bench), and where the server's progress is heard ("" for the bench's own way).
  record Wanted(String type, String server, String identity, String listen) {}

  /// Where an order stands by its server's word: the state (released, downloaded, installed, ...),
  /// since when, and the code of what the server last told to have failed ("" where nothing did).
  record Stand(String state, Instant since, String failed) {}

  /// Takes a profile for an order, and begins to hear of it.
  Iccid order(Wanted wanted, Deadline deadline, Cancel cancel);

  /// Gives it its terms and sets it free; its activation code is kept under a step's id.
  void release(String step, Iccid iccid, Wanted wanted, Deadline deadline, Cancel cancel);

  /// The activation code of the order that a step placed; a secret.
  Optional<String> code(String step);

  /// Where an order stands; empty where none is known.
  Optional<Stand> stand(Iccid iccid);

  /// Ends an order that nobody fetched, so that nobody can any more.
  void end(Iccid iccid, Deadline deadline, Cancel cancel);

  /// Hears of nothing any more, and forgets the codes.
  @Override
  void close();

  /// A run that orders nothing: each act is refused with `acceptance/no-server-order`.
  static OrderWork none() {
    return new OrderWork() {
      @Override
      public Iccid order(Wanted wanted, Deadline deadline, Cancel cancel) {
        throw refused();
      }

      @Override
      public void release(
          String step, Iccid iccid, Wanted wanted, Deadline deadline, Cancel cancel) {
        throw refused();
      }

      @Override
      public Optional<String> code(String step) {
        return Optional.empty();
      }

      @Override
      public Optional<Stand> stand(Iccid iccid) {
        return Optional.empty();
      }

      @Override
      public void end(Iccid iccid, Deadline deadline, Cancel cancel) {
        throw refused();
      }

      @Override
      public void close() {
        // nothing is open
      }

      private Fault refused() {
        return new Fault(AcceptanceCodes.NO_SERVER_ORDER, "ordering a profile", "this run");
      }
    };
  }
}
