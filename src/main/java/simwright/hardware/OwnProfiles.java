package simwright.hardware;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;

/// A person's own profiles: those of a folder that can be read, and why the others cannot.
record OwnProfiles(List<HardwareProfile> profiles, List<Fault> refused) {
  /// Reads every `.yaml` of a folder in the order of names; a folder that is not there has none.
  static OwnProfiles of(Path folder) {
    List<HardwareProfile> profiles = new ArrayList<>();
    List<Fault> refused = new ArrayList<>();
    List<Path> files = files(folder, refused);
    if (!files.isEmpty()) {
      ProfileSchema schema = ProfileSchema.shipped();
      for (Path file : files) {
        try {
          profiles.add(read(file, schema));
        } catch (Fault fault) {
          refused.add(fault);
        }
      }
    }
    return new OwnProfiles(List.copyOf(profiles), List.copyOf(refused));
  }

  private static HardwareProfile read(Path file, ProfileSchema schema) {
    try {
      HardwareProfile own = ProfileReader.read(Files.readString(file), file.toString(), schema);
      if (own.name().equals(HardwareProfiles.GENERIC)) {
        throw broken(file, "line 1: the name " + HardwareProfiles.GENERIC + " is taken", null);
      }
      return own;
    } catch (CharacterCodingException e) {
      throw broken(file, "line 1: the file is not in UTF-8", e);
    } catch (IOException e) {
      throw broken(file, "line 1: the file cannot be read: " + e.getMessage(), e);
    }
  }

  private static Fault broken(Path file, String why, @Nullable IOException cause) {
    return new Fault(
        HardwareCodes.BROKEN_PROFILE, "reading a profile", file.toString(), why, cause);
  }

  private static List<Path> files(Path folder, List<Fault> refused) {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(OwnProfiles::isProfile).sorted(Comparator.naturalOrder()).toList();
    } catch (IOException | UncheckedIOException e) {
      refused.add(
          new Fault(
              HardwareCodes.UNREADABLE_FOLDER,
              "reading own profiles",
              folder.toString(),
              e.getClass().getSimpleName() + ": " + e.getMessage(),
              e));
      return List.of();
    }
  }

  private static boolean isProfile(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".yaml");
  }
}
