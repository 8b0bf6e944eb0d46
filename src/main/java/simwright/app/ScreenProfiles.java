package simwright.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import simwright.ask.Attendant;
import simwright.euicc.ProfileInfo;
import simwright.identity.Iccid;
import simwright.job.Job;
import simwright.lab.BenchFile;
import simwright.lpa.CardReading;
import simwright.lpa.Outbox;
import simwright.lpa.ProfileDownload;
import simwright.lpa.ProvenSwitch;
import simwright.rsp.ActivationCode;
import simwright.ui.profile.ProfilesSource;

/// What the profiles screen can have done with the card in a device.
final class ScreenProfiles implements ProfilesSource {
  private final OpenData data;
  private final Supplier<Optional<Path>> bench;
  private final Supplier<Attendant> attendant;

  ScreenProfiles(OpenData data, Supplier<Optional<Path>> bench, Supplier<Attendant> attendant) {
    this.data = data;
    this.bench = bench;
    this.attendant = attendant;
  }

  @Override
  public Job<CardReading> read(String device) {
    return data.cards().read(device, attendant.get());
  }

  @Override
  public Job<ProvenSwitch.Outcome> enable(String device, Iccid profile) {
    return data.cards().enable(device, profile, attendant.get());
  }

  @Override
  public Job<ProfileInfo> disable(String device, Iccid profile) {
    return data.cards().disable(device, profile, attendant.get());
  }

  @Override
  public Job<ProfileInfo> rename(String device, Iccid profile, String name) {
    return data.cards().rename(device, profile, name, attendant.get());
  }

  @Override
  public Job<Boolean> delete(String device, Iccid profile) {
    return data.cards().delete(device, profile, attendant.get());
  }

  @Override
  public Job<ProfileDownload.Result> download(
      String device, ActivationCode code, Optional<char[]> confirmation) {
    return data.cards().download(device, code, confirmation, attendant.get());
  }

  @Override
  public Job<List<Outbox.Told>> send(String device) {
    return data.cards().send(device, attendant.get());
  }

  @Override
  public Job<Boolean> remove(String device, int number) {
    return data.cards().remove(device, number, attendant.get());
  }

  @Override
  public List<Example> examples() {
    return bench.get().map(BenchFile::read).stream()
        .flatMap(found -> found.orders().stream())
        .map(order -> new Example(order.profile(), order.code(), order.confirmationCode()))
        .toList();
  }
}
