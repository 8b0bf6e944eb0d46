package simwright.ui.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import simwright.device.Attachment;
import simwright.device.Devices;
import simwright.job.JobView;
import simwright.observe.Subscription;
import simwright.observe.Value;
import simwright.time.Task;
import simwright.ui.acceptance.AcceptanceSource.Run;
import simwright.ui.acceptance.AcceptanceSource.Unsafe;
import simwright.ui.bench.PortRow;
import simwright.ui.frame.QuestionQueue;
import simwright.ui.fx.Subscriptions;

/// The grid: a slot for each device of the bench, also for one that was pulled out after a run. A
/// wish to stop a run is answered here, before anything is asked of the device.
public final class SlotsModel implements Subscription {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private final Workbench bench;
  private final AcceptanceSource source;
  private final QuestionQueue queue;
  private final ObservableList<Slot> slots = FXCollections.observableArrayList();
  private final Map<String, Attachment> known = new LinkedHashMap<>();
  private final Map<String, Integer> pressed = new HashMap<>();
  private final Map<String, Integer> left = new HashMap<>();
  private final Map<String, Instant> heard = new HashMap<>();
  private final Subscriptions subscriptions = new Subscriptions();
  private Map<String, Unsafe> unsafe = Map.of();
  private Map<String, String> byHand = Map.of();
  private Map<String, Run> runs = Map.of();
  private Map<String, JobView> jobs = Map.of();
  private Set<String> asking = Set.of();

  /// Watches devices, runs, jobs and questions through the bridge.
  public SlotsModel(
      Workbench bench, Devices devices, AcceptanceSource source, QuestionQueue queue) {
    this.bench = bench;
    this.source = source;
    this.queue = queue;
    Value<Long> second = new Value<>(0L);
    Task tick =
        bench.time().every(Duration.ofSeconds(1), "time left", () -> second.update(old -> old + 1));
    subscriptions.add(tick::cancel);
    subscriptions.add(bench.bridge().watch(devices.all(), this::devices));
    subscriptions.add(bench.bridge().watch(source.current(), this::runs));
    subscriptions.add(bench.bridge().watch(source.jobs(), this::jobs));
    subscriptions.add(bench.bridge().watch(queue.waiting(), this::questions));
    subscriptions.add(bench.bridge().watch(second, _ -> show()));
  }

  /// What the plans say is done by hand, by the plan's title.
  void plans(List<AcceptanceSource.Plan> plans) {
    Map<String, String> hands = new HashMap<>();
    plans.forEach(plan -> {
      hands.put(plan.id(), plan.byHand());
      hands.put(plan.title(), plan.byHand());
    });
    byHand = hands;
    show();
  }

  private void devices(List<Attachment> now) {
    Map<String, Attachment> next = new LinkedHashMap<>();
    now.stream().filter(one -> !PortRow.quiet(one)).forEach(one -> next.put(one.id(), one));
    boolean others = !next.keySet().equals(known.keySet());
    known.values().removeIf(one -> !next.containsKey(one.id()) && !stays(one));
    known.replaceAll((id, old) -> next.containsKey(id) ? old : gone(old));
    known.putAll(next);
    if (others) {
      safety();
    }
    show();
  }

  /// What was pulled out after a run stays to be seen; what a person took away does not.
  private boolean stays(Attachment one) {
    return runs.containsKey(one.id()) && !one.byHand();
  }

  private static Attachment gone(Attachment old) {
    return new Attachment(
        old.id(),
        old.port(),
        Attachment.State.GONE,
        old.fault(),
        old.hardwareProfile(),
        old.transcript(),
        old.snapshot());
  }

  private void runs(List<Run> now) {
    Map<String, Run> next =
        now.stream().collect(Collectors.toMap(Run::device, Function.identity(), (a, _) -> a));
    Instant at = bench.time().now();
    next.forEach((device, run) -> {
      if (!run.equals(runs.get(device))) {
        heard.put(device, at);
      }
    });
    runs = next;
    show();
  }

