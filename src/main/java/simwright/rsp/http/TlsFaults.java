package simwright.rsp.http;

import java.io.IOException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import simwright.fault.FaultCode;
import simwright.rsp.RspCodes;

/// What a broken handshake means, told by what Java says of it.
final class TlsFaults {
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
      return RspCodes.TLS_ALERT;
    }
    return said.contains("unrecognized ssl message") || said.contains("unsupported or unrecognized")
        ? RspCodes.NO_TLS
        : RspCodes.TLS;
  }
}
