package simwright.link.pcsc;

/// Readers that exist in a program alone: those of vsmartcard's vpcd, which a simulated card
/// connects to.
public final class VirtualReaders {
  private static final String VPCD = "Virtual PCD";

  private VirtualReaders() {}

  /// Whether a reader of this name is one.
  public static boolean named(String reader) {
    return reader.startsWith(VPCD);
  }
}
