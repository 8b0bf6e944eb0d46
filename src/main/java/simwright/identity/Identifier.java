package simwright.identity;

/// An identifier that can be linked to a person or device: shown in clear only to a direct
/// question, redacted elsewhere. A wrong check digit is a warning, never a refusal.
public sealed interface Identifier permits Iccid, Imsi, Imei, Eid {
  /// The digits as read, without blanks or padding.
  String value();

  /// What kind it is, in lower case: `iccid`, `imsi`, `imei`, `eid`.
  String kind();

  /// Whether length and check digits are as the standard says.
  Check check();

  /// Recognisable but not usable: the first four and the last two characters.
  default String redacted() {
    return Redactor.shorten(value());
  }

  /// What the check digits say.
  enum Check {
    /// They are right.
    RIGHT,
    /// They are wrong, or the length is.
    WRONG,
    /// This kind, or this length, carries none.
    NONE
  }
}
