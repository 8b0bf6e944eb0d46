package simwright.cli;

import java.util.Optional;
import simwright.rsp.ActivationCode;

/// How the window begins: with the download of this code, or as always; `untilPainted` closes it
/// after its first picture, and `painted` is told then.
public record Window(Optional<ActivationCode> code, boolean untilPainted, Runnable painted) {}
