package simwright.at.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.at.Answer;
import simwright.at.AtEngine;
import simwright.at.Urc;
import simwright.observe.Subscription;
import simwright.time.Time;

/// A service code from the command to the network's words, whether they come before OK or, as
/// usual, after it.
public final class UssdRun {
  private UssdRun() {}

  /// Sends the code and waits for the words; empty when none came in time.
  public static Answer<Optional<AskNetwork.Reply>> run(
      AtEngine engine, AskNetwork question, Duration within, Time time) {
    List<AskNetwork.Reply> said = new ArrayList<>();
    try (Subscription _ = engine.urcs().subscribe(urc -> heard(said, urc))) {
      Answer<Optional<AskNetwork.Reply>> answer = engine.send(question);
      if (!(answer instanceof Answer.Value<Optional<AskNetwork.Reply>>(var early, var exchange))
          || early.isPresent()) {
        return answer;
      }
      synchronized (said) {
        boolean came = time.await(said, () -> !said.isEmpty(), time.deadline(within));
        return new Answer.Value<>(came ? Optional.of(said.getFirst()) : Optional.empty(), exchange);
      }
    }
  }

  private static void heard(List<AskNetwork.Reply> said, Urc urc) {
    Optional<AskNetwork.Reply> reply = AskNetwork.reply(urc.line());
    synchronized (said) {
      reply.ifPresent(said::add);
      said.notifyAll();
    }
  }
}
