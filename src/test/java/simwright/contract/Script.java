package simwright.contract;

import java.util.List;

/// What the far end of a link does: it waits for bytes, answers, and so on; then it hangs up or
/// stays silent.
public record Script(List<Turn> turns, boolean hangsUp) {
  /// Waits until these bytes came, then answers.
  public record Turn(byte[] expected, byte[] answer) {}

  /// A far end that never says anything.
  public static final Script SILENT = new Script(List.of(), false);

  /// One question and its answer.
  public static Script answering(byte[] expected, byte[] answer) {
    return new Script(List.of(new Turn(expected, answer)), false);
  }
}
