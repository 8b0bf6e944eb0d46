package simwright.apdu;

import java.time.Duration;

/// A command, its answer, and how long it took.
public record Exchange(Command command, Response response, Duration took) {}
