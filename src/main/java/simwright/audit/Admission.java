package simwright.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.identity.Redactor;
import simwright.journal.Event;
import simwright.store.Store;
import simwright.store.StoreCodes;

/// Lets what cannot be undone begin only while there is room to record how it ends. A refusal is
/// recorded from the reserve; where the log cannot be written at all it is noted beside it, and
/// taken into the log once that can be written again.
final class Admission {
  /// The least room in bytes, of the disk and in the file, with which such an act may begin.
  static final long LEAST = 4L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

  private final Store store;
  private final Consumer<Event> record;

  /// `record` appends an event, from the reserve if need be.
  Admission(Store store, Consumer<Event> record) {
    this.store = store;
    this.record = record;
  }

  /// Throws `audit/no-room`, and records it, where there is no room for the record of `what`.
  void admit(String what, Instant now) {
    Optional<FaultCode> missing = shortage();
    if (missing.isPresent()) {
      tell(what, missing.get(), now);
      throw new Fault(AuditCodes.NO_ROOM, what, "the log", missing.get().toString(), null);
    }
    store.restore();
    takeNotes();
  }

  /// Whether there is room, without a word about it.
  boolean hasRoom() {
    return shortage().isEmpty();
  }

  /// Takes refusals into the log that could only be noted before.
  void takeNotes() {
    if (store.reserve().notes().isEmpty()) {
      return;
    }
    try {
      for (String note : store.reserve().notes()) {
        record.accept(refused(note, "noted while the log could not be written"));
      }
      store.reserve().clear();
    } catch (Fault later) {
      LOG.warn("refusals that were noted stay beside the log: {}", later.code());
    }
  }

  private Optional<FaultCode> shortage() {
    try {
      return store.room() < LEAST ? Optional.of(StoreCodes.FULL) : Optional.empty();
    } catch (Fault unwritable) {
      return Optional.of(unwritable.code());
    }
  }

  private void tell(String what, FaultCode why, Instant now) {
    try {
      record.accept(refused(what, why.toString()));
    } catch (Fault unwritable) {
      try {
        store.reserve().note(now + " " + why + " " + Redactor.redact(what));
      } catch (Fault nowhere) {
        LOG.error("a refusal could not be recorded anywhere: {}", nowhere.code());
      }
    }
  }

  private static Event refused(String what, String detail) {
    return new Event.Book(
        "refused", Map.of("what", what, "why", AuditCodes.NO_ROOM.toString(), "detail", detail));
  }
}
