package simwright.acceptance.plan;

import java.time.Duration;
import java.util.List;

/// Something that is watched while setup and main run: every so often where the device is free, and
/// judged at the end.
public record Monitor(String id, String title, Watch watch, Duration every, List<Limit> limits) {}
