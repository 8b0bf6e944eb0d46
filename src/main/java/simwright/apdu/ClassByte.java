package simwright.apdu;

import java.util.Locale;

/// The class byte of a command: whose instruction it is, the logical channel 0 to 19, chaining and
/// secure messaging (ISO/IEC 7816-4 clause 5.4.1, ETSI TS 102 221 clause 10.1.1). Proprietary
/// classes 8X and CX, EX carry the channel as the interindustry ones do.
public record ClassByte(int value) {
  /// The highest logical channel.
  public static final int LAST_CHANNEL = 19;

  public ClassByte {
    if (value < 0 || value > 0xfe) {
      throw new IllegalArgumentException("no class byte: " + value);
    }
  }

  /// Whether the instruction is not ISO's own.
  public boolean proprietary() {
    return (value & 0x80) != 0;
  }

  /// Whether the byte says a channel: GSM's A0 and reserved values do not.
  public boolean hasChannel() {
    return (value & 0x60) == 0 || (value & 0x40) != 0;
  }

  /// The logical channel; 0 where the byte says none.
  public int channel() {
    return !hasChannel() ? 0 : further() ? 4 + (value & 0x0f) : value & 3;
  }

  /// Whether further commands of a chain follow.
  public boolean chained() {
    return hasChannel() && (value & 0x10) != 0;
  }

  /// Whether secure messaging is used.
  public boolean secured() {
    return hasChannel() && (value & (further() ? 0x20 : 0x0c)) != 0;
  }

  /// The same on another channel. From 4 on the form with fewer bits for secure messaging is used.
  public ClassByte onChannel(int channel) {
    if (channel < 0 || channel > LAST_CHANNEL || (!hasChannel() && channel > 0)) {
      throw new IllegalArgumentException(this + " on channel " + channel);
    }
    if (!hasChannel() || channel == channel()) {
      return this;
    }
    int kept = value & 0x90;
    if (channel < 4) {
      int secure = further() ? (secured() ? 0x08 : 0) : value & 0x0c;
      return new ClassByte(kept | secure | channel);
    }
    return new ClassByte(kept | 0x40 | (secured() ? 0x20 : 0) | channel - 4);
  }

  /// ISO's own class on the same channel, without chaining and secure messaging, as GET RESPONSE
  /// has it.
  public ClassByte plain() {
    return new ClassByte(0).onChannel(channel());
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%02X", value);
  }

  private boolean further() {
    return (value & 0x40) != 0;
  }
}
