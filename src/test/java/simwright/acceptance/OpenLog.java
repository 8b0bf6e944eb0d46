package simwright.acceptance;

import java.nio.file.Path;
import simwright.audit.Actor;
import simwright.audit.Audit;
import simwright.keys.KeyRing;
import simwright.store.DataDirectory;
import simwright.store.Store;
import simwright.time.Time;

/// The log in a data folder, opened beside a program that uses it.
record OpenLog(Store store, Audit book, RunHistory history) implements AutoCloseable {
  static OpenLog in(Path root, Time time) {
    DataDirectory data = new DataDirectory(root);
    Store store = Store.open(data.database(), time);
    Audit book =
        new Audit(
            store,
            KeyRing.open(data.keys()),
            root.resolve("anchors.txt"),
            new Actor("tester", Actor.Role.OPERATOR),
            time);
    return new OpenLog(store, book, new RunHistory(store, book, book::record));
  }

  @Override
  public void close() {
    book.close();
    store.close();
  }
}
