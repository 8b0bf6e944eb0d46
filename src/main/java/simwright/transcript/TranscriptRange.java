package simwright.transcript;

/// A piece of a transcript file: its name in the transcript folder, the byte offsets from
/// (inclusive) and to (exclusive).
public record TranscriptRange(String file, long from, long to) {
  /// No transcript.
  public static final TranscriptRange NONE = new TranscriptRange("", 0, 0);
}
