package simwright.acceptance.plan;

import java.util.Optional;

/// Something a plan needs of the bench beside the device: its name; its type where it has macros;
/// and whether each device has its own, so that runs do not wait for each other's.
public record BenchResource(String name, Optional<ResourceType> type, boolean own) {}
