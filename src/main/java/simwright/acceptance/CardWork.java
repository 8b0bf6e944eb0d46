package simwright.acceptance;

import java.util.List;
import java.util.Optional;
import simwright.ask.Cancel;
import simwright.fault.Fault;
import simwright.identity.Iccid;
import simwright.time.Deadline;

/// What a run does with the eUICC of its device, by the same acts as a person: each stands in the
/// log as one of its own, is bounded by the step's deadline and ends when the run is stopped.
public interface CardWork {
  /// What stands on the card: how many profiles, which is in use, how many notifications wait, the
  /// free memory in bytes, and how many switches more it may be put to now.
  record Reading(
      int profiles, Optional<Iccid> inUse, int notifications, long free, int switchesLeft) {}

  /// What came of a download: the profile where it was installed, its name, and the bytes of the
  /// package.
  record Downloaded(boolean installed, Optional<Iccid> profile, String name, int packageBytes) {}

  /// What came of a switch: whether it was proven, what is missing where it was not, and what
  /// nobody could prove.
  record Switched(boolean proven, String missing, List<String> unproven) {}

  /// What came of telling servers: how much was told, and how much of it still waits.
  record Told(int all, int waiting) {}

  /// Reads the card; what earlier acts left open on it is settled first.
  Reading read(Deadline deadline, Cancel cancel);

  /// Downloads a profile. The plan consents.
  Downloaded download(TestOrder order, Deadline deadline, Cancel cancel);

  /// Enables a profile and proves it.
  Switched enable(Iccid iccid, Deadline deadline, Cancel cancel);

  /// Disables a profile.
  void disable(Iccid iccid, Deadline deadline, Cancel cancel);

  /// Deletes a profile that the run itself downloaded.
  void delete(Iccid iccid, Deadline deadline, Cancel cancel);

  /// Tells servers what the card has to tell.
  Told tell(Deadline deadline, Cancel cancel);

  /// A run that has nothing to do with a card: each act is refused with `acceptance/no-card`.
  static CardWork none() {
    return new CardWork() {
      private Fault refused(String doing) {
        return new Fault(AcceptanceCodes.NO_CARD, doing, "");
      }

      @Override
      public Reading read(Deadline deadline, Cancel cancel) {
        throw refused("reading the card");
      }

      @Override
      public Downloaded download(TestOrder order, Deadline deadline, Cancel cancel) {
        throw refused("downloading a profile");
      }

      @Override
      public Switched enable(Iccid iccid, Deadline deadline, Cancel cancel) {
        throw refused("enabling a profile");
      }

      @Override
      public void disable(Iccid iccid, Deadline deadline, Cancel cancel) {
        throw refused("disabling a profile");
      }

      @Override
      public void delete(Iccid iccid, Deadline deadline, Cancel cancel) {
        throw refused("deleting a profile");
      }

      @Override
      public Told tell(Deadline deadline, Cancel cancel) {
        throw refused("telling servers");
      }
    };
  }
}
