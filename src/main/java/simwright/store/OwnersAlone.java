package simwright.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes files that only their owner may read and write, where the file system knows owners. What
/// SQLite puts beside its file has the mode of that.
final class OwnersAlone {
  private static final Logger LOG = LoggerFactory.getLogger(OwnersAlone.class);

  private OwnersAlone() {}

  /// Makes a file that is not there yet, empty.
  static void make(Path file) {
    boolean owners = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (!owners || Files.exists(file)) {
      return;
    }
    try {
      Path unused =
          Files.createFile(
              file,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (IOException e) {
      // another program was first, or who opens it says in its own words why there can be none
      LOG.debug("{} was not made: {}", file, e.getClass().getSimpleName());
    }
  }
}
