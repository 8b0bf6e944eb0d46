package simwright.failover.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import simwright.fault.Fault;

/// All policies: those that ship and a person's own, in the folder `failover-policies` of the data
/// folder. A broken own one is refused with its line, and the rest go on working.
public record Policies(List<PolicyFile> all, List<Fault> refused) {
  /// The folder of own ones.
  public static final String FOLDER = "failover-policies";

  /// The one that is used where nobody names another.
  public static final String USUAL = "default";

  private static final long LONGEST = 200_000;
  private static final String SHIPPED = "/simwright/failover/";

  public Policies {
    all = List.copyOf(all);
    refused = List.copyOf(refused);
  }

  /// Those that ship.
  public static Policies shipped() {
    List<PolicyFile> all =
        resource("index.txt").lines().map(name -> shipped(name + ".yaml")).toList();
    return new Policies(all, List.of());
  }

  private static PolicyFile shipped(String name) {
    return PolicyReader.read(resource(name), name, false);
  }

  /// Those that ship and those of a data folder.
  public static Policies with(Path dataFolder) {
    List<PolicyFile> all = new ArrayList<>(shipped().all());
    List<Fault> refused = new ArrayList<>();
    for (Path file : files(dataFolder.resolve(FOLDER))) {
      try {
        PolicyFile own = read(file);
        if (all.stream().anyMatch(each -> each.policy().name().equals(own.policy().name()))) {
          throw broken(file, "there is a policy '" + own.policy().name() + "' already");
        }
        all.add(own);
      } catch (Fault fault) {
        refused.add(fault);
      }
    }
    return new Policies(all, refused);
  }

  /// The one of a name; throws `failover/no-policy`.
  public PolicyFile named(String name) {
    return all.stream()
        .filter(each -> each.policy().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Fault(PolicyCodes.NO_POLICY, "choosing a policy", name));
  }

  /// The one for a country by its mobile country code: the last sound one that knows it, a person's
  /// own before those that ship, else the usual one.
  public Policy in(Optional<String> country) {
    return all.reversed().stream()
        .filter(PolicyFile::sound)
        .map(PolicyFile::policy)
        .filter(each -> country.flatMap(each::region).isPresent())
        .findFirst()
        .orElseGet(() -> named(USUAL).policy());
  }

  /// Reads a file; throws `failover/broken-policy` with the line.
  public static PolicyFile read(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw broken(file, "a policy is not longer than " + LONGEST + " bytes");
      }
      return PolicyReader.read(Files.readString(file), file.toString(), true);
    } catch (CharacterCodingException e) {
      throw new Fault(
          PolicyCodes.BROKEN_POLICY, "reading a policy", file.toString(), "it is not in UTF-8", e);
    } catch (IOException e) {
      throw new Fault(
          PolicyCodes.BROKEN_POLICY, "reading a policy", file.toString(), "it cannot be read", e);
    }
  }

  /// The same of a text.
  public static PolicyFile read(String text, String where) {
    return PolicyReader.read(text, where, true);
  }

  /// The published schema.
  public static String schema() {
    return PolicyReader.SCHEMA.text();
  }

  private static Fault broken(Path file, String why) {
    return new Fault(PolicyCodes.BROKEN_POLICY, "reading a policy", file.toString(), why, null);
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(Policies.class.getResourceAsStream(SHIPPED + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
