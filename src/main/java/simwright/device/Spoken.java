package simwright.device;

import org.jspecify.annotations.Nullable;
import simwright.transcript.Transcript;
import simwright.transcript.TranscriptRange;

/// The transcript of a device's open link, or of the last one: what was said over a link that broke
/// is evidence too.
final class Spoken {
  private volatile @Nullable Transcript last;

  /// A link was opened.
  void begins(Transcript transcript) {
    last = transcript;
  }

  /// Where it stands, in bytes; 0 when nothing was ever opened.
  long position() {
    Transcript now = last;
    return now == null ? 0 : now.position();
  }

  /// The piece since a position, on disk; none when nothing was ever opened.
  TranscriptRange since(long from) {
    Transcript now = last;
    if (now == null) {
      return TranscriptRange.NONE;
    }
    now.commit();
    return now.since(from);
  }
}
