package simwright.fault;

import java.util.Objects;

/// Names what went wrong so that a person can read it over the phone and look it up: a layer and a
/// code in it, such as `cme/10`, `link/busy` or `es9+/8.2.6-3.8`.
public record FaultCode(String layer, String code) {
  public FaultCode {
    Objects.requireNonNull(layer);
    Objects.requireNonNull(code);
    if (layer.isEmpty() || code.isEmpty() || layer.indexOf('/') >= 0) {
      throw new IllegalArgumentException("a fault code is layer/code: " + layer + "/" + code);
    }
  }

  /// Reads `layer/code`.
  public static FaultCode parse(String text) {
    int slash = text.indexOf('/');
    if (slash <= 0 || slash == text.length() - 1) {
      throw new IllegalArgumentException("a fault code is layer/code: " + text);
    }
    return new FaultCode(text.substring(0, slash), text.substring(slash + 1));
  }

  @Override
  public String toString() {
    return layer + "/" + code;
  }
}
