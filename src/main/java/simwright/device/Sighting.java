package simwright.device;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.fault.Fault;
import simwright.identity.Identifier;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Recorded;

/// What the journal learns of a device: that it came or went, and which identities it showed.
final class Sighting {
  private static final Logger LOG = LoggerFactory.getLogger(Sighting.class);

  private Sighting() {}

  /// It was connected, read, released, taken back, has gone, returned, or was displaced by another.
  static void presence(Journal journal, Attachment now, String what) {
    Recorded unused =
        journal.append(
            new Event.Presence(now.id(), what, now.port().address().toString(), now.simulated()));
  }

  /// The same of what happened by itself. Nobody asked for it who could be told that it was not
  /// recorded, and whoever noticed it has to go on: one line says so.
  static void noticed(Journal journal, Attachment now, String what) {
    try {
      presence(journal, now, what);
    } catch (Fault refused) {
      LOG.warn("not recorded that {} is {}: {}", now.id(), what, refused.code());
    }
  }

  /// The identities it shows together, if any.
  static void identities(Journal journal, Attachment now) {
    Snapshot snapshot = now.snapshot();
    List<Identifier> seen = new ArrayList<>();
    snapshot.imei().value().ifPresent(seen::add);
    snapshot.iccid().value().ifPresent(seen::add);
    snapshot.imsi().value().ifPresent(seen::add);
    snapshot.eid().value().ifPresent(seen::add);
    if (!seen.isEmpty()) {
      Recorded unused =
          journal.append(
              new Event.IdentitySeen(
                  now.id(),
                  snapshot.manufacturer().value().orElse(""),
                  snapshot.model().value().orElse(""),
                  seen,
                  now.simulated()));
    }
  }
}
