package simwright.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import simwright.ask.Attendant;
import simwright.job.Job;
import simwright.job.JobRequest;
import simwright.job.PlanFiles;
import simwright.job.PlanFiles.Checked;
import simwright.job.PlanFiles.PlanText;
import simwright.ui.plan.PlansSource;

/// The plans that ship, checked as they are; what is saved is only kept in memory.
public final class DemoPlans implements PlansSource {
  private final DemoParts demo;
  private final PlanFiles files;
  private final List<PlanText> own = new CopyOnWriteArrayList<>();

  public DemoPlans(DemoParts demo) {
    this.demo = demo;
    this.files = new PlanFiles(demo.jobs, Path.of("target", "no-plans-of-our-own"));
  }

  @Override
  public List<PlanText> files() {
    return Stream.concat(files.all().stream(), own.stream()).toList();
  }

  @Override
  public Checked check(PlanText plan) {
    return plan.own() ? files.check(plan.text(), plan.limits()) : files.shipped(plan);
  }

  @Override
  public Job<String> save(String text, String limits) {
    demo.asked.add("save plan " + text.length());
    return demo.jobs.start(
        JobRequest.of("plan.save", ""),
        Attendant.absent(),
        _ -> {
          String name = files.check(text, limits).plan().orElseThrow().name();
          own.removeIf(each -> each.name().equals(name));
          own.add(new PlanText(name, text, limits, true));
          return "/home/ines/plans/mine.yaml";
        });
  }
}
