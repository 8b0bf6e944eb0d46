package simwright.rsp.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import simwright.fault.Fault;
import simwright.tlv.Octets;

/// The folder where a person puts GSMA's root certificates (`.der`, `.cer`, `.crt`, `.pem`) and
/// their revocation lists (`.crl`). Only roots that this program knows by the hash of their keys
/// are taken from it, so that whoever can write there can add no root of their own.
public record RootFolder(List<Certificate> roots, List<Revocations> lists, List<Fault> refused) {
  private static final List<String> CERTIFICATES = List.of(".der", ".cer", ".crt", ".pem");

  public RootFolder {
    roots = List.copyOf(roots);
    lists = List.copyOf(lists);
    refused = List.copyOf(refused);
  }

  /// Reads it; a file that is refused is named and the others go on being used. A folder that is
  /// not there is empty.
  public static RootFolder read(Path folder, Instant now) {
    List<Certificate> roots = new ArrayList<>();
    List<Revocations> lists = new ArrayList<>();
    List<Fault> refused = new ArrayList<>();
    for (Path file : files(folder, refused)) {
      try {
        if (named(file, CERTIFICATES)) {
          RootFile.read(file, now).forEach(root -> roots.add(known(root, file)));
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
    return new RootFolder(roots.stream().distinct().toList(), lists, refused);
  }

  private static Certificate known(Certificate root, Path file) {
    boolean live = KnownRoot.of(root.keyId()).filter(known -> !known.test()).isPresent();
    if (!live) {
      throw new Fault(
          TrustCodes.NOT_GSMA,
          "reading the folder of roots",
          String.valueOf(file.getFileName()),
          root.subject(),
          null);
    }
    return root;
  }

  private static Revocations list(Path file, List<Certificate> roots) {
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
                  "its root is not in the folder",
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
