package simwright.sim;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import simwright.fault.Fault;
import simwright.lab.BenchControl;
import simwright.lab.BenchDescription;
import simwright.lab.BenchFile;
import simwright.lab.LabCodes;

/// The folder a bench is published in: held by one program at a time, which a lock of the operating
/// system ends with; what a killed one left is cleared.
final class BenchFolder implements AutoCloseable {
  private static final String LOCK = "bench.lock";

  private final Path dir;
  private final boolean fresh;
  private final FileChannel lock;

  private BenchFolder(Path dir, boolean fresh, FileChannel lock) {
    this.dir = dir;
    this.fresh = fresh;
    this.lock = lock;
  }

  /// Takes the folder, made where it is missing.
  static BenchFolder take(Path wanted) {
    try {
      boolean fresh = !Files.exists(wanted);
      Files.createDirectories(wanted);
      Path dir = wanted.toRealPath();
      FileChannel lock =
          FileChannel.open(dir.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(lock)) {
        lock.close();
        throw new Fault(LabCodes.SERVED, "serving a bench", dir.toString());
      }
      return cleared(new BenchFolder(dir, fresh, lock));
    } catch (IOException e) {
      throw broken("making the bench's folder", wanted, e);
    }
  }

  private static BenchFolder cleared(BenchFolder folder) throws IOException {
    try {
      folder.clear();
      return folder;
    } catch (Fault damaged) {
      folder.lock.close();
      throw damaged;
    }
  }

  private static Fault broken(String doing, Path where, IOException why) {
    String reason =
        switch (why) {
          case AccessDeniedException denied -> "permission denied: " + denied.getFile();
          case FileAlreadyExistsException there -> "something else is there: " + there.getFile();
          case NoSuchFileException none -> "it cannot be made: " + none.getFile();
          default -> why.getMessage();
        };
    return new Fault(LabCodes.FOLDER, doing, where.toString(), reason, why);
  }

  Path dir() {
    return dir;
  }

  /// Points a published name to a terminal; nothing but a link is ever replaced.
  void point(String id, String to) {
    Path link = dir.resolve(id);
    try {
      if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(Path.of(to))) {
        return;
      }
      remove(id);
      Path unused = Files.createSymbolicLink(link, Path.of(to));
    } catch (IOException e) {
      throw broken("publishing a device", link, e);
    }
  }

  /// Takes a published name away.
  void remove(String id) {
    Path link = dir.resolve(id);
    try {
      if (Files.isSymbolicLink(link)) {
        Files.delete(link);
      }
    } catch (IOException e) {
      throw broken("removing a device", link, e);
    }
  }

  /// Removes what was published, and lets others in.
  @Override
  public void close() {
    try {
      clear();
      Files.deleteIfExists(dir.resolve(LOCK));
      lock.close();
      if (fresh) {
        removeEmpty();
      }
    } catch (IOException e) {
      throw broken("leaving the bench's folder", dir, e);
    }
  }

  /// A folder that was made for the bench goes with it, unless somebody put something into it.
  private void removeEmpty() throws IOException {
    try (Stream<Path> left = Files.list(dir)) {
      if (left.findAny().isPresent()) {
        return;
      }
    }
    Files.deleteIfExists(dir);
  }

  /// A test root goes with its bench; a file elsewhere is not ours.
  private void removeRoot(Path root) throws IOException {
    if (dir.equals(root.getParent())) {
      Files.deleteIfExists(root);
    }
  }

  private void clear() throws IOException {
    Path file = dir.resolve(BenchFile.NAME);
    if (Files.exists(file)) {
      BenchDescription left = BenchFile.read(dir);
      left.devices().stream()
          .map(BenchDescription.Device::id)
          .filter(id -> id.matches("[A-Za-z0-9._-]+"))
          .forEach(this::remove);
      BenchControl.clear(left);
      for (BenchDescription.Server server : left.servers()) {
        removeRoot(Path.of(server.root()));
      }
      Files.deleteIfExists(file);
    }
  }

  private static boolean locked(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException ownProgram) {
      return false;
    }
  }
}
