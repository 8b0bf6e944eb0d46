package simwright.acceptance;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import simwright.ask.Cancel;
import simwright.ask.Progress;
import simwright.failover.OnCard;
import simwright.fault.FaultCode;
import simwright.identity.Iccid;
import simwright.lpa.CardQuestion;
import simwright.time.Deadline;

/// What a run does with the eUICC of its device, by the same acts as a person: each stands in the
/// log as one of its own, is bounded by the step's deadline and ends when the run is stopped.
public interface CardWork {
  /// What stands on the card: its profiles, which is in use, how many notifications wait, the free
  /// memory in bytes, how many switches more it may be put to now, and what it says of itself.
  record Reading(
      List<Profile> all,
      Optional<Iccid> inUse,
      int notifications,
      long free,
      int switchesLeft,
      About about) {
    /// How many profiles there are.
    public int profiles() {
      return all.size();
    }

    /// What a run must leave as it was.
    public RunTools.There there() {
      return new RunTools.There(
          all.stream().flatMap(each -> each.iccid().stream()).collect(Collectors.toSet()),
          about.defaultServer());
    }
  }

  /// A profile on the card: its name as people see it, as what it stands for selections, whether it
  /// is in use, and what its policy rules forbid.
  record Profile(
      Optional<Iccid> iccid,
      String name,
      Optional<OnCard> selectable,
      boolean enabled,
      boolean mayNotDisable,
      boolean mayNotDelete) {}

  /// What the card says of itself: the version of the standard, its firmware, whether the check
  /// digits of its EID are right, the number of roots it verifies with, the default server (""
  /// where it names none) and the discovery server.
  record About(
      String version,
      String firmware,
      boolean eidRight,
      int roots,
      String defaultServer,
      String discovery) {}

  /// What came of a download: the profile where it was installed, its name, the bytes of the
  /// package, and why the card did not install it.
  record Downloaded(
      boolean installed,
      Optional<Iccid> profile,
      String name,
      int packageBytes,
      Optional<FaultCode> refused) {}

  /// What came of a switch: whether it was proven, what is missing where it was not, and what
  /// nobody could prove.
  record Switched(boolean proven, String missing, List<String> unproven) {}

  /// What came of telling servers: how much was told, and how much of it still waits.
  record Told(int all, int waiting) {}

  /// What discovery servers said: how many were asked, which events wait, each by a fingerprint
  /// that tells it from others and nothing else, and why one of them said nothing.
  record Discovered(int servers, Set<String> events, Optional<FaultCode> failed) {}

  /// Reads the card; what earlier acts left open on it is settled first.
  Reading read(Deadline deadline, Cancel cancel);

  /// What a plan says when a download asks.
  enum Consent {
    /// It is wanted.
    YES,
    /// Also where the package is larger than the free memory, so that the card itself refuses it.
    TIGHT,
    /// It is not wanted, as when a person rejects it.
    NO
  }

  /// Downloads a profile, with what the plan says to it. How far it came is told to `progress` on
  /// the download's thread, which must be quick.
  Downloaded download(
      TestOrder order, Consent consent, Progress progress, Deadline deadline, Cancel cancel);

  /// Enables a profile and proves it.
  default Switched enable(Iccid iccid, Deadline deadline, Cancel cancel) {
    return enable(iccid, Progress.none(), deadline, cancel);
  }

  /// The same; how far it came is told to `progress` on the switch's thread, which must be quick.
  Switched enable(Iccid iccid, Progress progress, Deadline deadline, Cancel cancel);

  /// Disables a profile.
  void disable(Iccid iccid, Deadline deadline, Cancel cancel);

  /// Deletes a profile that the run itself downloaded.
  void delete(Iccid iccid, Deadline deadline, Cancel cancel);

  /// The profiles that the card has got by the orders of this run, as the log proves, whether or
  /// not a step of it saw them.
  Set<Iccid> brought();

  /// Gives a profile another nickname; "" takes it away.
  void rename(Iccid iccid, String name, Deadline deadline, Cancel cancel);

  /// Names the server that is asked where no code names one, "" for none; which it was before.
  String defaultServer(String address, Deadline deadline, Cancel cancel);

  /// Resets the memory of the card: the address of the default server alone, or its profiles with
  /// it; false where there was nothing.
  boolean reset(boolean profiles, Deadline deadline, Cancel cancel);

  /// Asks the discovery servers that the card names what waits for it.
  Discovered discover(Deadline deadline, Cancel cancel);

  /// Asks the card itself one of its functions.
  CardQuestion.Answer ask(
      CardQuestion question, Optional<Iccid> profile, Deadline deadline, Cancel cancel);

  /// Tells servers what the card has to tell.
  Told tell(Deadline deadline, Cancel cancel);

  /// A run that has nothing to do with a card: each act is refused with `acceptance/no-card`.
  static CardWork none() {
    return new NoCard();
  }
}
