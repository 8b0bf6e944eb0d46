package simwright.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.identity.Identifier;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Recorded;

/// What the journal learns of a device: that it came or went, and which identities it showed; and
/// whether it took what it was last told.
final class Sighting {
  private static final Logger LOG = LoggerFactory.getLogger(Sighting.class);

  private final Journal journal;
  private volatile boolean refused;

  Sighting(Journal journal) {
    this.journal = journal;
  }

  /// Why the journal takes nothing of this device still; empty when it took what it was told last,
  /// or takes it now that something is missing.
  Optional<FaultCode> refusing(Attachment now) {
    try {
      if (refused) {
        presence(now, "unrecorded");
      }
      return Optional.empty();
    } catch (Fault still) {
      return Optional.of(still.code());
    }
  }

  /// It was connected, read, released, taken back, has gone, returned, was displaced by another, or
  /// something of this could not be recorded.
  void presence(Attachment now, String what) {
    tell(new Event.Presence(now.id(), what, now.port().address().toString(), now.simulated()));
  }

  /// The same of what happened by itself. Nobody asked for it who could be told that it was not
  /// recorded, and whoever noticed it has to go on: one line says so.
  void noticed(Attachment now, String what) {
    try {
      presence(now, what);
    } catch (Fault refused) {
      LOG.warn("not recorded that {} is {}: {}", now.id(), what, refused.code());
    }
  }

  /// It was met in a way and showed its identities.
  void met(Attachment now, String how) {
    presence(now, how);
    identities(now);
  }

  /// The identities it shows together, if any.
  private void identities(Attachment now) {
    Snapshot snapshot = now.snapshot();
    List<Identifier> seen = new ArrayList<>();
    snapshot.imei().value().ifPresent(seen::add);
    snapshot.iccid().value().ifPresent(seen::add);
    snapshot.imsi().value().ifPresent(seen::add);
    snapshot.eid().value().ifPresent(seen::add);
    if (!seen.isEmpty()) {
      tell(
          new Event.IdentitySeen(
              now.id(),
              snapshot.manufacturer().value().orElse(""),
              snapshot.model().value().orElse(""),
              seen,
              now.simulated()));
    }
  }

  private void tell(Event event) {
    boolean taken = false;
    try {
      Recorded unused = journal.append(event);
      taken = true;
    } finally {
      refused = !taken;
    }
  }
}
