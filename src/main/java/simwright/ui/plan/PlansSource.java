package simwright.ui.plan;

import java.util.List;
import simwright.job.Job;
import simwright.job.PlanFiles.Checked;
import simwright.job.PlanFiles.PlanText;

/// What the plans need of their files.
public interface PlansSource {
  /// All plans, the shipped first. Reads files.
  List<PlanText> files();

  /// Checks a plan; one that ships as it stands, another as a person's own.
  Checked check(PlanText plan);

  /// Writes an own plan with its limits and says where it lies.
  Job<String> save(String text, String limits);
}
