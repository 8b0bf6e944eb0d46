package simwright.ui.failover;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import simwright.failover.policy.PolicyFile;
import simwright.failover.simulation.Simulation;
import simwright.failover.simulation.Trace;
import simwright.ui.acceptance.Workbench;
import simwright.ui.fx.Text;

/// The chosen policy as it is written, with what is doubtful in it, and what it makes of a trace.
public final class PolicyModel {
  private final Workbench bench;
  private final FailoverSource source;
  private final SelectionModel selection;
  private final StringProperty trace = new SimpleStringProperty("");
  private final ObservableList<String> traces = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Simulated>> simulated =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private int asked;

  /// A trace that was replayed against a policy, and what came of it.
  public record Simulated(PolicyFile policy, Trace trace, Simulation.Result result) {}

  /// The policy is that of the selection.
  public PolicyModel(Workbench bench, FailoverSource source, SelectionModel selection) {
    this.bench = bench;
    this.source = source;
    this.selection = selection;
    traces.setAll(source.traces());
    traces.stream().findFirst().ifPresent(trace::set);
    selection.policyProperty().addListener((_, _, _) -> simulated.set(Optional.empty()));
  }

  /// Replays the trace against the policy; the newest wish counts.
  public void simulate() {
    String wanted = trace.get().strip();
    int number = ++asked;
    if (wanted.isEmpty()) {
      bench.notices().tell(Text.of("failover.trace.choose"));
      return;
    }
    selection
        .policyProperty()
        .get()
        .ifPresent(policy ->
            bench
                .background()
                .run(
                    "simulation",
                    () -> {
                      Trace played = source.trace(wanted);
                      return new Simulated(policy, played, source.simulate(policy, played));
                    },
                    made -> {
                      if (number == asked) {
                        simulated.set(Optional.of(made));
                      }
                    },
                    bench.notices()::tell));
  }

  /// The policies to choose from.
  public ObservableList<PolicyFile> getPolicies() {
    return selection.getPolicies();
  }

  /// The policy that is meant, the same as that of the selection.
  public ObjectProperty<Optional<PolicyFile>> policyProperty() {
    return selection.policyProperty();
  }

  /// The names of the traces that ship.
  public ObservableList<String> getTraces() {
    return traces;
  }

  /// The trace that is meant: a name or a file.
  public StringProperty traceProperty() {
    return trace;
  }

  /// What came of the last simulation.
  public ReadOnlyObjectProperty<Optional<Simulated>> simulatedProperty() {
    return simulated.getReadOnlyProperty();
  }
}
