package simwright.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import simwright.fault.Fault;
import simwright.store.StoreCodes;

/// The anchors that were given out, kept in a file beside the log: one line each, size and head.
record Witness(Path file) {
  void keep(Anchor anchor) {
    try {
      Files.writeString(
          file,
          anchor.size() + " " + anchor.head() + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.SYNC);
    } catch (IOException e) {
      throw new Fault(StoreCodes.UNUSABLE, "keeping an anchor", file.toString(), null, e);
    }
  }

  List<Anchor> anchors() {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<Anchor> anchors = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        Anchor.read(line).ifPresent(anchors::add);
      }
    } catch (IOException e) {
      throw new Fault(StoreCodes.UNUSABLE, "reading anchors", file.toString(), null, e);
    }
    return anchors;
  }

  /// The largest size that is anchored.
  long most() {
    return anchors().stream().mapToLong(Anchor::size).max().orElse(0);
  }
}
