package simwright.hardware;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import simwright.fault.Fault;

/// All hardware profiles: the shipped ones and a person's own. A broken own one is refused with
/// file, line and reason, and the rest go on working.
public final class HardwareProfiles {
  /// The profile for whatever answers as 3GPP TS 27.007 says.
  public static final String GENERIC = "generic-27007";

  private final List<HardwareProfile> profiles;
  private final List<Fault> refused;

  private HardwareProfiles(List<HardwareProfile> profiles, List<Fault> refused) {
    this.profiles = List.copyOf(profiles);
    this.refused = List.copyOf(refused);
  }

  /// The shipped profiles.
  public static HardwareProfiles shipped() {
    List<HardwareProfile> all = new ArrayList<>();
    for (String name : resource("/hardware-profiles/index.txt").lines().toList()) {
      if (!name.isBlank()) {
        all.add(ProfileReader.read(resource("/hardware-profiles/" + name.strip()), name.strip()));
      }
    }
    return new HardwareProfiles(all, List.of());
  }

  /// The shipped ones and those of a folder, which come first; the folder need not exist.
  public static HardwareProfiles with(Path folder) {
    List<HardwareProfile> all = new ArrayList<>();
    List<Fault> refused = new ArrayList<>();
    for (Path file : files(folder)) {
      try {
        HardwareProfile own = ProfileReader.read(Files.readString(file), file.toString());
        if (own.name().equals(GENERIC)) {
          throw new Fault(
              HardwareCodes.BROKEN_PROFILE,
              "reading a profile",
              file.toString(),
              "the name " + GENERIC + " is taken",
              null);
        }
        all.add(own);
      } catch (Fault fault) {
        refused.add(fault);
      } catch (IOException e) {
        refused.add(
            new Fault(
                HardwareCodes.BROKEN_PROFILE,
                "reading a profile",
                file.toString(),
                e.getMessage(),
                e));
      }
    }
    all.addAll(shipped().profiles);
    return new HardwareProfiles(all, refused);
  }

  /// All of them, own ones first.
  public List<HardwareProfile> all() {
    return profiles;
  }

  /// The own ones that could not be read, and why.
  public List<Fault> refused() {
    return refused;
  }

  /// The one of this name.
  public Optional<HardwareProfile> named(String name) {
    return profiles.stream().filter(profile -> profile.name().equals(name)).findFirst();
  }

  /// The families that have these USB ids; several may.
  public List<HardwareProfile> candidates(String vid, String pid) {
    return profiles.stream()
        .filter(profile ->
            profile.usb().stream().anyMatch(row -> row.vid().equals(vid) && row.pid().equals(pid)))
        .toList();
  }

  /// The family that answers so to +CGMI and +CGMM; the generic one when none does.
  public HardwareProfile confirm(String manufacturer, String model) {
    return profiles.stream()
        .filter(profile -> !profile.name().equals(GENERIC))
        .filter(profile -> begins(profile.identify().manufacturer(), manufacturer))
        .filter(profile -> begins(profile.identify().model(), model))
        .findFirst()
        .orElseGet(this::generic);
  }

  /// The profile for whatever answers as the standard says.
  public HardwareProfile generic() {
    return named(GENERIC).orElseThrow();
  }

  /// The profile that the simulator offers under a device name such as `ec25`.
  public Optional<HardwareProfile> simulated(String device) {
    return profiles.stream()
        .filter(profile -> profile.simulator().map(s -> s.devices().contains(device)).orElse(false))
        .findFirst();
  }

  private static boolean begins(String expression, String text) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE).matcher(text.strip()).lookingAt();
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(
              file -> file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".yaml"))
          .sorted(Comparator.naturalOrder())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(HardwareProfiles.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
