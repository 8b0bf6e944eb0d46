package simwright.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import simwright.ask.Attendant;
import simwright.device.PingResult;
import simwright.job.Job;
import simwright.job.JobRequest;
import simwright.ui.bench.AccessSource;
import simwright.ui.bench.BenchActs;

/// What the bench screen can have done.
final class ScreenActs implements BenchActs {
  private final OpenData data;
  private final Runnable bench;
  private final Supplier<Attendant> attendant;

  ScreenActs(OpenData data, Runnable bench, Supplier<Attendant> attendant) {
    this.data = data;
    this.bench = bench;
    this.attendant = attendant;
  }

  @Override
  public Job<?> connect(String device) {
    return data.acts().connect(device, attendant.get());
  }

  @Override
  public Job<?> probe(String device) {
    return data.acts().probe(device, attendant.get());
  }

  @Override
  public Job<?> release(String device) {
    return data.acts().release(device, attendant.get());
  }

  @Override
  public Job<?> takeBack(String device) {
    return data.acts().takeBack(device, attendant.get());
  }

  @Override
  public Job<?> ping(String device) {
    return data.acts().ping(device, PingResult.USUAL_HOST, attendant.get());
  }

  @Override
  public AccessSource access() {
    return new ScreenAccess(data, attendant);
  }

  @Override
  public Job<?> sanitise(String device) {
    return data.lifecycle()
        .sanitise(device, Optional.of(data.data().root().resolve("exports")), attendant.get());
  }

  @Override
  public Job<?> startSimulatedBench() {
    return data.jobs()
        .start(
            JobRequest.of("bench.start", ""),
            attendant.get(),
            context -> {
              bench.run();
              return true;
            });
  }

  @Override
  public List<String> probeCommands() {
    return List.of("AT", "ATE0", "ATV1", "AT+CMEE=1", "AT+CGMI", "AT+CGMM");
  }
}
