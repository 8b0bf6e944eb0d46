package simwright.audit;

import java.nio.file.Path;
import simwright.keys.KeyRing;
import simwright.store.Store;
import simwright.time.Time;

/// A log in a folder, opened for a test by the person at the account `tester`.
record Kept(Store store, Audit audit) implements AutoCloseable {
  static Kept in(Path folder, Time time) {
    return in(folder, time, time);
  }

  /// With a clock of its own for what stands in the records.
  static Kept in(Path folder, Time time, Time clock) {
    Store store = Store.open(folder.resolve("log.db"), time);
    return new Kept(
        store,
        new Audit(
            store,
            KeyRing.open(folder.resolve("keys")),
            folder.resolve("anchors"),
            new Actor("tester", Actor.Role.ADMIN),
            clock));
  }

  @Override
  public void close() {
    audit.close();
    store.close();
  }
}
