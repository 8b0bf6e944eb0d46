package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.step.Steps;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.ask.Question;

/// What a run's end is called.
class EndingTest {
  @TempDir(factory = Rig.Folders.class)
  Path folder;

  @Test
  void whoWantsToStopWhileAQuestionStandsIsNotTakenForAnAnswer() {
    try (Rig rig = new Rig(folder)) {
      Cancel cancel = new Cancel();
      Attendant leaving =
          new Attendant() {
            @Override
            public <A> Optional<A> ask(Question<A> question) {
              cancel.request();
              return question.byDefault();
            }
          };
      Run run =
          rig.run(
              Rig.plan(
                  "- {kind: prompt, title: 'On?', with: {ask: choice, options: [A, B], default:"
                      + " A}}",
                  ""),
              rig.device(""),
              leaving,
              cancel,
              view -> {},
              rig.book,
              Steps.all());
      assertEquals(Outcome.ABORTED, run.outcome(), run.toString());
      assertEquals(Safety.State.VERIFIED, run.safety().state());
    }
  }
}
