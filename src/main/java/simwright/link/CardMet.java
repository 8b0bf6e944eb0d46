package simwright.link;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simwright.tlv.Octets;
import simwright.transcript.Direction;
import simwright.transcript.TranscriptLine;

/// What a transcript notes of a card that was powered or reset: the protocol and its answer to
/// reset, `card T=0, ATR 3B9F...`. With such a note begins the transcript of every card.
public record CardMet(String protocol, Octets atr) {
  private static final Pattern NOTE = Pattern.compile("card (\\S+), ATR ((?:[0-9A-F]{2})*)");

  /// The words of the note.
  String note() {
    return String.format(Locale.ROOT, "card %s, ATR %s", protocol, atr.hex());
  }

  /// Reads a line; empty where it is another.
  public static Optional<CardMet> of(TranscriptLine line) {
    Matcher note = NOTE.matcher(line.text());
    return line.direction() == Direction.NOTE && note.matches()
        ? Optional.of(new CardMet(note.group(1), Octets.hex(note.group(2))))
        : Optional.empty();
  }
}
