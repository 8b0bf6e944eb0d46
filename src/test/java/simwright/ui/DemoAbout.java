package simwright.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import simwright.rsp.trust.CertificateFacts;
import simwright.rsp.trust.TrustedRoot;
import simwright.tlv.Octets;
import simwright.ui.help.About;

/// What a made-up program says of itself, with a root of GSMA's and one of a lab.
final class DemoAbout {
  private DemoAbout() {}

  static About program() {
    Path data = Path.of("/home/ines/.local/share/simwright");
    return new About(
        "1.0.0",
        "2026-11-21 10:00, /opt/simwright/modules/simwright-1.0.0.jar",
        data,
        data.resolve("simwright.db"),
        data.resolve("transcripts"),
        roots());
  }

  private static List<TrustedRoot> roots() {
    return List.of(
        root("CN=GSM Association - RSP2 Root CI1", TrustedRoot.Origin.FOLDER),
        root("CN=Simwright test CI", TrustedRoot.Origin.LAB));
  }

  private static TrustedRoot root(String name, TrustedRoot.Origin origin) {
    CertificateFacts facts =
        new CertificateFacts(
            name,
            name,
            Instant.parse("2017-02-22T00:00:00Z"),
            Instant.parse("2052-02-21T23:59:59Z"),
            Octets.hex("0123456789ABCDEF0123456789ABCDEF01234567"),
            Octets.NONE,
            "prime256v1",
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            "00");
    return new TrustedRoot(facts, origin);
  }
}
