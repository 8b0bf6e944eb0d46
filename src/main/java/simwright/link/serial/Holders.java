package simwright.link.serial;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Who holds a port, as far as /proc shows it to this user.
final class Holders {
  private final Path proc;

  /// Reads below `proc` (normally `/proc`).
  Holders(Path proc) {
    this.proc = proc;
  }

  /// The name and number of another process that has the file open.
  Optional<String> holder(Path device) {
    String own = Long.toString(ProcessHandle.current().pid());
    return find(process ->
        !process.getFileName().toString().equals(own) && holds(process.resolve("fd"), device));
  }

  /// Whether ModemManager runs.
  boolean modemManagerRuns() {
    return find(process -> name(process).equals("ModemManager")).isPresent();
  }

  private interface Wanted {
    boolean test(Path process);
  }

  private Optional<String> find(Wanted wanted) {
    if (!Files.isDirectory(proc)) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path process : all) {
        if (wanted.test(process)) {
          return Optional.of(name(process) + " (process " + process.getFileName() + ")");
        }
      }
    } catch (IOException | DirectoryIteratorException unreadable) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean holds(Path folder, Path device) {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path entry : all) {
        if (Files.isSymbolicLink(entry) && Files.readSymbolicLink(entry).equals(device)) {
          return true;
        }
      }
    } catch (IOException | DirectoryIteratorException notOurs) {
      return false;
    }
    return false;
  }

  private static String name(Path process) {
    try {
      return Files.readString(process.resolve("comm")).strip();
    } catch (IOException gone) {
      return "";
    }
  }
}
