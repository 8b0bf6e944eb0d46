package simwright.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import simwright.ask.Attendant;
import simwright.euicc.MemoryReset;
import simwright.euicc.ProfileInfo;
import simwright.identity.Iccid;
import simwright.identity.Imei;
import simwright.job.CardActs;
import simwright.job.Job;
import simwright.lab.BenchFile;
import simwright.lpa.CardReading;
import simwright.lpa.Discovery;
import simwright.lpa.Intent;
import simwright.lpa.Outbox;
import simwright.lpa.ProfileDownload;
import simwright.lpa.ProvenSwitch;
import simwright.lpa.Reconciliation.Settled;
import simwright.observe.Signal;
import simwright.rsp.ActivationCode;
import simwright.rsp.qr.Camera;
import simwright.ui.profile.KeptCard;
import simwright.ui.profile.ProfilesSource;

/// What the profiles screen can have done with the card in a device.
final class ScreenProfiles implements ProfilesSource {
  private final OpenData data;
  private final Supplier<Optional<Path>> bench;
  private final Supplier<Attendant> attendant;
  private final Supplier<Camera> camera;
  private final Supplier<Optional<KeptCard>> kept;
  private final Signal<Settled> settled = new Signal<>();

  ScreenProfiles(
      OpenData data,
      Supplier<Optional<Path>> bench,
      Supplier<Attendant> attendant,
      Supplier<Camera> camera,
      Supplier<Optional<KeptCard>> kept) {
    this.data = data;
    this.bench = bench;
    this.attendant = attendant;
    this.camera = camera;
    this.kept = kept;
  }

  /// As the servers are reached now; what cards say of earlier acts goes to one signal.
  private CardActs cards() {
    CardActs now = data.cards();
    var unused = now.settled().subscribe(settled::emit);
    return now;
  }

  @Override
  public Optional<KeptCard> kept(String device) {
    return kept.get();
  }

  @Override
  public List<Intent> left() {
    return data.cards().left();
  }

  @Override
  public Signal<Settled> settled() {
    return settled;
  }

  @Override
  public Job<CardReading> read(String device) {
    return cards().read(device, attendant.get());
  }

  @Override
  public Job<ProvenSwitch.Outcome> enable(String device, Iccid profile) {
    return cards().enable(device, profile, attendant.get());
  }

  @Override
  public Job<ProfileInfo> disable(String device, Iccid profile) {
    return cards().disable(device, profile, attendant.get());
  }

  @Override
  public Job<ProfileInfo> rename(String device, Iccid profile, String name) {
    return cards().rename(device, profile, name, attendant.get());
  }

  @Override
  public Job<Boolean> delete(String device, Iccid profile) {
    return cards().delete(device, profile, attendant.get());
  }

  @Override
  public Job<ProfileDownload.Result> download(
      String device, ActivationCode code, Optional<char[]> confirmation, Optional<Imei> imei) {
    return cards().download(device, code, confirmation, imei, attendant.get());
  }

  @Override
  public Job<List<Outbox.Told>> send(String device) {
    return cards().send(device, attendant.get());
  }

  @Override
  public Job<List<Outbox.Told>> send(String device, int number) {
    return cards().send(device, number, attendant.get());
  }

  @Override
  public Job<Optional<String>> defaultServer(String device, String address) {
    return cards().defaultServer(device, address, attendant.get());
  }

  @Override
  public Job<Boolean> reset(String device, Set<MemoryReset.What> what) {
    return cards().reset(device, what, attendant.get());
  }

  @Override
  public Job<List<Discovery.Found>> discover(String device, List<String> others) {
    return cards().discover(device, others, attendant.get());
  }

  @Override
  public Job<Boolean> remove(String device, int number) {
    return cards().remove(device, number, attendant.get());
  }

  @Override
  public List<Example> examples() {
    return bench.get().map(BenchFile::read).stream()
        .flatMap(found -> found.orders().stream())
        .map(order -> new Example(order.profile(), order.code(), order.confirmationCode()))
        .toList();
  }

  @Override
  public Camera camera() {
    return camera.get();
  }
}
