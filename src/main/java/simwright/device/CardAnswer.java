package simwright.device;

import java.util.Optional;
import simwright.fault.FaultCode;

/// What the card behind a modem said when it was asked what it is: whether this program can talk to
/// an eUICC there, in words, and the code to look up where it cannot.
public record CardAnswer(boolean euicc, String words, Optional<FaultCode> code) {}
