package simwright.app;

import java.util.Optional;
import java.util.function.Supplier;
import simwright.ask.Attendant;
import simwright.job.DeviceDone;
import simwright.job.Job;
import simwright.quota.DataReport;
import simwright.ui.data.DataSource;

/// What the data screen needs of log and devices.
record ScreenData(OpenData data, Supplier<Attendant> attendant) implements DataSource {
  @Override
  public DataReport report(int days) {
    return data.carried().report(Optional.empty(), days);
  }

  @Override
  public DeviceDone done(String device, int days) {
    return data.carried().done(device, days);
  }

  @Override
  public Job<?> hold(String device) {
    return data.carried().hold(device, true, attendant.get());
  }

  @Override
  public Job<?> sample(String device) {
    return data.carried().sample(device, attendant.get());
  }
}
