package simwright.quota;

import java.util.OptionalLong;

/// What holds for a class of traffic: its mark, its budget for a day, what of a profile's cap is
/// kept for it alone, below which free part of the cap it gives way, and below which its media are
/// made smaller; percents of the cap, 0 for never.
public record ClassRule(
    Mark mark, OptionalLong day, long reserve, int headroomPercent, int compressPercent) {}
