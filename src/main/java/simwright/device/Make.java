package simwright.device;

import java.util.Optional;

/// What a device tells of how it was made, beside its model and firmware: the revision of its
/// hardware and the language it is set to, each where it tells that. Handsets do, in their system
/// properties.
public record Make(Optional<String> hardware, Optional<String> language) {}
