package simwright.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.fault.FaultCode;

/// Says in words what a person pastes or a device prints: an AT command line, an answer, an
/// unsolicited line, a card's command or answer, a data object, an error code. Garbage is "not
/// understood"; nothing here throws.
public final class Explain {
  private static final int LONGEST = 200_000;

  private final Runbook runbook;
  private final CardWords card;
  private final AtWords at;

  /// With these texts.
  public Explain(Runbook runbook) {
    this.runbook = runbook;
    this.card = new CardWords(runbook);
    this.at = new AtWords(runbook, card);
  }

  /// What a received line means, in one line of words; "" when nothing is known.
  public String line(String received) {
    return line("", received);
  }

  /// The same where the command that was sent is known.
  public String line(String command, String received) {
    String text = received.strip();
    return text.equals("OK") || text.length() > LONGEST
        ? ""
        : at.answer(command.strip(), text).map(Explained::sentence).orElse("");
  }

  /// Whatever it is, with its parts. Several lines are each explained; the first may be the
  /// command.
  public Explained any(String pasted) {
    List<String> lines = pasted.lines().map(String::strip).filter(one -> !one.isEmpty()).toList();
    if (lines.isEmpty() || pasted.length() > LONGEST) {
      return Explained.unknown(lines.isEmpty() ? "" : "more than " + LONGEST + " characters");
    }
    String command = AtWords.isCommand(lines.getFirst()) ? lines.getFirst() : "";
    List<Explained> parts = new ArrayList<>();
    for (String line : lines) {
      parts.add(one(command, line));
    }
    return parts.size() == 1 ? parts.getFirst() : Explained.of("", "", "").with(parts);
  }

  private Explained one(String command, String line) {
    if (AtWords.isCommand(line)) {
      return at.command(line);
    }
    Optional<FaultCode> code = code(line);
    if (code.isPresent()) {
      return code.flatMap(runbook::entry)
          .map(
              entry -> Explained.of(line, entry.code().toString(), entry.title()).see(entry.code()))
          .orElseGet(() -> Explained.unknown(line));
    }
    return card.any(line)
        .or(() -> at.answer(command, line))
        .orElseGet(() -> Explained.unknown(line));
  }

  /// A code of the runbook as it is written there.
  private Optional<FaultCode> code(String line) {
    boolean looks = line.matches("[A-Za-z0-9+]{1,16}/[A-Za-z0-9./-]{1,40}");
    return looks ? runbook.named(line) : Optional.empty();
  }
}
