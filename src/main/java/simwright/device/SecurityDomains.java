package simwright.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import simwright.hardware.CardAccess;
import simwright.tlv.Octets;

/// Where cards have their ISD-R: where this card had it the last time, then where its family has
/// it, then all places that are known, the standard's first. The table is data,
/// `security-domains.csv`, with the origin of each.
final class SecurityDomains {
  /// All places that are known, most likely first.
  static final List<Octets> KNOWN = read();

  private static final String TABLE = "/simwright/device/security-domains.csv";

  private final Map<String, Octets> found = new ConcurrentHashMap<>();

  /// Those to try, in order; `card` tells it from others.
  List<Octets> order(Optional<String> card, CardAccess access) {
    Stream<Octets> last = card.map(found::get).stream();
    Stream<Octets> family = access.isdR().stream().map(Octets::hex);
    return Stream.of(last, family, KNOWN.stream()).flatMap(each -> each).distinct().toList();
  }

  /// The one that answered.
  void answered(Optional<String> card, Octets aid) {
    card.ifPresent(each -> found.put(each, aid));
  }

  /// By what the card of a device is known again before it was talked to: its answer to reset in a
  /// reader, the ICCID of the profile in use behind a modem.
  static Optional<String> card(Talk talk, Snapshot known) {
    return switch (talk) {
      case CardTalk reader -> Optional.of(reader.port().atr().hex());
      case ModemTalk _, HandsetTalk _ -> known.iccid().value().map(iccid -> iccid.value());
    };
  }

  private static List<Octets> read() {
    try (InputStream in =
        Objects.requireNonNull(SecurityDomains.class.getResourceAsStream(TABLE), TABLE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Octets.hex(line.substring(0, line.indexOf(';'))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
