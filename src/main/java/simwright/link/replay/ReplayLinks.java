package simwright.link.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import simwright.fault.Fault;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.link.LinkProvider;
import simwright.link.LinkSettings;
import simwright.link.PortInfo;
import simwright.time.Time;
import simwright.transcript.TranscriptReader;

/// Links that answer from a transcript: `replay:/path/to/file` as fast as it is asked,
/// `replay:/path/to/file?paced` with the recorded pauses, `replay:/path/to/file?asked` whatever is
/// asked, in any order.
public final class ReplayLinks implements LinkProvider {
  private static final String PACED = "?paced";
  private static final String ASKED = "?asked";

  private final Time time;

  /// Replays by this clock.
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
    boolean paced = address.path().endsWith(PACED);
    boolean asked = address.path().endsWith(ASKED);
    Path file = Path.of(address.path().replaceFirst("\\?(?:paced|asked)$", ""));
    if (!Files.isRegularFile(file)) {
      throw new Fault(LinkCodes.ABSENT, "opening a transcript", address.toString());
    }
    List<Turn> script = Turn.of(TranscriptReader.all(file));
    return asked
        ? new AskedLink(address, script, time)
        : new ReplayLink(address, script, paced, time);
  }
}
