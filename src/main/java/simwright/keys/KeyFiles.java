package simwright.keys;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/// How files with keys are written and destroyed: only the owner may read them (mode 0600), and at
/// no moment is there half of one.
final class KeyFiles {
  private KeyFiles() {}

  static byte[] random(int count) {
    byte[] bytes = new byte[count];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  /// Written beside and moved, so that two programs that start at once use the same key: one that
  /// is there stays.
  static void put(Path file, byte[] bytes) throws IOException {
    Path fresh = beside(file, bytes);
    try {
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException first) {
      return;
    } catch (UnsupportedOperationException noLinks) {
      Files.copy(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.delete(fresh);
    }
  }

  /// The same, in place of what is there.
  static void replace(Path file, byte[] bytes) throws IOException {
    Path fresh = beside(file, bytes);
    try {
      Path unused = Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      boolean unused = Files.deleteIfExists(fresh);
    }
  }

  private static Path beside(Path file, byte[] bytes) throws IOException {
    Path fresh = Files.createTempFile(file.getParent(), "new", ".key");
    if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
    }
    return Files.write(fresh, bytes, StandardOpenOption.SYNC);
  }

  /// Overwritten, then unlinked; false where there is none.
  static boolean destroy(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    byte[] noise = random((int) Files.size(file));
    Path unused = Files.write(file, noise, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    Files.delete(file);
    return true;
  }
}
