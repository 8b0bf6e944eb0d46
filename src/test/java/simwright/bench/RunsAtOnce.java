package simwright.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import simwright.acceptance.Engine;
import simwright.acceptance.Rig;
import simwright.acceptance.Run;
import simwright.acceptance.RunHeader;
import simwright.acceptance.RunOrder;
import simwright.acceptance.RunTools;
import simwright.acceptance.StepRecord;
import simwright.acceptance.plan.Plan;
import simwright.acceptance.plan.Plans;
import simwright.acceptance.step.Steps;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.device.Device;
import simwright.fault.Fault;
import simwright.lab.Disturbance;

/// Sixteen devices under one engine: how long a step of the others waits for its turn when one of
/// them says nothing any more, against how long when all answer, in blocks that alternate.
final class RunsAtOnce {
  private static final int DEVICES = 16;
  private static final int BLOCKS = 3;
  private static final String HUNG = "ec25-1";

  private static final Plan PLAN =
      Plans.read(
          """
          name: many
          title: Many
          setup: [{kind: connect, title: Connect, within_s: 60}]
          main:
            - repeat:
                times: 60
                steps:
                  - {kind: sim, title: Card, within_s: 10}
                  - {kind: functionality, title: Radio on, with: {level: 1}, within_s: 10}
          safe_state:
            title: The radio is on
            by_hand: Switch it off and on again.
            steps: [{kind: functionality, title: Radio on, with: {level: 1}, within_s: 10}]
          """,
          "many.yaml",
          Steps.all());

  private RunsAtOnce() {}

  static List<Figure> figures() throws IOException, InterruptedException {
    Path folder = Scratch.folder("runs");
    List<Double> well = new ArrayList<>();
    List<Double> hung = new ArrayList<>();
    try (Rig rig = new Rig(folder)) {
      List<Device> devices = rig.many(DEVICES);
      devices.forEach(device -> device.connect(new Cancel()));
      Engine engine = new Engine(Steps.all(), rig.book, rig.transcripts, rig.time);
      for (int block = 0; block <= BLOCKS; block++) {
        String mark = "b" + block;
        rig.bench.disturb(HUNG, new Disturbance.Faults(""));
        List<Double> calm = waits(rig, engine, devices, mark + "w");
        rig.bench.disturb(HUNG, new Disturbance.Faults("silence:3600"));
        List<Double> stuck = waits(rig, engine, devices, mark + "h");
        // the first one warms up
        if (block > 0) {
          well.addAll(calm);
          hung.addAll(stuck);
        }
      }
    } finally {
      Scratch.delete(folder);
    }
    double calm = high(well);
    double stuck = high(hung);
    return List.of(
        Figure.reported("wait between steps, 16 devices, 99 of 100", calm, "ms"),
        Figure.reported("the same where one of them hangs", stuck, "ms"),
        Figure.atMost(50, "what the hung one adds, 99 of 100", stuck - calm, "ms"));
  }

  /// Milliseconds from the end of one step to the beginning of the next, of all devices but the one
  /// that may hang.
  private static List<Double> waits(Rig rig, Engine engine, List<Device> devices, String mark)
      throws InterruptedException {
    List<Double> all = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch over = new CountDownLatch(devices.size() - 1);
    Cancel leave = new Cancel();
    CountDownLatch left = new CountDownLatch(1);
    for (Device device : devices) {
      boolean watched = !device.id().endsWith("/" + HUNG);
      Thread unused =
          rig.time.start(
              "run on " + device.id(),
              () -> {
                try {
                  Run run = engine.run(order(mark, device, watched ? new Cancel() : leave));
                  if (watched) {
                    all.addAll(gaps(run.steps()));
                  }
                } catch (Fault fault) {
                  throw new IllegalStateException(fault.code().toString(), fault);
                } finally {
                  (watched ? over : left).countDown();
                }
              });
    }
    boolean came = over.await(5, TimeUnit.MINUTES);
    leave.request();
    leave.request();
    leave.request();
    came &= left.await(2, TimeUnit.MINUTES);
    if (!came) {
      throw new IllegalStateException("the runs came to no end");
    }
    return all;
  }

  private static RunOrder order(String mark, Device device, Cancel cancel) {
    String name = device.id().substring(device.id().lastIndexOf('/') + 1);
    return new RunOrder(
        mark + name,
        PLAN,
        device,
        "benchmark",
        RunHeader.NONE,
        RunTools.none(),
        Attendant.absent(),
        cancel,
        view -> {});
  }

  private static List<Double> gaps(List<StepRecord> steps) {
    List<Double> all = new ArrayList<>();
    for (int i = 1; i < steps.size(); i++) {
      Duration end = steps.get(i - 1).at().plus(steps.get(i - 1).took());
      all.add((double) steps.get(i).at().minus(end).toMillis());
    }
    return all;
  }

  private static double high(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * 0.99)));
  }
}
