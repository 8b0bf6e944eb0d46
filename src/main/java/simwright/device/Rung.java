package simwright.device;

import java.util.List;
import java.util.Optional;
import simwright.fault.FaultCode;

/// One rung of a ladder, from the port to the first ping or from the reader to the EID: its state,
/// what was found in words, and the code to look up.
public record Rung(Step step, State state, String words, Optional<FaultCode> code) {
  /// The rungs from bottom to top, those of a modem first, then those of a card in a reader.
  public enum Step {
    /// The port is there and open.
    PORT,
    /// Something answers AT commands.
    MODEM,
    /// The card is ready.
    SIM,
    /// The network has accepted the device.
    REGISTERED,
    /// A packet context is active and has an address.
    CONTEXT,
    /// A ping came back.
    PING,
    /// The card behind a modem is an eUICC that this program can talk to.
    EUICC,
    /// The card reader is there and can be had.
    READER,
    /// A card is in it and says what it is when it is powered.
    CARD,
    /// A profile is in use and tells its ICCID.
    PROFILE,
    /// The card has an application that manages its profiles, and talks to this program.
    ISD_R,
    /// The card tells its EID.
    EID;

    /// Those of a modem, from bottom to top. Nothing rests on the eUICC: a plain card serves as
    /// well.
    public static final List<Step> MODEM_STEPS =
        List.of(PORT, MODEM, SIM, EUICC, REGISTERED, CONTEXT, PING);

    /// Those of a card in a reader, from bottom to top.
    public static final List<Step> READER_STEPS = List.of(READER, CARD, PROFILE, ISD_R, EID);
  }

  /// How a rung stands.
  public enum State {
    /// Proven.
    PASSED,
    /// Proven not to hold.
    FAILED,
    /// In between: it may still come.
    WAITING,
    /// Not asked, because a lower rung does not hold or nobody asked; or, of the eUICC, none there
    /// to be talked to.
    NOT_REACHED
  }
}
