package simwright.rsp.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import simwright.fault.Fault;

/// The roots of GSMA's live certificate issuers that come with the program. Each is held to the
/// identifier of its key (`KnownRoot`), by which cards name it, whenever it is read.
final class ShippedRoots {
  private static final List<String> FILES =
      List.of("gsma-rsp2-root-ci1.pem", "oiste-gsma-ci-g1.pem");

  private ShippedRoots() {}

  /// Those that are valid at this time; one that is not any more is named in `refused`.
  static List<Certificate> at(Instant now, List<Fault> refused) {
    List<Certificate> roots = new ArrayList<>();
    for (String file : FILES) {
      try {
        Certificate root = root(file);
        Trust.requireRoot(root, now);
        roots.add(KnownRoot.requireLive(root, file));
      } catch (Fault fault) {
        refused.add(fault);
      }
    }
    return roots;
  }

  /// Whether a root is one of them.
  static boolean has(Certificate root) {
    return FILES.stream().map(ShippedRoots::root).anyMatch(root::equals);
  }

  private static Certificate root(String file) {
    return Certificate.read(RootFile.certificates(bytes(file)).getFirst());
  }

  private static byte[] bytes(String file) {
    try (InputStream in = ShippedRoots.class.getResourceAsStream("/simwright/rsp/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
