package simwright.at.command;

/// Sets user name and password of a context, +CGAUTH= (3GPP TS 27.007 clause 10.1.31): protocol 0
/// none, 1 PAP, 2 CHAP.
public record AuthenticateContext(int cid, int protocol, String user, String password)
    implements Order {
  public AuthenticateContext {
    if (user.indexOf('"') >= 0 || password.indexOf('"') >= 0) {
      throw new IllegalArgumentException("user name and password have no quotes");
    }
  }

  /// Without user name and password.
  @Override
  public String toString() {
    return "AuthenticateContext[" + cid + "]";
  }

  @Override
  public String text() {
    return protocol == 0
        ? "AT+CGAUTH=" + cid + ",0"
        : "AT+CGAUTH=" + cid + "," + protocol + ",\"" + user + "\",\"" + password + "\"";
  }
}
