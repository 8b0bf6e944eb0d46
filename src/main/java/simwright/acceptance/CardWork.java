package simwright.acceptance;

import java.util.List;
import java.util.Optional;
import simwright.ask.Cancel;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.identity.Iccid;
import simwright.lpa.CardReading;
import simwright.lpa.Outbox;
import simwright.lpa.ProfileDownload;
import simwright.lpa.ProvenSwitch;
import simwright.time.Deadline;

/// What a run does with the eUICC of its device, by the same acts as a person: each stands in the
/// log as one of its own, is bounded by the step's deadline and ends when the run is stopped.
public interface CardWork {
  /// Reads the card; what earlier acts left open on it is settled first.
  CardReading read(Deadline deadline, Cancel cancel);

  /// Downloads a profile. The plan consents.
  ProfileDownload.Result download(TestOrder order, Deadline deadline, Cancel cancel);

  /// Enables a profile and proves it.
  ProvenSwitch.Outcome enable(Iccid iccid, Deadline deadline, Cancel cancel);

  /// Disables a profile.
  ProfileInfo disable(Iccid iccid, Deadline deadline, Cancel cancel);

  /// Deletes a profile that the run itself downloaded.
  boolean delete(Iccid iccid, Deadline deadline, Cancel cancel);

  /// Tells servers what the card has to tell.
  List<Outbox.Told> tell(Deadline deadline, Cancel cancel);

  /// A run that has nothing to do with a card: each act is refused with `acceptance/no-card`.
  static CardWork none() {
    return new CardWork() {
      private Fault refused(String doing) {
        return new Fault(AcceptanceCodes.NO_CARD, doing, "");
      }

      @Override
      public CardReading read(Deadline deadline, Cancel cancel) {
        throw refused("reading the card");
      }

      @Override
      public ProfileDownload.Result download(TestOrder order, Deadline deadline, Cancel cancel) {
        throw refused("downloading a profile");
      }

      @Override
      public ProvenSwitch.Outcome enable(Iccid iccid, Deadline deadline, Cancel cancel) {
        throw refused("enabling a profile");
      }

      @Override
      public ProfileInfo disable(Iccid iccid, Deadline deadline, Cancel cancel) {
        throw refused("disabling a profile");
      }

      @Override
      public boolean delete(Iccid iccid, Deadline deadline, Cancel cancel) {
        throw refused("deleting a profile");
      }

      @Override
      public List<Outbox.Told> tell(Deadline deadline, Cancel cancel) {
        throw refused("telling servers");
      }
    };
  }

  /// The profile in use, where there is one.
  static Optional<ProfileInfo> inUse(CardReading card) {
    return card.profiles().stream()
        .filter(each -> each.state().filter(ProfileInfo.State.ENABLED::equals).isPresent())
        .findFirst();
  }
}
