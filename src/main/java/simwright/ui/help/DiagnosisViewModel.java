package simwright.ui.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import simwright.device.Attachment;
import simwright.device.Devices;
import simwright.device.Rung;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.job.Job;
import simwright.observe.Subscription;
import simwright.ui.frame.Navigation;
import simwright.ui.frame.Notices;
import simwright.ui.fx.Bridge;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Subscriptions;
import simwright.ui.fx.Text;

/// Guided diagnosis of the chosen device: from the bottom rung up, what each one asks, what was
/// found, and at the first that does not hold what to do next.
public final class DiagnosisViewModel implements Subscription {
  private final Navigation navigation;
  private final Notices notices;
  private final Function<String, Job<?>> climb;
  private final ObservableList<Finding> findings = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper conclusion = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private final Subscriptions subscriptions = new Subscriptions();
  private List<Attachment> devices = List.of();

  /// One rung: what was asked and found; `next` is "" but at the first that does not hold.
  public record Finding(Rung rung, String next) {}

  /// Follows the chosen device; `climb` reads everything again.
  public DiagnosisViewModel(
      Bridge bridge,
      Devices devices,
      Navigation navigation,
      Notices notices,
      Function<String, Job<?>> climb) {
    this.navigation = navigation;
    this.notices = notices;
    this.climb = climb;
    navigation.deviceProperty().addListener((_, _, _) -> show());
    subscriptions.add(
        bridge.watch(
            devices.all(),
            all -> {
              this.devices = all;
              show();
            }));
  }

  private void show() {
    Optional<Attachment> chosen =
        devices.stream().filter(one -> one.id().equals(navigation.getDevice())).findFirst();
    ready.set(chosen.filter(one -> one.state() == Attachment.State.CONNECTED).isPresent());
    List<Finding> now = new ArrayList<>();
    boolean good = true;
    for (Rung rung : chosen.map(one -> one.snapshot().ladder()).orElse(List.of())) {
      boolean stuck = good && rung.state() != Rung.State.PASSED && !bystander(rung);
      now.add(new Finding(rung, stuck ? next(rung) : ""));
      good &= !stuck;
    }
    if (!now.equals(findings)) {
      findings.setAll(now);
    }
    conclusion.set(conclusion(chosen, now, good));
  }

  /// A card that is no eUICC, or was not asked, serves as well.
  private static boolean bystander(Rung rung) {
    return rung.step() == Rung.Step.EUICC;
  }

  private String next(Rung rung) {
    String known = rung.code().map(notices.words()::next).orElse("");
    return known.isEmpty() && rung.state() == Rung.State.NOT_REACHED
        ? Text.of("diagnosis.not-asked")
        : known;
  }

  private static String conclusion(Optional<Attachment> chosen, List<Finding> now, boolean good) {
    String title = chosen.map(one -> DeviceText.literal(one.title())).orElse("");
    if (title.isEmpty()) {
      return Text.of("diagnosis.none");
    }
    if (now.isEmpty()) {
      return Text.format("diagnosis.unknown", title);
    }
    return Text.format(good ? "diagnosis.good" : "diagnosis.stuck", title);
  }

  /// Reads everything again and climbs to the ping.
  public void again() {
    try {
      notices.follow(climb.apply(navigation.getDevice()));
    } catch (Fault refused) {
      notices.tell(refused);
    }
  }

  /// What the runbook says about a code.
  public String meaning(FaultCode code) {
    return notices.words().meaning(code);
  }

  /// The rungs from the bottom up.
  public ObservableList<Finding> getFindings() {
    return findings;
  }

  /// How the device does, in a sentence.
  public String getConclusion() {
    return conclusion.get();
  }

  /// How the device does, in a sentence.
  public ReadOnlyStringProperty conclusionProperty() {
    return conclusion.getReadOnlyProperty();
  }

  /// Whether the device can be read again.
  public boolean isReady() {
    return ready.get();
  }

  /// Whether the device can be read again.
  public ReadOnlyBooleanProperty readyProperty() {
    return ready.getReadOnlyProperty();
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
