package simwright.ui.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import simwright.euicc.InstallationResult;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.identity.Identifier;
import simwright.identity.Imei;
import simwright.job.Job;
import simwright.job.JobView;
import simwright.lpa.ProfileDownload;
import simwright.observe.Subscription;
import simwright.rsp.ActivationCode;
import simwright.ui.frame.FaultWords;
import simwright.ui.fx.Ages;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.FourLines;
import simwright.ui.part.State;

/// A download in five steps: the code, its check, consent, the way of the package into the card,
/// and what came of it. The code is a secret worth a profile: it is held in memory alone, for
/// another try after a failure, and forgotten when it is used up.
public final class DownloadViewModel {
  /// The steps in their order.
  public enum Step {
    /// The activation code is typed or pasted.
    CODE,
    /// The code, the card and the server are checked.
    CHECK,
    /// A person is asked.
    CONSENT,
    /// The package is fetched and loaded.
    DOWNLOAD,
    /// What came of it.
    RESULT
  }

  /// How a step stands, words about it, and a word of its own for how it stands; "" when there is
  /// nothing to say.
  public record Shown(State state, String words, String mark) {
    Shown(State state, String words) {
      this(state, words, "");
    }
  }

  /// The person has put it off, or did not answer: the order stays open, and nothing went wrong.
  private static final Map<FaultCode, String> LATER =
      Map.of(
          new FaultCode("lpa", "postponed"), "download.consent.later",
          new FaultCode("lpa", "no-answer"), "download.consent.late");

  private final Workshop shop;
  private final ProfilesSource source;
  private final ProfilesViewModel screen;
  private final StringProperty code = new SimpleStringProperty("");
  private final StringProperty confirmation = new SimpleStringProperty("");
  private final StringProperty imei = new SimpleStringProperty("");
  private final ObservableList<ProfilesSource.Example> examples =
      FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Map<Step, Shown>> steps = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper again = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<FourLines.Words>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ProfileDownload.Result>> result =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final CodeScan scan;
  private Optional<ActivationCode> read = Optional.empty();
  private Step at = Step.CODE;
  private @Nullable Job<?> job;
  private @Nullable Instant loadingSince;

  DownloadViewModel(Workshop shop, ProfilesSource source, ProfilesViewModel screen) {
    this.shop = shop;
    this.source = source;
    this.screen = screen;
    this.scan = new CodeScan(shop, source::camera, this::scanned);
    code.addListener((_, _, _) -> {
      scan.forget();
      check();
    });
    imei.addListener((_, _, _) -> check());
    check();
  }

  /// A code that was found changes nothing of a download that is under way.
  private void scanned(String text) {
    if (!running.get()) {
      confirmation.set("");
      code.set(text);
    }
  }

  /// Looks for orders that can be tried.
  void refresh() {
    shop.background().run("orders", source::examples, examples::setAll, _ -> examples.clear());
  }

  /// One message for each fault of a code, from the runbook.
  private void check() {
    if (running.get()) {
      return;
    }
    again.set(false);
    if (!code.get().isBlank()) {
      failure.set(Optional.empty());
      result.set(Optional.empty());
    }
    read = Optional.empty();
    Shown first = new Shown(State.IDLE, Text.of("download.code.how"));
    Shown second = new Shown(State.IDLE, "");
    if (!code.get().isBlank()) {
      try {
        ActivationCode good = ActivationCode.read(code.get());
        read = Optional.of(good);
        first = new Shown(State.PASS, "");
        second = new Shown(State.IDLE, about(good));
      } catch (Fault wrong) {
        first = new Shown(State.FAIL, words(wrong.code()));
      }
    }
    if (!imei.get().isBlank() && typedImei().isEmpty()) {
      read = Optional.empty();
      first = new Shown(State.FAIL, Text.of("download.imei.wrong"));
    }
    valid.set(read.isPresent());
    at = Step.CODE;
    Map<Step, Shown> now = idle();
    now.put(Step.CODE, first);
    now.put(Step.CHECK, second);
    steps.set(now);
  }

