package simwright.ui.frame;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import simwright.fault.Fault;
import simwright.job.Job;
import simwright.job.JobView;
import simwright.observe.Subscription;
import simwright.ui.fx.Bridge;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.State;

/// What a person should know without being interrupted: newest first, at most five, each closed by
/// hand.
public final class Notices {
  private static final int MOST = 5;

  /// One notice, with what can be done about it.
  public record Notice(State state, FourLines.Words words, Optional<Action> act) {
    Notice(State state, FourLines.Words words) {
      this(state, words, Optional.empty());
    }
  }

  private final ObservableList<Notice> all = FXCollections.observableArrayList();
  private final Bridge bridge;
  private final FaultWords words;

  /// Notices in the runbook's words.
  public Notices(Bridge bridge, FaultWords words) {
    this.bridge = bridge;
    this.words = words;
  }

  /// The notices, newest first.
  public ObservableList<Notice> all() {
    return all;
  }

  /// What the runbook says about codes.
  public FaultWords words() {
    return words;
  }

  /// Tells that something went wrong.
  public void tell(Fault fault) {
    bridge.run(() -> add(new Notice(State.ERROR, words.lines(fault))));
  }

  /// Tells something that is no fault.
  public void tell(String what) {
    bridge.run(() -> add(new Notice(State.PASS, new FourLines.Words(what, "", "", "", ""))));
  }

  /// Tells something that a person should look into, and how.
  public void tell(String what, Action act) {
    FourLines.Words said = new FourLines.Words(what, "", "", "", "");
    bridge.run(() -> add(new Notice(State.MARGINAL, said, Optional.of(act))));
  }

  /// Watches a job to its end and tells how it failed.
  public void follow(Job<?> job) {
    Subscription[] handle = new Subscription[1];
    handle[0] =
        bridge.watch(
            job.view(),
            view -> {
              if (view.state() != JobView.State.RUNNING) {
                view.fault()
                    .filter(_ -> view.state() == JobView.State.FAILED)
                    .ifPresent(this::tell);
                if (!view.note().isEmpty()) {
                  tell(Text.format("notice.note", JobRow.act(view.act()), view.note()));
                }
                bridge.run(() -> close(handle));
              }
            });
  }

  /// Takes a notice away.
  public void dismiss(Notice notice) {
    all.remove(notice);
  }

  private void add(Notice notice) {
    all.remove(notice);
    all.addFirst(notice);
    if (all.size() > MOST) {
      all.removeLast();
    }
  }

  private static void close(Subscription[] handle) {
    if (handle[0] != null) {
      handle[0].close();
    }
  }
}
