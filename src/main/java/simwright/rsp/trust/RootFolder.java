package simwright.rsp.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import simwright.fault.Fault;
import simwright.tlv.Octets;

/// GSMA's roots: those that come with the program, and what a person puts into the folder of roots,
/// namely newer root certificates (`.der`, `.cer`, `.crt`, `.pem`) and revocation lists (`.crl`).
/// Only roots that this program knows by the hash of their keys are taken, so that whoever can
/// write there can add no root of their own.
public record RootFolder(List<Certificate> roots, List<Revocations> lists, List<Fault> refused) {
  private static final List<String> CERTIFICATES = List.of(".der", ".cer", ".crt", ".pem");

  public RootFolder {
    roots = List.copyOf(roots);
    lists = List.copyOf(lists);
    refused = List.copyOf(refused);
  }

  /// Reads it; a file that is refused is named and the others go on being used. A folder that is
  /// not there adds nothing.
  public static RootFolder read(Path folder, Instant now) {
    List<Fault> refused = new ArrayList<>();
    Set<Certificate> roots = new LinkedHashSet<>(ShippedRoots.at(now, refused));
    List<Revocations> lists = new ArrayList<>();
    for (Path file : files(folder, refused)) {
      try {
        if (named(file, CERTIFICATES)) {
          RootFile.read(file, now)
              .forEach(root ->
                  roots.add(KnownRoot.requireLive(root, String.valueOf(file.getFileName()))));
        }
      } catch (Fault fault) {
        refused.add(fault);
      }
    }
    for (Path file : files(folder, new ArrayList<>())) {
      try {
        if (named(file, List.of(".crl"))) {
          lists.add(list(file, roots));
        }
      } catch (Fault fault) {
        refused.add(fault);
      }
    }
    return new RootFolder(List.copyOf(roots), lists, refused);
  }

  private static Revocations list(Path file, Set<Certificate> roots) {
    try {
      Octets der = Octets.of(Files.readAllBytes(file));
      Octets signer = Revocations.signer(der);
      return roots.stream()
          .filter(root -> signer.isEmpty() || root.keyId().equals(signer))
          .findFirst()
          .map(root -> Revocations.read(der, root))
          .orElseThrow(() ->
              new Fault(
                  TrustCodes.REVOCATIONS,
                  "reading the folder of roots",
                  String.valueOf(file.getFileName()),
                  "its root is not among those that are used",
                  null));
    } catch (IOException e) {
      throw new Fault(TrustCodes.ROOT_FILE, "reading roots", file.toString(), e.getMessage(), e);
    }
  }

  private static List<Path> files(Path folder, List<Fault> refused) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      refused.add(
          new Fault(TrustCodes.ROOT_FILE, "reading roots", folder.toString(), e.getMessage(), e));
      return List.of();
    }
  }

  private static boolean named(Path file, List<String> endings) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(name::endsWith);
  }
}
