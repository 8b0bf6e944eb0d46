package simwright.device;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import simwright.at.Urc;
import simwright.fault.FaultCode;
import simwright.link.LinkAddress;
import simwright.link.LinkSettings;
import simwright.link.Links;
import simwright.time.Time;
import simwright.transcript.Transcript;

/// Opens the kind of conversation that an address leads to.
final class Talks {
  private Talks() {}

  /// `ended` and `heard` are told what happens.
  static Talk over(
      Links links,
      LinkAddress where,
      Time time,
      BiConsumer<Transcript, FaultCode> ended,
      Consumer<Urc> heard) {
    if (links.leadsToCard(where)) {
      return CardTalk.over(links, where, time, ended);
    }
    return links.leadsToShell(where)
        ? HandsetTalk.over(links, where, time, ended)
        : ModemTalk.over(links.open(where, LinkSettings.USUAL), time, ended, heard);
  }

  /// What is told at once by all but a modem, which is asked by the commands of its family.
  static Optional<Snapshot> told(
      Talk talk, Census census, Optional<Ladder.PingFound> pinged, Time time) {
    return switch (talk) {
      case CardTalk card -> Optional.of(CardProbe.read(card, census.domains(), time));
      case HandsetTalk handset -> {
        Snapshot read = HandsetProbe.snapshot(handset.handset().read(), time.now());
        yield Optional.of(read.withLadder(Ladder.of(read, pinged)));
      }
      case ModemTalk _ -> Optional.empty();
    };
  }

  /// What was known before a fault, with the ladder of its kind.
  static Snapshot broken(
      Links links, Attachment old, FaultCode fault, Optional<String> detail, Time time) {
    return links.leadsToCard(old.port().address())
        ? CardLadder.broken(old.snapshot(), fault, detail)
        : Ladder.broken(old.snapshot(), fault, detail, time.now());
  }
}
