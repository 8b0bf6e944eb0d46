package simwright.apdu;

import java.util.Locale;
import simwright.fault.FaultCode;

/// The status word of an answer, 0 to FFFF (ISO/IEC 7816-4 clause 5.6, ETSI TS 102 221 clause
/// 10.2.1).
public record StatusWord(int value) {
  /// Done.
  public static final StatusWord OK = new StatusWord(0x9000);

  /// What a status word says of the command.
  public enum Range {
    /// 9000: done.
    DONE,
    /// 91xx: done, and a proactive command waits to be fetched.
    DONE_PROACTIVE,
    /// 61xx: done, and data waits for GET RESPONSE.
    DONE_MORE,
    /// 9200 to 923F: done after writing again inside the card.
    DONE_RETRIED,
    /// 62xx, 63xx: done, with a warning.
    WARNING,
    /// 63Cx: a code was wrong; x tries are left.
    TRIES_LEFT,
    /// 64xx to 66xx, 9240: the card failed while doing it.
    EXECUTION_ERROR,
    /// 6Cxx: not done; ask again for xx bytes.
    WRONG_LENGTH,
    /// 67xx to 6Fxx: not done; the command is not accepted.
    REFUSED,
    /// 93xx: not done; a toolkit session is under way.
    BUSY,
    /// 94xx, 98xx, 9Exx, 9Fxx and so on: said by one application.
    APPLICATION,
    /// No card may say this.
    IMPOSSIBLE
  }

  public StatusWord {
    if (value < 0 || value > 0xffff) {
      throw new IllegalArgumentException("no status word: " + value);
    }
  }

  /// What it says of the command.
  public Range range() {
    return switch (sw1()) {
      case 0x61 -> Range.DONE_MORE;
      case 0x62 -> Range.WARNING;
      case 0x63 -> (sw2() & 0xf0) == 0xc0 ? Range.TRIES_LEFT : Range.WARNING;
      case 0x64, 0x65, 0x66 -> Range.EXECUTION_ERROR;
      case 0x6c -> Range.WRONG_LENGTH;
      case 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6d, 0x6e, 0x6f -> Range.REFUSED;
      case 0x90 -> sw2() == 0 ? Range.DONE : Range.APPLICATION;
      case 0x91 -> Range.DONE_PROACTIVE;
      case 0x92 -> sw2() < 0x40 ? Range.DONE_RETRIED : Range.EXECUTION_ERROR;
      case 0x93 -> Range.BUSY;
      default -> possible() ? Range.APPLICATION : Range.IMPOSSIBLE;
    };
  }

  /// Whether the command was done; 91xx is a success, and so are warnings.
  public boolean succeeded() {
    return switch (range()) {
      case DONE, DONE_PROACTIVE, DONE_MORE, DONE_RETRIED, WARNING -> true;
      case TRIES_LEFT, EXECUTION_ERROR, WRONG_LENGTH, REFUSED, BUSY, APPLICATION, IMPOSSIBLE ->
          false;
    };
  }

  /// How many bytes wait (61xx), are right (6Cxx) or are to be fetched (91xx); 00 means 256.
  public int bytes() {
    return sw2() == 0 ? 256 : sw2();
  }

  /// How many tries are left (63Cx).
  public int tries() {
    return sw2() & 0x0f;
  }

  /// Whether a card may say it: 6X but not 60, or 9X.
  public boolean possible() {
    return (sw1() & 0xf0) == 0x60 && sw1() != 0x60 || (sw1() & 0xf0) == 0x90;
  }

  /// The code to look up; one for each range where the second byte is a count.
  public FaultCode code() {
    return new FaultCode(
        "sw",
        switch (range()) {
          case DONE_MORE -> "61xx";
          case WRONG_LENGTH -> "6Cxx";
          case DONE_PROACTIVE -> "91xx";
          case DONE_RETRIED -> "92xx";
          case TRIES_LEFT -> "63Cx";
          case DONE, WARNING, EXECUTION_ERROR, REFUSED, BUSY, APPLICATION, IMPOSSIBLE -> toString();
        });
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%04X", value);
  }

  private int sw1() {
    return value >> 8;
  }

  private int sw2() {
    return value & 0xff;
  }
}
