package simwright.ui.frame;

import java.util.Optional;
import javafx.scene.control.Dialog;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import simwright.ask.Attendant;
import simwright.ask.Question;
import simwright.time.Time;
import simwright.ui.fx.Bridge;

/// A person at the screen: each question is a dialog; the asking thread waits for the answer, at
/// most as long as the question says.
public final class DialogAttendant implements Attendant {
  private final Bridge bridge;
  private final Time time;
  private final Window owner;

  /// Dialogs over a window.
  public DialogAttendant(Bridge bridge, Time time, Window owner) {
    this.bridge = bridge;
    this.time = time;
    this.owner = owner;
  }

  @Override
  public <A> Optional<A> ask(Question<A> question) {
    Pending<A> pending = new Pending<>();
    bridge.run(() -> pending.show(QuestionDialog.of(question, owner)));
    synchronized (pending) {
      if (time.await(pending, () -> pending.answered, time.deadline(question.within()))) {
        return Optional.ofNullable(pending.answer);
      }
    }
    bridge.run(pending::dismiss);
    return question.byDefault();
  }

  private static final class Pending<A> {
    private @Nullable Dialog<A> dialog;
    private @Nullable A answer;
    private boolean answered;

    /// Without a nested event loop, so that everything else goes on.
    void show(Dialog<A> shown) {
      dialog = shown;
      shown.setOnHidden(_ -> end(shown.getResult()));
      shown.show();
    }

    void dismiss() {
      if (dialog != null) {
        dialog.close();
      }
    }

    private synchronized void end(@Nullable A result) {
      answer = result;
      answered = true;
      notifyAll();
    }
  }
}
