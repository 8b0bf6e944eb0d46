package simwright.rsp.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simwright.fault.Fault;
import simwright.tlv.Octets;

/// Roots in a file, DER or PEM. A root proves itself by nothing but being put there, so what can be
/// held against it is: form, signature by its own key, role, curve, and the identifier of its key,
/// by which a card and a server name it.
public final class RootFile {
  private static final int LARGEST = 1 << 20;
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----");

  private RootFile() {}

  /// The roots in a file, each one fit to be one at this time.
  public static List<Certificate> read(Path file, Instant now) {
    List<Certificate> roots = new ArrayList<>();
    for (Octets der : certificates(bytes(file))) {
      Certificate root = Certificate.read(der);
      Trust.requireRoot(root, now);
      roots.add(root);
    }
    return roots;
  }

  /// The certificates in what a file holds, unread.
  static List<Octets> certificates(byte[] bytes) {
    Matcher pem = PEM.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    List<Octets> all = new ArrayList<>();
    while (pem.find()) {
      all.add(Octets.of(Base64.getMimeDecoder().decode(pem.group(1))));
    }
    return all.isEmpty() ? List.of(Octets.of(bytes)) : all;
  }

  private static byte[] bytes(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new Fault(TrustCodes.ROOT_FILE, "reading roots", file.toString(), "too large", null);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Fault(TrustCodes.ROOT_FILE, "reading roots", file.toString(), e.getMessage(), e);
    }
  }
}
