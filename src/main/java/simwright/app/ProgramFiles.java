package simwright.app;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// The files this program was started from, which tell one build of a version from another.
final class ProgramFiles {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private ProgramFiles() {}

  /// When they were built, and where they lie.
  static String words(ZoneId zone) {
    return place().map(file -> built(file, zone) + file).orElse("");
  }

  private static Optional<Path> place() {
    CodeSource source = ProgramFiles.class.getProtectionDomain().getCodeSource();
    try {
      return source == null ? Optional.empty() : Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException noFile) {
      return Optional.empty();
    }
  }

  /// Empty where the file system does not tell: the console opens all the same.
  private static String built(Path file, ZoneId zone) {
    try {
      return WHEN.withZone(zone).format(Files.getLastModifiedTime(file).toInstant()) + ", ";
    } catch (IOException untold) {
      return "";
    }
  }
}
