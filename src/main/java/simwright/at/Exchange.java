package simwright.at;

import java.time.Duration;
import java.util.List;
import simwright.transcript.TranscriptRange;

/// What went back and forth for one command: the line (secrets masked), the information lines, how
/// it ended, how long it took, and where the bytes stand.
public record Exchange(
    String command, List<String> lines, FinalResult result, Duration took, TranscriptRange range) {}
