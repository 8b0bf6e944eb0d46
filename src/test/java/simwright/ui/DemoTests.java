package simwright.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import simwright.acceptance.RunField;
import simwright.acceptance.RunHeader;
import simwright.ask.Attendant;
import simwright.device.Attachment;
import simwright.fault.Fault;
import simwright.job.Job;
import simwright.job.JobRequest;
import simwright.job.JobView;
import simwright.link.ByHand;
import simwright.link.LinkAddress;
import simwright.observe.Observable;
import simwright.observe.Value;
import simwright.rollout.Comparison;
import simwright.rollout.FlakyStep;
import simwright.rollout.Trend;
import simwright.transcript.Direction;
import simwright.transcript.TranscriptLine;
import simwright.transcript.TranscriptRange;
import simwright.ui.acceptance.AcceptanceSource;
import simwright.ui.part.State;
import simwright.ui.result.ResultsSource;

/// A made-up test lab: plans, runs and results, kept in memory.
public final class DemoTests implements AcceptanceSource, ResultsSource {
  public final Value<List<Run>> current = new Value<>(List.of());
  public final List<Result> results = new CopyOnWriteArrayList<>();
  public final Map<String, Unsafe> unsafe = new ConcurrentHashMap<>();
  public final List<RunHeader> headers = new CopyOnWriteArrayList<>();
  public final Value<String> operator = new Value<>("ines");

  /// What the statistics say.
  public volatile DemoStatistics statistics = DemoStatistics.NOTHING;

  /// What happens before a wish to stop reaches a run.
  public volatile Runnable aborting = () -> {};

  private final DemoParts demo;

  DemoTests(DemoParts demo) {
    this.demo = demo;
  }

  @Override
  public List<Plan> plans() {
    return DemoReadings.plans();
  }

  @Override
  public Job<?> run(Wish wish, Attendant attendant) {
    headers.add(wish.header());
    demo.asked.add("acceptance.run " + wish.device());
    return demo.jobs.start(JobRequest.of(RUN, wish.device()), attendant, demo.body);
  }

  @Override
  public String batch() {
    return "b1";
  }

  @Override
  public Observable<List<JobView>> jobs() {
    return demo.jobs.running();
  }

  @Override
  public void abort(String run) {
    aborting.run();
    var unused = demo.jobs.cancel(run);
  }

  @Override
  public Optional<Unsafe> unsafe(String device) {
    return Optional.ofNullable(unsafe.get(device));
  }

  @Override
  public Job<?> resolve(String device, String done) {
    demo.asked.add("resolve " + device + ": " + done);
    unsafe.remove(device);
    return demo.jobs.start(
        JobRequest.of("acceptance.resolve", device), Attendant.absent(), _ -> true);
  }

  @Override
  public String addByHand(String name) {
    LinkAddress address = ByHand.named(name);
    demo.devices.update(old -> {
      if (old.stream().anyMatch(each -> each.id().equals(address.toString()))) {
        return old;
      }
      List<Attachment> next = new ArrayList<>(old);
      next.add(demo.byHand(address));
      return List.copyOf(next);
    });
    return address.toString();
  }

  @Override
  public void takeAway(String device) {
    demo.devices.update(old -> old.stream().filter(each -> !each.id().equals(device)).toList());
  }

  @Override
  public Job<?> connect(String device) {
    return demo.connect(device);
  }

  @Override
  public Job<?> takeBack(String device) {
    return demo.takeBack(device);
  }

  @Override
  public Observable<String> operator() {
    return operator;
  }

  @Override
  public Optional<Duration> usual(String plan) {
    return Optional.of(Duration.ofSeconds(75));
  }

  @Override
  public List<Fault> refused() {
    return List.of();
  }

  @Override
  public Observable<List<Run>> current() {
    return current;
  }

  @Override
  public List<Result> results() {
    demo.reading.run();
    demo.asked.add("results");
    return List.copyOf(results);
  }

  @Override
  public List<String> plansRun() {
    demo.reading.run();
    return statistics.plans();
  }

  @Override
  public List<simwright.rollout.Measurement> measurements() {
    demo.reading.run();
    return statistics.measurements();
  }

  @Override
  public List<Trend> trends(simwright.rollout.Measurement measurement, Optional<RunField> by) {
    demo.asked.add("trends " + by.map(RunField::key).orElse("all"));
    return statistics.trends(by);
  }

  @Override
  public Comparison compare(List<String> runs) {
    demo.asked.add("compare " + runs);
    return statistics.comparison(runs);
  }

  @Override
  public Comparison compare(String plan, RunField by) {
    return statistics.comparison(List.of("EC25EFAR06A06M4G", "EC25EFAR06A07M4G"));
  }

  @Override
  public List<FlakyStep> flaky() {
    demo.reading.run();
    return statistics.flaky();
  }

  @Override
  public Run recorded(String run) {
    return demo.run(State.PASS, "pass");
  }

  @Override
  public List<TranscriptLine> bytes(TranscriptRange range) {
    demo.asked.add("bytes " + range.from());
    return List.of(
        new TranscriptLine(1200, Direction.SENT, "AT+CESQ\\r"),
        new TranscriptLine(
            1233, Direction.RECEIVED, "\\r\\n+CESQ: 99,99,255,255,20,47\\r\\nOK\\r\\n"));
  }

  @Override
  public Job<String> report(String run, Form form) {
    demo.asked.add("report " + form);
    return demo.jobs.start(
        JobRequest.of("acceptance.report", ""),
        Attendant.absent(),
        _ -> "/home/ines/simwright/" + run + "." + form.ending());
  }
}
