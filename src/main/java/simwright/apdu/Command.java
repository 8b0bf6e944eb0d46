package simwright.apdu;

import java.util.Locale;
import simwright.fault.Fault;
import simwright.tlv.Octets;

/// A command APDU (ISO/IEC 7816-3 clause 12.1): cases 1 to 4, short or extended. `ne` is how many
/// bytes of answer are expected, 0 for none, to 256 or 65536. What was parsed is written as the
/// same bytes. Its words leave the data out, which may hold a secret.
public record Command(
    ClassByte cls, int ins, int p1, int p2, Octets data, int ne, boolean extended) {
  public Command {
    int most = extended ? 65_535 : 255;
    boolean bytes = ((ins | p1 | p2) & ~0xff) == 0;
    boolean needless = extended && data.isEmpty() && ne == 0;
    if (!bytes || data.length() > most || ne < 0 || ne > most + 1 || needless) {
      throw new IllegalArgumentException("no command");
    }
  }

  /// A header alone, case 1.
  public static Command of(int cla, int ins, int p1, int p2) {
    return new Command(new ClassByte(cla), ins, p1, p2, Octets.NONE, 0, false);
  }

  /// The same with data; extended where it needs to be.
  public Command with(Octets more) {
    return new Command(cls, ins, p1, p2, more, ne, more.length() > 255 || ne > 256);
  }

  /// The same expecting so many bytes; extended where it needs to be.
  public Command expecting(int bytes) {
    return new Command(cls, ins, p1, p2, data, bytes, data.length() > 255 || bytes > 256);
  }

  /// The same with another class byte.
  public Command with(ClassByte other) {
    return new Command(other, ins, p1, p2, data, ne, extended);
  }

  /// Reads the bytes of a command.
  public static Command parse(Octets bytes) {
    int length = bytes.length();
    if (length < 4 || bytes.at(0) == 0xff) {
      throw malformed(length);
    }
    Command header = of(bytes.at(0), bytes.at(1), bytes.at(2), bytes.at(3));
    if (length == 4) {
      return header;
    }
    int first = bytes.at(4);
    if (length == 5) {
      return header.expecting(first == 0 ? 256 : first);
    }
    return first == 0 ? extended(header, bytes) : shortForm(header, bytes, first);
  }

  private static Command shortForm(Command header, Octets bytes, int lc) {
    int rest = bytes.length() - 5 - lc;
    if (rest != 0 && rest != 1) {
      throw malformed(bytes.length());
    }
    Command command = header.with(bytes.part(5, 5 + lc));
    int le = rest == 0 ? 0 : bytes.at(5 + lc);
    return rest == 0 ? command : command.expecting(le == 0 ? 256 : le);
  }

  private static Command extended(Command header, Octets bytes) {
    int length = bytes.length();
    if (length < 7) {
      throw malformed(length);
    }
    int first = bytes.at(5) << 8 | bytes.at(6);
    int rest = length == 7 ? 0 : length - 7 - first;
    if ((length > 7 && first == 0) || (rest != 0 && rest != 2)) {
      throw malformed(length);
    }
    Octets data = length == 7 ? Octets.NONE : bytes.part(7, 7 + first);
    int le =
        length == 7 ? first : rest == 0 ? -1 : bytes.at(length - 2) << 8 | bytes.at(length - 1);
    int ne = le < 0 ? 0 : le == 0 ? 65_536 : le;
    return new Command(header.cls, header.ins, header.p1, header.p2, data, ne, true);
  }

  /// All its bytes.
  public Octets encode() {
    Octets bytes = Octets.of(cls.value(), ins, p1, p2);
    int lc = data.length();
    if (lc > 0) {
      bytes = bytes.then(extended ? Octets.of(0, lc >> 8, lc) : Octets.of(lc)).then(data);
    }
    if (ne > 0) {
      Octets le = extended ? Octets.of(ne >> 8, ne) : Octets.of(ne);
      bytes = bytes.then(extended && lc == 0 ? Octets.of(0).then(le) : le);
    }
    return bytes;
  }

  /// Which of the four cases of ISO/IEC 7816-3 it is: 1 bare, 2 expects, 3 brings, 4 does both.
  public int kind() {
    return 1 + (ne > 0 ? 1 : 0) + (data.isEmpty() ? 0 : 2);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s%02X%02X%02X, %d bytes", cls, ins, p1, p2, data.length());
  }

  private static Fault malformed(int length) {
    return new Fault(ApduCodes.COMMAND, "reading a command", length + " bytes");
  }
}
