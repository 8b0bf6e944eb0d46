package simwright.ui.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import simwright.acceptance.RunHeader;
import simwright.ask.Attendant;
import simwright.job.Job;
import simwright.job.JobRequest;
import simwright.job.Jobs;
import simwright.time.HandTime;
import simwright.time.SystemTime;
import simwright.ui.DemoParts;
import simwright.ui.Lane;
import simwright.ui.frame.Navigation;
import simwright.ui.frame.Notices;
import simwright.ui.frame.QuestionQueue;
import simwright.ui.fx.Background;
import simwright.ui.part.State;

/// The models of a made-up bench, used on one thread that stands for the screen's own.
final class Bench implements AutoCloseable {
  final HandTime time = new HandTime();
  final DemoParts demo = new DemoParts(time);
  final Navigation navigation = new Navigation();
  final Lane lane = new Lane();
  final Notices notices = new Notices(lane.bridge(), demo);
  private final SystemTime real = new SystemTime();

  /// Its questions wait as long as they say.
  final QuestionQueue queue = new QuestionQueue(real);

  final AcceptanceViewModel model;

  Bench() throws Exception {
    this(Background.atOnce());
  }

  Bench(Background background) throws Exception {
    navigation.deviceProperty().set("ec25");
    model =
        lane.get(() ->
            new AcceptanceViewModel(
                new Workbench(lane.bridge(), background, time, navigation, notices, demo),
                demo,
                demo.tests,
                queue));
  }

  /// Does something as a person does it, after all that was told before was shown.
  void on(Runnable act) throws Exception {
    lane.run(act);
  }

  /// What stands there after all that was told before was shown.
  <T> T get(Callable<T> what) throws Exception {
    return lane.get(what);
  }

  Slot slot(String device) throws Exception {
    return get(() -> model.getSlots().slot(device).orElseThrow());
  }

  Job<?> job(String device, Jobs.Body<?> body) {
    return demo.jobs.start(JobRequest.of(AcceptanceSource.RUN, device), Attendant.absent(), body);
  }

  /// The same run as far as its first steps, with twelve seconds left.
  static AcceptanceSource.Run underWay(AcceptanceSource.Run done, String id, int steps) {
    return new AcceptanceSource.Run(
        id,
        done.plan(),
        done.device(),
        true,
        done.started(),
        Optional.empty(),
        "",
        "",
        "",
        RunHeader.NONE,
        new AcceptanceSource.Progress("Network", steps, 4, Optional.of(Duration.ofSeconds(12))),
        done.steps().subList(0, steps),
        List.of());
  }

  /// A finished run of a device under an asset tag.
  static AcceptanceSource.Run ended(
      AcceptanceSource.Run done, String device, State verdict, String tag) {
    return new AcceptanceSource.Run(
        "run-" + device,
        done.plan(),
        device,
        true,
        done.started(),
        Optional.of(verdict),
        verdict.word(),
        "",
        "",
        new RunHeader("", "", tag, "", "", "", "", "", ""),
        AcceptanceSource.Progress.OVER,
        done.steps(),
        List.of());
  }

  @Override
  public void close() throws Exception {
    on(model::close);
    lane.close();
    real.close();
  }
}
