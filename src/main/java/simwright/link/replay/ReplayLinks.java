package simwright.link.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import simwright.fault.Fault;
import simwright.link.ByteLink;
import simwright.link.CardLink;
import simwright.link.CardMet;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.link.LinkProvider;
import simwright.link.LinkSettings;
import simwright.link.PortInfo;
import simwright.time.Time;
import simwright.transcript.TranscriptLine;
import simwright.transcript.TranscriptReader;

/// Links that answer from a transcript: `replay:/path/to/file` as fast as it is asked,
/// `replay:/path/to/file?paced` with the recorded pauses, `replay:/path/to/file?asked` whatever is
/// asked, in any order. A transcript of AT lines is played as a port, one of APDUs as a card.
public final class ReplayLinks implements LinkProvider {
  private static final String PACED = "?paced";
  private static final String ASKED = "?asked";

  /// Lines among which a card is met.
  private static final int BEGINNING = 4;

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

  /// The transcript of a card begins with how it was met.
  @Override
  public boolean carriesCards(LinkAddress address) {
    Path file = file(address);
    return Files.isRegularFile(file)
        && TranscriptReader.read(file, 0, BEGINNING).lines().stream()
            .anyMatch(line -> CardMet.of(line).isPresent());
  }

  @Override
  public CardLink openCard(LinkAddress address) {
    List<CardTurn> turns = CardTurn.of(lines(address));
    return new ReplayCard(
        address,
        asked(address) ? new AskedCard(turns) : new OrderedCard(turns, paced(address), time));
  }

  @Override
  public ByteLink open(LinkAddress address, LinkSettings settings) {
    List<Turn> script = Turn.of(lines(address));
    return asked(address)
        ? new AskedLink(address, script, time)
        : new ReplayLink(address, script, paced(address), time);
  }

  private static List<TranscriptLine> lines(LinkAddress address) {
    Path file = file(address);
    if (!Files.isRegularFile(file)) {
      throw new Fault(LinkCodes.ABSENT, "opening a transcript", address.toString());
    }
    return TranscriptReader.all(file);
  }

  /// The transcript that an address leads to, there or not.
  public static Path file(LinkAddress address) {
    return Path.of(address.path().replaceFirst("\\?(?:paced|asked)$", ""));
  }

  private static boolean paced(LinkAddress address) {
    return address.path().endsWith(PACED);
  }

  private static boolean asked(LinkAddress address) {
    return address.path().endsWith(ASKED);
  }
}
