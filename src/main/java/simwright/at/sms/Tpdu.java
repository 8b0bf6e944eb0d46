package simwright.at.sms;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;

/// A transfer unit of the short message service as a modem prints it in PDU mode (3GPP TS 23.040
/// clause 9.2.2), after the centre's address.
public sealed interface Tpdu {
  /// A message that came: from whom, when the centre took it, what it says.
  record Deliver(String from, Optional<OffsetDateTime> time, Body body) implements Tpdu {}

  /// A message of our own that is stored, and for whom.
  record Submit(String to, Body body) implements Tpdu {}

  /// What became of a message of ours; status 0 to 31 is done, 32 to 63 still tried, the others
  /// failed (clause 9.2.3.15).
  record StatusReport(int reference, String to, Optional<OffsetDateTime> time, int status)
      implements Tpdu {}

  /// Reads hexadecimal digits; empty when they are none, or end too early.
  static Optional<Tpdu> read(String hex) {
    if (!hex.matches("(?:[0-9A-Fa-f]{2})+")) {
      return Optional.empty();
    }
    ByteBuffer octets = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    try {
      Address.skipCentre(octets);
      return Shapes.read(octets);
    } catch (BufferUnderflowException cutShort) {
      return Optional.empty();
    }
  }

  /// How the units are laid out.
  final class Shapes {
    private Shapes() {}

    private static Optional<Tpdu> read(ByteBuffer from) {
      int first = from.get() & 0xff;
      boolean header = (first & 0x40) != 0;
      return switch (first & 3) {
        case 0 -> Optional.of(deliver(header, from));
        case 1 -> Optional.of(submit(first >> 3 & 3, header, from));
        case 2 -> {
          int reference = from.get() & 0xff;
          String to = Address.read(from);
          Optional<OffsetDateTime> time = time(from);
          Optional<OffsetDateTime> done = time(from);
          yield Optional.of(
              new StatusReport(reference, to, done.or(() -> time), from.get() & 0xff));
        }
        default -> Optional.empty();
      };
    }

    private static Tpdu deliver(boolean header, ByteBuffer from) {
      String sender = Address.read(from);
      from.get();
      int scheme = from.get() & 0xff;
      Optional<OffsetDateTime> time = time(from);
      return new Deliver(sender, time, Body.read(scheme, header, from));
    }

    /// The validity period takes no octet, one, or seven.
    private static Tpdu submit(int validity, boolean header, ByteBuffer from) {
      from.get();
      String to = Address.read(from);
      from.get();
      int scheme = from.get() & 0xff;
      from.get(new byte[validity == 0 ? 0 : validity == 2 ? 1 : 7]);
      return new Submit(to, Body.read(scheme, header, from));
    }

    /// Clause 9.2.3.11: six numbers with swapped digits, then the zone in quarters of an hour whose
    /// sign is bit 3.
    private static Optional<OffsetDateTime> time(ByteBuffer from) {
      int[] parts = new int[6];
      for (int i = 0; i < parts.length; i++) {
        int octet = from.get();
        parts[i] = (octet & 0x0f) * 10 + (octet >> 4 & 0x0f);
      }
      int zone = from.get();
      int quarters = (zone & 0x07) * 10 + (zone >> 4 & 0x0f);
      try {
        ZoneOffset offset =
            ZoneOffset.ofTotalSeconds(((zone & 0x08) == 0 ? quarters : -quarters) * 900);
        return Optional.of(
            OffsetDateTime.of(
                2000 + parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], 0, offset));
      } catch (DateTimeException noTime) {
        return Optional.empty();
      }
    }
  }
}
