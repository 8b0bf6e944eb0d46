package simwright.rsp;

import simwright.fault.FaultCode;

/// What can be wrong with activation codes and with the conversation with a server, beside the
/// server's own codes, which are `es9+/...`, `es11/...` and `es2+/...`.
public final class RspCodes {
  /// There is no activation code.
  public static final FaultCode CODE_EMPTY = code("empty");

  /// An activation code has at most 255 characters.
  public static final FaultCode CODE_LONG = code("long");

  /// It begins with something else than `1$`, or `LPA:1$`.
  public static final FaultCode CODE_FORMAT = code("format");

  /// It has too few or too many fields.
  public static final FaultCode CODE_FIELDS = code("fields");

  /// The server's name is missing, or is none.
  public static final FaultCode CODE_HOST = code("host");

  /// The matching identifier has other characters than letters, digits and dashes.
  public static final FaultCode CODE_TOKEN = code("token");

  /// The server's object identifier is none.
  public static final FaultCode CODE_OID = code("oid");

  /// The last field, which says that a confirmation code is needed, is something else than 1.
  public static final FaultCode CODE_FLAG = code("flag");

  /// A file is no picture that can be read.
  public static final FaultCode PICTURE = new FaultCode("rsp", "picture");

  /// A picture is larger than any screen or camera makes them.
  public static final FaultCode PICTURE_LARGE = new FaultCode("rsp", "picture-large");

  /// There is no QR code in a picture.
  public static final FaultCode QR_NONE = new FaultCode("rsp", "qr-none");

  /// There is a QR code in a picture, and it is no activation code.
  public static final FaultCode QR_OTHER = new FaultCode("rsp", "qr-other");

  /// There are several activation codes in a picture, and nobody chose one.
  public static final FaultCode QR_SEVERAL = new FaultCode("rsp", "qr-several");

  /// This computer shows no camera.
  public static final FaultCode CAMERA_NONE = new FaultCode("rsp", "camera-none");

  /// The program that reads cameras is not installed.
  public static final FaultCode CAMERA_PROGRAM = new FaultCode("rsp", "camera-program");

  /// A camera gives no picture, or no more.
  public static final FaultCode CAMERA = new FaultCode("rsp", "camera");

  /// A message is no JSON, or lacks a field, or a field is not of its kind.
  public static final FaultCode MESSAGE = new FaultCode("rsp", "message");

  /// The server answered with another status than the standard has.
  public static final FaultCode HTTP = new FaultCode("rsp", "http");

  /// What is given as a server's name is no host name.
  public static final FaultCode NAME = new FaultCode("rsp", "name");

  /// The server's name is not known.
  public static final FaultCode UNKNOWN_HOST = new FaultCode("rsp", "unknown-host");

  /// No connection to the server came about.
  public static final FaultCode UNREACHABLE = new FaultCode("rsp", "unreachable");

  /// The TLS handshake failed for another reason than its certificate.
  public static final FaultCode TLS = new FaultCode("rsp", "tls");

  /// The server speaks only TLS versions that are not safe any more.
  public static final FaultCode TLS_VERSION = new FaultCode("rsp", "tls-version");

  /// The server broke the handshake off with an alert.
  public static final FaultCode TLS_ALERT = new FaultCode("rsp", "tls-alert");

  /// The server wants a certificate of the caller, and none was shown, or it believes another one.
  public static final FaultCode CALLER = new FaultCode("rsp", "caller");

  /// Whatever answers at this address speaks no TLS.
  public static final FaultCode NO_TLS = new FaultCode("rsp", "no-tls");

  /// The proxy lets nobody through to this server.
  public static final FaultCode PROXY = new FaultCode("rsp", "proxy");

  /// The server sends the caller elsewhere, which is never followed.
  public static final FaultCode REDIRECT = new FaultCode("rsp", "redirect");

  /// The server did not answer in time.
  public static final FaultCode TIMEOUT = new FaultCode("rsp", "timeout");

  /// The answer broke off.
  public static final FaultCode CUT = new FaultCode("rsp", "cut");

  /// There is no listening at this address.
  public static final FaultCode LISTEN = new FaultCode("rsp", "listen");

  /// The answer is larger than any that the standard has.
  public static final FaultCode TOO_LARGE = new FaultCode("rsp", "too-large");

  private RspCodes() {}

  private static FaultCode code(String what) {
    return new FaultCode("rsp", "code-" + what);
  }
}
