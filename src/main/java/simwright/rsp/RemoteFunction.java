package simwright.rsp;

/// A function of a server (SGP.22 clause 6.5.1): its path on the host, how request and answer are
/// written, and whether an answer has a body at all. `layer` is that of the server's codes.
public record RemoteFunction<Q, A>(
    String layer, String path, Shape<Q> request, Shape<A> answer, boolean bodied) {
  /// ES9+, between LPA and SM-DP+.
  public static <Q, A> RemoteFunction<Q, A> es9(String name, Shape<Q> request, Shape<A> answer) {
    return new RemoteFunction<>("es9+", "/gsma/rsp2/es9plus/" + name, request, answer, true);
  }

  /// ES11, between LPA and SM-DS. Its functions have the paths of ES9+ on another host.
  public static <Q, A> RemoteFunction<Q, A> es11(String name, Shape<Q> request, Shape<A> answer) {
    return new RemoteFunction<>("es11", "/gsma/rsp2/es9plus/" + name, request, answer, true);
  }

  /// ES2+, between operator and SM-DP+.
  public static <Q, A> RemoteFunction<Q, A> es2(String name, Shape<Q> request, Shape<A> answer) {
    return new RemoteFunction<>("es2+", "/gsma/rsp2/es2plus/" + name, request, answer, true);
  }

  /// The same, answered with HTTP 204 and nothing else.
  public RemoteFunction<Q, A> withoutBody() {
    return new RemoteFunction<>(layer, path, request, answer, false);
  }

  /// As what its caller shows itself: an LPA in a device to ES9+ and ES11, an operator's console to
  /// ES2+ (SGP.22 clause 6.5.1.1).
  public String agent() {
    return layer.equals("es2+") ? "simwright" : "gsma-rsp-lpad";
  }

  /// The last word of the path.
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
