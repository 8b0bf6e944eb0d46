package simwright.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Monitor;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Watch;
import simwright.device.Device;
import simwright.device.Polled;
import simwright.device.Snapshot;
import simwright.time.Time;
import simwright.transcript.TranscriptRange;

/// Watches a device in the background of a run: reads it every so often, whenever no step has it,
/// and judges at the end what was read.
final class Watching implements AutoCloseable {
  private static final Duration ENDS = Duration.ofMinutes(3);
  private static final String PHASE = "monitor";

  /// How soon to look again where a step had the device.
  private static final Duration AGAIN = Duration.ofMillis(500);

  private final RunUnderWay run;
  private final Device device;
  private final StepRunner runner;
  private final Time time;
  private final List<Watched> all;
  private final long from;
  private final String file;
  private boolean stopped;
  private boolean over;

  /// A step that changes the device was begun, and it has not been seen registered since.
  private boolean unsettled = true;

  private Watching(RunUnderWay run, Device device, StepRunner runner, List<Monitor> monitors) {
    this.run = run;
    this.device = device;
    this.runner = runner;
    this.time = run.time();
    this.all = monitors.stream().map(Watched::new).toList();
    this.from = device.position();
    this.file = device.since(from).file();
  }

  /// Begins; nothing is started where nothing is to be watched.
  static Watching begin(RunUnderWay run, Device device, StepRunner runner, List<Monitor> monitors) {
    Watching watching = new Watching(run, device, runner, monitors);
    if (monitors.isEmpty()) {
      watching.over = true;
    } else {
      run.watch(watching::stirred);
      Thread unused = watching.time.start("watching run " + run.id(), watching::watch);
    }
    return watching;
  }

  /// Ends, and keeps what was read with its judgement.
  @Override
  public void close() {
    synchronized (this) {
      stopped = true;
      notifyAll();
      boolean ended = time.await(this, () -> over, time.deadline(ENDS));
      if (!ended) {
        throw new IllegalStateException("what watches run " + run.id() + " came to no end");
      }
    }
    for (int i = 0; i < all.size(); i++) {
      run.watched(judged(all.get(i), i), all.get(i).samples());
    }
  }

  private synchronized void stirred() {
    unsettled = true;
  }

  private void watch() {
    try {
      while (true) {
        Duration wait =
            all.stream()
                .map(each -> each.due.minus(run.sinceStart()))
                .min(Duration::compareTo)
                .orElse(ENDS);
        synchronized (this) {
          boolean ends =
              time.await(
                  this, () -> stopped, time.deadline(wait.isNegative() ? Duration.ZERO : wait));
          if (ends) {
            return;
          }
        }
        read();
      }
    } finally {
      synchronized (this) {
        over = true;
        notifyAll();
      }
    }
  }

  /// Reads what is due; while a step has the device, nothing is read.
  private void read() {
    Duration now = run.sinceStart();
    Polled polled = device.poll();
    Snapshot read = device.view().get().snapshot();
    boolean fresh = polled == Polled.CHANGED || polled == Polled.SAME;
    synchronized (this) {
      boolean registered = read.registered();
      for (Watched each : all) {
        if (each.due.compareTo(now) <= 0) {
          each.due = now.plus(fresh ? each.monitor.every() : AGAIN);
          if (fresh) {
            each.take(read, now.toMillis(), registered, unsettled);
          }
        }
      }
      if (fresh && registered) {
        unsettled = false;
      }
    }
  }

  private StepRecord judged(Watched each, int number) {
    Monitor monitor = each.monitor;
    Map<String, Double> values = each.values();
    List<Measured> measured =
        monitor.limits().stream()
            .map(limit -> new Measured(limit, Optional.ofNullable(values.get(limit.name()))))
            .toList();
    TranscriptRange said = device.since(from);
    TranscriptRange range = said.file().equals(file) ? said : device.since(0);
    boolean nothing = range.to() <= range.from();
    return new StepRecord(
        monitor.id(),
        monitor.watch().key(),
        monitor.title(),
        Place.in(PHASE, PHASE + "/" + number),
        Outcome.PASS,
        each.read.size()
            + " readings, every "
            + Limit.number(monitor.every().toMillis() / 1000.0)
            + " s where the device was free",
        Optional.empty(),
        measured,
        Duration.ZERO,
        run.sinceStart(),
        nothing ? TranscriptRange.NONE : range,
        nothing ? "" : runner.sha256(range));
  }

  /// One monitor and what it has read.
  private static final class Watched {
    private final Monitor monitor;
    private final List<Long> millis = new ArrayList<>();
    private final List<Double> read = new ArrayList<>();
    private Duration due = Duration.ZERO;
    private boolean was;

    Watched(Monitor monitor) {
      this.monitor = monitor;
    }

    void take(Snapshot now, long at, boolean registered, boolean unsettled) {
      OptionalDouble value = value(now, registered, unsettled);
      if (value.isPresent()) {
        millis.add(at);
        read.add(value.getAsDouble());
      }
      was = registered;
    }

    /// For registration: 1 where it was lost since the last reading, though no step meant that.
    private OptionalDouble value(Snapshot now, boolean registered, boolean unsettled) {
      return switch (monitor.watch()) {
        case SIGNAL -> of(Optional.ofNullable(now.signal().get("rsrp")));
        case TEMPERATURE -> of(now.temperatureCelsius().value());
        case SUPPLY -> of(now.supplyVolts().value());
        case BATTERY -> of(now.batteryPercent().value().map(Integer::doubleValue));
        case REGISTRATION -> OptionalDouble.of(was && !registered && !unsettled ? 1 : 0);
      };
    }

    private static OptionalDouble of(Optional<Double> value) {
      return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    /// What is measured of it; nothing but the number of readings where there were none.
    Map<String, Double> values() {
      Map<String, Double> all = new LinkedHashMap<>();
      all.put("samples", (double) read.size());
      if (read.isEmpty()) {
        return all;
      }
      double least = read.stream().min(Double::compare).orElseThrow();
      double most = read.stream().max(Double::compare).orElseThrow();
      double sum = read.stream().mapToDouble(each -> each).sum();
      switch (monitor.watch()) {
        case SIGNAL -> {
          all.put("rsrp-min", least);
          all.put("rsrp-mean", Math.round(sum / read.size() * 10) / 10.0);
        }
        case TEMPERATURE -> all.put("celsius-max", most);
        case SUPPLY -> all.put("volts-min", least);
        case BATTERY -> all.put("percent-min", least);
        case REGISTRATION -> all.put("losses", sum);
      }
      return all;
    }

    List<Samples> samples() {
      return read.isEmpty()
          ? List.of()
          : List.of(
              new Samples(
                  monitor.id(), monitor.title(), unit(), List.copyOf(millis), List.copyOf(read)));
    }

    private String unit() {
      return switch (monitor.watch()) {
        case SIGNAL -> "dBm";
        case TEMPERATURE -> "°C";
        case SUPPLY -> "V";
        case BATTERY -> "%";
        case REGISTRATION -> Watch.REGISTRATION.measures().getOrDefault("losses", "times");
      };
    }
  }
}
