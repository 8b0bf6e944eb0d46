package simwright.link;

import java.util.regex.Pattern;
import simwright.fault.Fault;
import simwright.identity.Redactor;

/// The addresses of devices that no tool can drive, such as most phones: a person does everything
/// with them, and nothing is ever opened there.
public final class ByHand {
  /// The scheme of such addresses.
  public static final String SCHEME = "hand";

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._()+-]{0,39}");

  private ByHand() {}

  /// The address of the device that a person calls so; throws `link/hand-name` for what is no name:
  /// an identifier would be shortened in the log, and the device not found again.
  public static LinkAddress named(String name) {
    String plain = name.strip();
    if (!NAME.matcher(plain).matches() || !Redactor.redact(plain).equals(plain)) {
      throw new Fault(LinkCodes.HAND_NAME, "naming a device", SCHEME);
    }
    return new LinkAddress(SCHEME, plain);
  }
}
