package simwright.ui.profile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import simwright.euicc.MemoryReset;
import simwright.euicc.ProfileInfo;
import simwright.identity.Iccid;
import simwright.identity.Imei;
import simwright.job.Job;
import simwright.lpa.CardReading;
import simwright.lpa.Discovery;
import simwright.lpa.Intent;
import simwright.lpa.Outbox;
import simwright.lpa.ProfileDownload;
import simwright.lpa.ProvenSwitch;
import simwright.lpa.Reconciliation;
import simwright.observe.Signal;
import simwright.rsp.ActivationCode;
import simwright.rsp.qr.Camera;

/// What the profiles screen needs of the card in a device. Each act is a job; what it needs of a
/// person it asks for itself.
public interface ProfilesSource {
  /// An order of a simulated server: what it is for, its activation code, and its confirmation
  /// code, "" where it has none.
  record Example(String words, String code, String confirmation) {}

  /// Reads the card.
  Job<CardReading> read(String device);

  /// Enables a profile and proves it.
  Job<ProvenSwitch.Outcome> enable(String device, Iccid profile);

  /// Disables the profile in use.
  Job<ProfileInfo> disable(String device, Iccid profile);

  /// Gives a profile another nickname.
  Job<ProfileInfo> rename(String device, Iccid profile, String name);

  /// Deletes a profile after a typed confirmation.
  Job<Boolean> delete(String device, Iccid profile);

  /// Downloads and installs a profile after consent; the IMEI is for a device that tells none.
  Job<ProfileDownload.Result> download(
      String device, ActivationCode code, Optional<char[]> confirmation, Optional<Imei> imei);

  /// Tells servers what the card has to tell.
  Job<List<Outbox.Told>> send(String device);

  /// Tells a server one of the things that the card has to tell.
  Job<List<Outbox.Told>> send(String device, int number);

  /// Names the server that is asked where no code names one, "" for none; tells which it was.
  Job<Optional<String>> defaultServer(String device, String address);

  /// Takes everything of these kinds off the card after a typed confirmation.
  Job<Boolean> reset(String device, Set<MemoryReset.What> what);

  /// Asks discovery servers what waits for the card: those named, or those that it knows.
  Job<List<Discovery.Found>> discover(String device, List<String> others);

  /// Takes a notification off the card that no server took, after a typed confirmation.
  Job<Boolean> remove(String device, int number);

  /// What a bundle holds of the card in a device that is not here; empty for one that is.
  Optional<KeptCard> kept(String device);

  /// What was begun on cards by programs that are gone and has no known end. Reads the log.
  List<Intent> left();

  /// What cards say of such acts when they are read.
  Signal<Reconciliation.Settled> settled();

  /// Orders that can be tried without an operator; none without a simulated bench. Reads a file.
  List<Example> examples();

  /// Opens the camera of this computer.
  Camera camera();
}