  /// The IMEI as it was typed; none where it is no IMEI with a right check digit.
  private Optional<Imei> typedImei() {
    try {
      return Optional.of(new Imei(imei.get()))
          .filter(each -> each.check() == Identifier.Check.RIGHT);
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private String words(FaultCode wrong) {
    String meaning = shop.notices().words().meaning(wrong);
    return (meaning.isEmpty() ? Text.of("download.code.wrong") : meaning) + " (" + wrong + ")";
  }

  private static String about(ActivationCode good) {
    return good.confirmationNeeded()
        ? Text.format("download.code.confirmed", DeviceText.literal(good.host()))
        : Text.format("download.code.good", DeviceText.literal(good.host()));
  }

  private static Map<Step, Shown> idle() {
    Map<Step, Shown> all = new EnumMap<>(Step.class);
    for (Step step : Step.values()) {
      all.put(step, new Shown(State.IDLE, ""));
    }
    return all;
  }

  /// Takes an order that can be tried.
  public void take(ProfilesSource.Example example) {
    code.set(example.code());
    confirmation.set(example.confirmation());
  }

  /// Begins.
  public void start() {
    ActivationCode wish = read.orElse(null);
    if (wish == null || running.get()) {
      return;
    }
    Optional<char[]> secret =
        Optional.of(confirmation.get()).filter(text -> !text.isEmpty()).map(String::toCharArray);
    failure.set(Optional.empty());
    again.set(false);
    result.set(Optional.empty());
    share.set(0);
    loadingSince = null;
    running.set(true);
    at = Step.CHECK;
    move(State.BUSY, "");
    Subscription[] watching = new Subscription[1];
    Optional<Job<ProfileDownload.Result>> begun =
        screen.act(
            id -> source.download(id, wish, secret, typedImei()),
            done -> ended(watching, () -> done.ifPresentOrElse(this::show, this::stopped)),
            fault -> ended(watching, () -> over(fault)),
            true);
    begun.ifPresentOrElse(
        started -> {
          job = started;
          watching[0] = shop.bridge().watch(started.view(), this::progress);
        },
        () -> running.set(false));
  }

  private void stopped() {
    move(State.ERROR, Text.of("download.stopped"));
  }

  private void ended(Subscription[] watching, Runnable show) {
    if (watching[0] != null) {
      watching[0].close();
    }
    Job<?> over = job;
    if (over != null) {
      at = step(over.view().get());
    }
    running.set(false);
    job = null;
    show.run();
  }

  /// The stages as the flow names them.
  private void progress(JobView view) {
    if (!running.get() || view.state() != JobView.State.RUNNING) {
      return;
    }
    Step now = step(view);
    at = now;
    if (view.stage().equals("load")) {
      segments(view);
    } else if (now == Step.CONSENT) {
      move(State.WAITING, Text.of("download.consent.asked"));
    } else {
      move(State.BUSY, DeviceText.literal(view.stage()));
    }
  }

  private Step step(JobView view) {
    return switch (view.stage()) {
      case "asking what waits", ProfileDownload.ASKING -> Step.CONSENT;
      case "preparing", "fetching the package", "loading", "load" -> Step.DOWNLOAD;
      default -> at.compareTo(Step.CHECK) > 0 ? at : Step.CHECK;
    };
  }

  private void segments(JobView view) {
    Instant since = loadingSince;
    if (since == null) {
      since = shop.time().now();
      loadingSince = since;
    }
    String left = "";
    if (view.done() > 0) {
      Duration so = Duration.between(since, shop.time().now());
      Duration rest = so.multipliedBy(view.total() - view.done()).dividedBy(view.done());
      left = " · " + Text.format("jobs.left", Ages.length(rest.plusMillis(999)));
    }
    share.set((double) view.done() / Math.max(1, view.total()));
    int now = Math.min(view.done() + 1, view.total());
    move(State.BUSY, Text.format("download.segments", now, view.total()) + left);
  }

  /// What lies before the present step holds, what lies behind it was not begun.
  private void move(State state, String words) {
    mark(new Shown(state, words));
  }

  private void mark(Shown shown) {
    Map<Step, Shown> now = idle();
    for (Step step : Step.values()) {
      if (step.compareTo(at) < 0) {
        now.put(step, new Shown(State.PASS, ""));
      }
    }
    now.put(at, shown);
    steps.set(now);
  }

  private void show(ProfileDownload.Result done) {
    at = Step.RESULT;
    if (done.result() instanceof InstallationResult.Failed failed) {
      fail(
          shop.notices()
              .words()
              .lines(new Fault(failed.code(), Text.of("download.loading"), screen.title())));
      return;
    }
    code.set("");
    confirmation.set("");
    at = Step.RESULT;
    share.set(1);
    result.set(Optional.of(done));
    move(State.PASS, evidence(done));
  }

  private static String evidence(ProfileDownload.Result done) {
    List<String> lines = new ArrayList<>();
    lines.add(Text.format("download.installed", ProfileRow.name(done.announced())));
    lines.add(
        Text.format(
            "download.evidence",
            EuiccFacts.bytes(done.packageBytes()),
            done.result().metadata().number()));
    return String.join("\n", lines);
  }

  /// What a person has chosen is no failure; what was declined cannot be tried again.
  private void over(Fault fault) {
    String later = LATER.get(fault.code());
    if (later != null) {
      mark(new Shown(State.WAITING, Text.of(later), Text.of("download.put-off")));
      again.set(true);
      return;
    }
    fail(shop.notices().words().lines(fault));
    if (fault.code().equals(FaultWords.DECLINED)) {
      mark(new Shown(State.FAIL, "", Text.of("download.declined")));
    }
  }

  private void fail(FourLines.Words words) {
    failure.set(Optional.of(words));
    again.set(true);
    move(State.FAIL, "");
  }

  /// Asks it to stop; again with more haste.
  public void cancel() {
    Job<?> now = job;
    if (now != null) {
      now.cancel();
    }
  }

  /// The code as it is typed.
  public StringProperty codeProperty() {
    return code;
  }

  /// The confirmation code, where the order has one.
  public StringProperty confirmationProperty() {
    return confirmation;
  }

  /// The IMEI to tell the server where the device has none; "" for none.
  public StringProperty imeiProperty() {
    return imei;
  }

  /// Where a code is found that nobody types.
  public CodeScan getScan() {
    return scan;
  }

  /// Orders that can be tried.
  public ObservableList<ProfilesSource.Example> getExamples() {
    return examples;
  }

  /// How each step stands.
  public ReadOnlyObjectProperty<Map<Step, Shown>> stepsProperty() {
    return steps.getReadOnlyProperty();
  }

  /// How a step stands.
  public Shown step(Step step) {
    return steps.get().getOrDefault(step, new Shown(State.IDLE, ""));
  }

  /// How much of the package is in the card, of 1.
  public ReadOnlyDoubleProperty shareProperty() {
    return share.getReadOnlyProperty();
  }

  /// Whether it is under way.
  public boolean isRunning() {
    return running.get();
  }

  /// Whether it is under way.
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// Whether the code in the field was begun with and came to no end.
  public ReadOnlyBooleanProperty againProperty() {
    return again.getReadOnlyProperty();
  }

  /// Whether the code can be used.
  public ReadOnlyBooleanProperty validProperty() {
    return valid.getReadOnlyProperty();
  }

  /// What went wrong.
  public ReadOnlyObjectProperty<Optional<FourLines.Words>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /// What was installed.
  public ReadOnlyObjectProperty<Optional<ProfileDownload.Result>> resultProperty() {
    return result.getReadOnlyProperty();
  }
}
