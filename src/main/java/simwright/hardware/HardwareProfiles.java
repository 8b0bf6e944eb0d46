package simwright.hardware;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
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

  /// They are in the program and never change: read when first asked for, and once.
  private static final class Shipped {
    private static final HardwareProfiles ALL = read();

    private Shipped() {}

    private static HardwareProfiles read() {
      List<HardwareProfile> all = new ArrayList<>();
      for (String name : ShippedFiles.names()) {
        all.add(ProfileReader.read(resource("/hardware-profiles/" + name), name));
      }
      return new HardwareProfiles(all, List.of());
    }
  }

  /// The shipped profiles.
  public static HardwareProfiles shipped() {
    return Shipped.ALL;
  }

  /// The shipped ones and those of a folder, which come first; the folder need not exist.
  public static HardwareProfiles with(Path folder) {
    OwnProfiles own = OwnProfiles.of(folder);
    List<HardwareProfile> all = new ArrayList<>(own.profiles());
    all.addAll(shipped().profiles);
    return new HardwareProfiles(all, own.refused());
  }

  /// One profile from its text, held against the schema; throws `hardware/broken-profile` with line
  /// and reason. `where` is the name of the file.
  public static HardwareProfile read(String text, String where) {
    return ProfileReader.read(text, where, ProfileSchema.shipped());
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

  /// The families that have these USB ids, in any case; several may.
  public List<HardwareProfile> candidates(String vid, String pid) {
    return profiles.stream()
        .filter(profile -> profile.usb().stream().anyMatch(row -> row.is(vid, pid)))
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

  static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(HardwareProfiles.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
