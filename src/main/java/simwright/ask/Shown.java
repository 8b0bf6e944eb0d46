package simwright.ask;

/// A picture that belongs to a question: a person sees it while the question waits. Neither stands
/// in any text, so that no log, record or report has it.
public sealed interface Shown {
  /// What a phone scans off the screen, as a QR code; `secret` where nobody but who looks at the
  /// screen may read it.
  record QrCode(String text, boolean secret) implements Shown {
    @Override
    public String toString() {
      return secret ? "QrCode[****]" : "QrCode[" + text + "]";
    }
  }

  /// A picture file, PNG or JPEG, by its name and bytes.
  record Image(String name, byte[] bytes) implements Shown {
    @Override
    public String toString() {
      return "Image[" + name + "]";
    }
  }
}
