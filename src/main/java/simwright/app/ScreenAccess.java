package simwright.app;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import simwright.ask.Attendant;
import simwright.catalog.provider.NetworkName;
import simwright.device.Attachment;
import simwright.job.ApnReport;
import simwright.job.Job;
import simwright.observe.Observable;
import simwright.ui.bench.AccessSource;

/// What the bench screen tells of networks and access points.
record ScreenAccess(OpenData data, Supplier<Attendant> attendant) implements AccessSource {
  @Override
  public Optional<NetworkName> network(Attachment device) {
    return data.catalog().network(device.snapshot());
  }

  @Override
  public Observable<Map<String, ApnReport>> compared() {
    return data.access().latest();
  }

  @Override
  public Job<?> repair(String device) {
    return data.access().repair(device, attendant.get());
  }
}
