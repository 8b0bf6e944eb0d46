package simwright.rsp.http;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import simwright.fault.FaultCode;
import simwright.rsp.RspCodes;

/// What a broken handshake means, told by what Java says of it.
final class TlsFaults {
  /// The alerts of a server that are about the caller's certificate (RFC 8446 clause 6.2).
  private static final List<String> OURS =
      List.of(
          "certificate_required",
          "bad_certificate",
          "unsupported_certificate",
          "certificate_revoked",
          "certificate_expired",
          "certificate_unknown",
          "unknown_ca",
          "access_denied");

  private TlsFaults() {}

  static FaultCode of(IOException broken) {
    String said = String.valueOf(broken.getMessage()).toLowerCase(Locale.ROOT);
    if (!(broken instanceof SSLException)) {
      return RspCodes.CUT;
    }
    if (said.contains("protocol version") || said.contains("protocol_version")) {
      return RspCodes.TLS_VERSION;
    }
    if (said.contains("received fatal alert")) {
      return OURS.stream().anyMatch(said::contains) ? RspCodes.CALLER : RspCodes.TLS_ALERT;
    }
    return said.contains("unrecognized ssl message") || said.contains("unsupported or unrecognized")
        ? RspCodes.NO_TLS
        : RspCodes.TLS;
  }
}
