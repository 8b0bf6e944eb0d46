package simwright.app;

import java.util.List;
import java.util.function.Supplier;
import simwright.ask.Attendant;
import simwright.job.Job;
import simwright.job.PlanFiles;
import simwright.job.PlanFiles.Checked;
import simwright.job.PlanFiles.PlanText;
import simwright.ui.plan.PlansSource;

/// What the plans need of their files.
final class ScreenPlans implements PlansSource {
  private final PlanFiles files;
  private final Supplier<Attendant> attendant;

  ScreenPlans(OpenData data, Supplier<Attendant> attendant) {
    this.files = new PlanFiles(data.jobs(), data.data().plans());
    this.attendant = attendant;
  }

  @Override
  public List<PlanText> files() {
    return files.all();
  }

  @Override
  public Checked check(PlanText plan) {
    return plan.own() ? files.check(plan.text(), plan.limits()) : files.shipped(plan);
  }

  @Override
  public Job<String> save(String text, String limits) {
    return files.save(text, limits, attendant.get());
  }
}
