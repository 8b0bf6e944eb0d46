package simwright.sim;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import simwright.fault.Fault;
import simwright.lab.BenchDescription;
import simwright.lab.BenchFile;
import simwright.lab.LabCodes;

/// The folder a bench is published in: held by one program at a time, which a lock of the operating
/// system ends with; what a killed one left is cleared.
final class BenchFolder implements AutoCloseable {
  private static final String LOCK = "bench.lock";

  private final Path dir;
  private final FileChannel lock;

  private BenchFolder(Path dir, FileChannel lock) {
    this.dir = dir;
    this.lock = lock;
  }

  /// Takes the folder, made where it is missing.
  static BenchFolder take(Path wanted) {
    try {
      Files.createDirectories(wanted);
      Path dir = wanted.toRealPath();
      FileChannel lock =
          FileChannel.open(dir.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(lock)) {
        lock.close();
        throw new Fault(LabCodes.SERVED, "serving a bench", dir.toString());
      }
      BenchFolder folder = new BenchFolder(dir, lock);
      folder.clear();
      return folder;
    } catch (IOException e) {
      throw new Fault(
          LabCodes.FOLDER, "making the bench's folder", wanted.toString(), e.getMessage(), e);
    }
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
      throw new Fault(LabCodes.FOLDER, "publishing a device", link.toString(), e.getMessage(), e);
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
      throw new Fault(LabCodes.FOLDER, "removing a device", link.toString(), e.getMessage(), e);
    }
  }

  /// Removes what was published, and lets others in.
  @Override
  public void close() {
    try {
      clear();
      Files.deleteIfExists(dir.resolve(LOCK));
      lock.close();
    } catch (IOException e) {
      throw new Fault(
          LabCodes.FOLDER, "leaving the bench's folder", dir.toString(), e.getMessage(), e);
    }
  }

  private void clear() throws IOException {
    Path file = dir.resolve(BenchFile.NAME);
    if (Files.exists(file)) {
      BenchFile.read(dir).devices().stream().map(BenchDescription.Device::id).forEach(this::remove);
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
