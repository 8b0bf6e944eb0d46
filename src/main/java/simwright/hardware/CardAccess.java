package simwright.hardware;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What is known of the way to the card's logical channels and its eUICC; what is not known is
/// empty. `hidesEmptyCard`: without an enabled profile the card cannot be reached; `isdR`: where
/// its own eUICC has the ISD-R, in hexadecimal digits, most likely first.
public record CardAccess(
    List<String> commands,
    Handle handle,
    TestForm testForm,
    OptionalInt segment,
    boolean throughCsim,
    List<String> before,
    Optional<String> own,
    Optional<Refresh> refresh,
    OptionalInt capacity,
    List<Firmware> firmware,
    boolean hidesEmptyCard,
    List<String> isdR) {
  /// Nothing is known.
  public static final CardAccess UNKNOWN =
      new CardAccess(
          List.of(),
          Handle.UNKNOWN,
          TestForm.UNKNOWN,
          OptionalInt.empty(),
          false,
          List.of(),
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          List.of(),
          false,
          List.of());

  /// How +CCHO prints the handle of an opened channel.
  public enum Handle {
    /// Nobody says.
    UNKNOWN,
    /// A line of its own, as table 105 of 3GPP TS 27.007 has it.
    BARE,
    /// `+CCHO: 1`.
    PREFIXED,
    /// `+CCHO: 000000000385a7cf`.
    OPAQUE
  }

  /// Whether `+CCHO=?` and `+CGLA=?` tell that the commands are there.
  public enum TestForm {
    /// Nobody says.
    UNKNOWN,
    /// They can be asked.
    TRUSTED,
    /// They fail or stay silent although the command works: find out by opening a channel.
    MISLEADING
  }

  /// What the modem does when the card asks to be read again after a profile switch.
  public enum Refresh {
    /// It reads the card again by itself.
    BY_ITSELF,
    /// It needs a cycle of +CFUN=0 and 1.
    RADIO_CYCLE
  }

  /// Something that holds from a version of the firmware on, or in some of them alone.
  public record Firmware(String versions, String text) {}
}
