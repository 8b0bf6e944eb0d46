package simwright.acceptance;

import java.util.List;

/// Some of the runs that were searched for, newest first: from which place on (0 is the newest),
/// and how many there are in all.
public record RunPage(List<RunSummary> runs, long from, long total) {}
