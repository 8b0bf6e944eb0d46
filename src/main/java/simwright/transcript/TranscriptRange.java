package simwright.transcript;

import java.nio.file.Path;

/// A piece of a transcript file: its name in the transcript folder, the byte offsets from
/// (inclusive) and to (exclusive).
public record TranscriptRange(String file, long from, long to) {
  /// No transcript.
  public static final TranscriptRange NONE = new TranscriptRange("", 0, 0);

  /// SHA-256 of its bytes as they stand in `folder` now, in lower-case hex.
  public String sha256(Path folder) {
    return TranscriptReader.sha256(folder, this);
  }
}
