package simwright.link.serial;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Who holds a port, as far as /proc shows it to this user.
final class Holders {
  private final Path proc;

  /// Reads below `proc` (normally `/proc`).
  Holders(Path proc) {
    this.proc = proc;
  }

  /// The name and number of another process that has the file open. Who made a pseudo-terminal has
  /// its own end open too, and is not the one that is in the way.
  Optional<String> holder(Path device) {
    String own = Long.toString(ProcessHandle.current().pid());
    return find(process ->
        !process.getFileName().toString().equals(own)
            && holds(process.resolve("fd"), device)
            && !made(process, device));
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

  /// Whether it holds the other end, as the kernel tells in `fdinfo` (`tty-index`, proc_pid_fdinfo
  /// and drivers/tty/pty.c).
  private static boolean made(Path process, Path device) {
    Path folder = device.getParent();
    if (folder == null || !folder.endsWith("pts")) {
      return false;
    }
    String index = device.getFileName().toString();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path entry : all) {
        if (Files.isSymbolicLink(entry)
            && Files.readSymbolicLink(entry).endsWith("ptmx")
            && index.equals(number(process.resolve("fdinfo").resolve(entry.getFileName())))) {
          return true;
        }
      }
    } catch (IOException | DirectoryIteratorException notOurs) {
      return false;
    }
    return false;
  }

  private static String number(Path info) throws IOException {
    try (Stream<String> lines = Files.lines(info)) {
      return lines
          .filter(line -> line.startsWith("tty-index:"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  private static String name(Path process) {
    try {
      return Files.readString(process.resolve("comm")).strip();
    } catch (IOException gone) {
      return "";
    }
  }
}
