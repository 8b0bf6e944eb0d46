package simwright.at;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The questions that a modem has answered by a result alone. Such an answer may be the late result
/// of a command that was given up, so the question is asked once more, in step; a modem that says
/// the same again means it, and is believed until it tells something.
final class BareAnswers {
  private final Set<String> believed = ConcurrentHashMap.newKeySet();

  /// Whether the question is to be asked again, after getting in step.
  boolean doubtful(String question, Answer<?> answer) {
    if (!question.endsWith("?")) {
      return false;
    }
    if (answer instanceof Answer.Unparsed<?> && answer.exchange().lines().isEmpty()) {
      return believed.add(question);
    }
    boolean unused = believed.remove(question);
    return false;
  }
}
