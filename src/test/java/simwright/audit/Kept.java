package simwright.audit;

import java.nio.file.Path;
import simwright.keys.KeyRing;
import simwright.store.Store;
import simwright.time.Time;

/// A log in a folder, opened for a test: by the person at the account `tester`, who may do all, or
/// by somebody else.
public record Kept(Store store, Audit audit) implements AutoCloseable {
  private static final Actor TESTER = new Actor("tester", Actor.Role.ADMIN);

  static Kept in(Path folder, Time time) {
    return in(folder, TESTER, time);
  }

  /// Opened by that person.
  public static Kept in(Path folder, Actor actor, Time time) {
    return in(folder, actor, time, time);
  }

  /// With a clock of its own for what stands in the records.
  static Kept in(Path folder, Time time, Time clock) {
    return in(folder, TESTER, time, clock);
  }

  private static Kept in(Path folder, Actor actor, Time time, Time clock) {
    Store store = Store.open(folder.resolve("log.db"), time);
    KeyRing keys = KeyRing.open(folder.resolve("keys"));
    return new Kept(store, new Audit(store, keys, folder.resolve("anchors"), actor, clock));
  }

  @Override
  public void close() {
    audit.close();
    store.close();
  }
}
