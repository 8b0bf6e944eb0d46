package simwright.job;

import java.util.function.Consumer;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.ask.Progress;
import simwright.lpa.Servers;

/// What a job's body has at hand: its id for the journal, progress, the wish to stop, who answers,
/// and where it notes what a person should know of how its result came about.
public record JobContext(
    String id, Progress progress, Cancel cancel, Attendant attendant, Consumer<String> note) {
  /// These servers, where each use of an exception is noted.
  Servers noting(Servers servers) {
    return servers.telling(use -> note.accept(use.words()));
  }
}
