package simwright.app;

import java.util.List;
import java.util.function.Supplier;
import simwright.acceptance.Run;
import simwright.acceptance.RunField;
import simwright.acceptance.RunFilter;
import simwright.acceptance.RunView;
import simwright.acceptance.plan.Plan;
import simwright.ask.Attendant;
import simwright.job.Job;
import simwright.job.PlanActs;
import simwright.observe.Observable;
import simwright.ui.failover.DrillSource;

/// What the screen of failover needs of drills.
record ScreenDrills(OpenData data, Supplier<Attendant> attendant) implements DrillSource {
  @Override
  public List<Plan> drills() {
    return data.plans().plans().stream().filter(Plan::drill).toList();
  }

  @Override
  public Job<Run> drill(String device, PlanActs.Wish wish) {
    return data.plans().run(wish, device, data.log().current().get().name(), attendant.get());
  }

  @Override
  public Observable<List<RunView>> live() {
    return data.plans().live();
  }

  @Override
  public void cancel(String run) {
    var unused = data.jobs().cancel(run);
  }

  @Override
  public List<Run> history(String drill, int most) {
    RunFilter of = RunFilter.ALL.with(RunField.PLAN, drill);
    return data.results().search(of, 0, most).runs().stream()
        .filter(each -> each.ended().isPresent())
        .map(each -> data.plans().recorded(each.id()))
        .toList();
  }
}
