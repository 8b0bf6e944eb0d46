package simwright.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import simwright.identity.Imsi;
import simwright.journal.Event;
import simwright.keys.KeyRing;
import simwright.store.Store;
import simwright.time.Time;

/// A log on disk that a test opens, copies and disturbs; copies in other folders share the keys.
record LogFile(Path folder, Path keys, Time time) {
  Path database() {
    return folder.resolve("simwright.db");
  }

  Path anchors() {
    return folder.resolve("anchors.txt");
  }

  /// Opens it for as long as `work` takes.
  <T> T open(Function<Audit, T> work) {
    try (Store store = Store.open(database(), time);
        Audit audit =
            new Audit(
                store,
                KeyRing.open(keys),
                anchors(),
                new Actor("tester", Actor.Role.ADMIN),
                time)) {
      return work.apply(audit);
    }
  }

  Verdict verify(Anchor... anchors) {
    return open(audit -> audit.verify(List.of(anchors)));
  }

  /// The same file as it is now, in a folder of its own.
  LogFile copy(Path other) throws IOException {
    Files.createDirectories(other);
    LogFile copy = new LogFile(other, keys, time);
    for (String beside : List.of("-wal", "-shm")) {
      Files.deleteIfExists(other.resolve("simwright.db" + beside));
    }
    Files.copy(database(), copy.database(), StandardCopyOption.REPLACE_EXISTING);
    return copy;
  }

  /// A record that now and then holds an identifier.
  static Event event(int i) {
    Event asked = new Event.Asked("job-" + i, "act " + i, "ec25", Map.of("plan", "first boot"));
    return i % 4 == 3
        ? new Event.IdentitySeen(
            "ec25", "Q", "EC25", List.of(new Imsi("0010100000000" + (10 + i % 90))), true)
        : asked;
  }
}
