package simwright.link.replay;

import java.nio.file.Path;
import java.util.List;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkProvider;
import simwright.link.LinkSettings;
import simwright.link.PortInfo;
import simwright.time.Time;
import simwright.transcript.TranscriptReader;

/// Links that answer from a transcript: `replay:/path/to/file`.
public final class ReplayLinks implements LinkProvider {
  private final Time time;

  /// Replays at the speed of the asker.
  public ReplayLinks(Time time) {
    this.time = time;
  }

  @Override
  public String scheme() {
    return "replay";
  }

  @Override
  public List<PortInfo> list() {
    return List.of();
  }

  @Override
  public ByteLink open(LinkAddress address, LinkSettings settings) {
    return new ReplayLink(address, TranscriptReader.all(Path.of(address.path())), time);
  }
}
