package simwright.apdu;

import simwright.fault.Fault;
import simwright.tlv.Octets;

/// A response APDU: data and the status word (ISO/IEC 7816-3 clause 12.1.1).
public record Response(Octets data, StatusWord status) {
  /// A status word alone.
  public static Response of(int status) {
    return new Response(Octets.NONE, new StatusWord(status));
  }

  /// Reads the bytes of an answer; the last two are the status word.
  public static Response parse(Octets bytes) {
    int end = bytes.length() - 2;
    if (end < 0) {
      throw new Fault(ApduCodes.NO_STATUS, "reading an answer", bytes.length() + " bytes");
    }
    StatusWord status = new StatusWord(bytes.at(end) << 8 | bytes.at(end + 1));
    if (!status.possible()) {
      throw new Fault(
          ApduCodes.NO_STATUS,
          "reading an answer",
          bytes.length() + " bytes, " + status,
          null,
          null);
    }
    return new Response(bytes.part(0, end), status);
  }

  /// All its bytes.
  public Octets encode() {
    return data.then(Octets.of(status.value() >> 8, status.value()));
  }

  /// This, or a fault `sw/...` where the card did not do it.
  public Response done(String doing, String where) {
    if (!status.succeeded()) {
      throw new Fault(status.code(), doing, where, "status word " + status, null);
    }
    return this;
  }

  @Override
  public String toString() {
    return data + ", " + status;
  }
}