  private void jobs(List<JobView> now) {
    Map<String, JobView> next =
        now.stream()
            .filter(job -> !job.device().isEmpty() && blocks(job))
            .collect(Collectors.toMap(JobView::device, Function.identity(), (a, _) -> a));
    boolean ended =
        jobs.values().stream()
            .anyMatch(old -> next.values().stream().noneMatch(job -> job.id().equals(old.id())));
    jobs = next;
    pressed.keySet().retainAll(next.values().stream().map(JobView::id).toList());
    left.keySet().retainAll(next.values().stream().map(JobView::id).toList());
    next.values().forEach(this::leave);
    if (ended) {
      safety();
    }
    show();
  }

  /// Once a run knows that it is to stop, what it asked is left without an answer, so that it ends
  /// as aborted; what its teardown asks then is asked, until it is to stop sooner.
  private void leave(JobView job) {
    if (job.cancelLevel() > left.getOrDefault(job.id(), 0)) {
      left.put(job.id(), job.cancelLevel());
      queue.leave(job.device());
    }
  }

  /// Reading a device again and again is no work that a person waits for.
  private static boolean blocks(JobView job) {
    return job.act().startsWith("acceptance.") || job.act().equals("device.connect");
  }

  private void questions(List<QuestionQueue.Waiting> now) {
    asking = now.stream().map(QuestionQueue.Waiting::device).collect(Collectors.toSet());
    show();
  }

  /// Reads from the log which devices were left unsafe.
  void safety() {
    List<String> all = List.copyOf(known.keySet());
    bench
        .background()
        .run(
            "safety",
            () -> {
              Map<String, Unsafe> found = new HashMap<>();
              all.forEach(id -> source.unsafe(id).ifPresent(left -> found.put(id, left)));
              return found;
            },
            found -> {
              unsafe = found;
              show();
            },
            bench.notices()::tell);
  }

  /// Asks the run of a device to stop; again to escalate. What it waits for stands in the slot when
  /// this returns; the device is asked elsewhere.
  public void abort(String device) {
    JobView job = jobs.get(device);
    if (job == null) {
      return;
    }
    pressed.merge(job.id(), 1, (a, b) -> Math.min(3, a + b));
    show();
    bench
        .background()
        .run(
            "abort",
            () -> {
              source.abort(job.id());
              return job.id();
            },
            _ -> {},
            bench.notices()::tell);
  }

  private void show() {
    List<Slot> now =
        known.values().stream()
            .sorted(Comparator.comparing(SlotsModel::place))
            .map(this::slot)
            .toList();
    if (!now.equals(slots)) {
      slots.setAll(now);
    }
  }

  /// By port, the tenth after the ninth.
  private static String place(Attachment device) {
    return NUMBER
        .matcher(device.port().name())
        .replaceAll(found -> "0".repeat(Math.max(0, 9 - found.group().length())) + found.group());
  }

  private Slot slot(Attachment device) {
    Optional<Run> run = Optional.ofNullable(runs.get(device.id()));
    Optional<JobView> job = Optional.ofNullable(jobs.get(device.id()));
    Instant now = bench.time().now();
    return Slot.of(
        new Slot.Facts(
            device,
            job,
            job.map(each -> pressed.getOrDefault(each.id(), 0)).orElse(0),
            run,
            Duration.between(heard.getOrDefault(device.id(), now), now),
            Optional.ofNullable(unsafe.get(device.id())),
            run.map(each -> byHand.getOrDefault(each.plan(), "")).orElse(""),
            asking.contains(device.id())));
  }

  /// The slots, in the order of the devices.
  public ObservableList<Slot> getSlots() {
    return slots;
  }

  /// The slot of a device.
  public Optional<Slot> slot(String device) {
    return slots.stream().filter(one -> one.device().equals(device)).findFirst();
  }

  /// The devices on the bench.
  List<Attachment> devices() {
    return List.copyOf(known.values());
  }

  /// The newest run of a device in this session.
  public Optional<Run> run(String device) {
    return Optional.ofNullable(runs.get(device));
  }

  /// What was left unsafe of a device.
  public Optional<Unsafe> unsafe(String device) {
    return Optional.ofNullable(unsafe.get(device));
  }

  /// The job at work on a device.
  Optional<JobView> job(String device) {
    return Optional.ofNullable(jobs.get(device)).filter(Objects::nonNull);
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
