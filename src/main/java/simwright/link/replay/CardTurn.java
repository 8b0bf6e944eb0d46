package simwright.link.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import simwright.apdu.Command;
import simwright.fault.FaultCode;
import simwright.link.CardMet;
import simwright.link.LinkCodes;
import simwright.tlv.Octets;
import simwright.transcript.Direction;
import simwright.transcript.Masking;
import simwright.transcript.TranscriptLine;

/// One turn of a recorded conversation with a card. `pause` is the time since the line before it.
sealed interface CardTurn {
  /// How a transcript says why it ended.
  String ENDED = "ended: ";

  /// The card is powered or reset.
  record Met(CardMet card, Duration pause) implements CardTurn {}

  /// A command and its answer, both in hex as they stand in the transcript; an empty answer where
  /// none was written.
  record Asked(String command, String answer, Duration pause) implements CardTurn {
    /// Whether this is the command; what was masked in it may be anything.
    boolean is(Command sent) {
      String hex = sent.encode().hex();
      return masked(command)
          ? Pattern.compile(command.replaceAll("\\*+", "[0-9A-F]*")).matcher(hex).matches()
          : command.equals(hex);
    }

    /// The command in words without its data.
    String words() {
      return masked(command) ? command : Command.parse(Octets.hex(command)).toString();
    }

    /// Where the data of a command with the same header differ, counted in bytes from 1.
    Optional<Integer> differs(Command sent) {
      String hex = sent.encode().hex();
      int same = 0;
      while (same < Math.min(hex.length(), command.length())
          && hex.charAt(same) == command.charAt(same)) {
        same++;
      }
      return same >= 8 ? Optional.of(same / 2 + 1) : Optional.empty();
    }
  }

  /// The talk broke off.
  record Ended(FaultCode why, Duration pause) implements CardTurn {}

  /// Whether something is masked.
  static boolean masked(String hex) {
    return hex.contains(Masking.MASK);
  }

  /// The turns of a transcript; that the talk was ended from here is none.
  static List<CardTurn> of(List<TranscriptLine> lines) {
    List<CardTurn> turns = new ArrayList<>();
    long before = 0;
    String command = "";
    for (TranscriptLine line : lines) {
      Duration pause = Duration.ofMillis(Math.max(0, line.millis() - before));
      before = line.millis();
      if (line.direction() == Direction.RECEIVED) {
        turns.add(new Asked(command, line.text(), pause));
        command = "";
        continue;
      }
      boolean broken = line.text().startsWith(ENDED);
      if (!command.isEmpty() && (broken || line.direction() == Direction.SENT)) {
        turns.add(new Asked(command, "", pause));
        command = "";
      }
      if (line.direction() == Direction.SENT) {
        command = line.text();
      } else if (broken) {
        FaultCode why = FaultCode.parse(line.text().substring(ENDED.length()));
        if (!why.equals(LinkCodes.CLOSED)) {
          turns.add(new Ended(why, pause));
        }
      } else {
        CardMet.of(line).ifPresent(card -> turns.add(new Met(card, pause)));
      }
    }
    if (!command.isEmpty()) {
      turns.add(new Asked(command, "", Duration.ZERO));
    }
    return turns;
  }
}
