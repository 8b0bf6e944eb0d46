package simwright.cli;

import java.util.Optional;
import simwright.report.bundle.Bundle;
import simwright.rsp.ActivationCode;

/// How the window begins: with the download of this code, or as always; `untilPainted` closes it
/// after its first picture, and `painted` is told then. With a bundle it shows that alone.
public record Window(
    Optional<ActivationCode> code,
    Optional<Bundle.Opened> bundle,
    boolean untilPainted,
    Runnable painted) {}
