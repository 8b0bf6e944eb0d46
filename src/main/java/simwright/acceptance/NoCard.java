package simwright.acceptance;

import java.util.Optional;
import java.util.Set;
import simwright.ask.Cancel;
import simwright.ask.Progress;
import simwright.fault.Fault;
import simwright.identity.Iccid;
import simwright.lpa.CardQuestion;
import simwright.time.Deadline;

/// The card of a run that has nothing to do with one: each act is refused.
final class NoCard implements CardWork {
  private static Fault refused(String doing) {
    return new Fault(AcceptanceCodes.NO_CARD, doing, "");
  }

  @Override
  public Reading read(Deadline deadline, Cancel cancel) {
    throw refused("reading the card");
  }

  @Override
  public Downloaded download(
      TestOrder order, Consent consent, Progress progress, Deadline deadline, Cancel cancel) {
    throw refused("downloading a profile");
  }

  @Override
  public Switched enable(Iccid iccid, Progress progress, Deadline deadline, Cancel cancel) {
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
  public Set<Iccid> brought() {
    return Set.of();
  }

  @Override
  public void rename(Iccid iccid, String name, Deadline deadline, Cancel cancel) {
    throw refused("naming a profile");
  }

  @Override
  public String defaultServer(String address, Deadline deadline, Cancel cancel) {
    throw refused("naming the default server");
  }

  @Override
  public boolean reset(boolean profiles, Deadline deadline, Cancel cancel) {
    throw refused("resetting the memory of the card");
  }

  @Override
  public Discovered discover(Deadline deadline, Cancel cancel) {
    throw refused("asking what waits for the card");
  }

  @Override
  public CardQuestion.Answer ask(
      CardQuestion question, Optional<Iccid> profile, Deadline deadline, Cancel cancel) {
    throw refused("asking the card");
  }

  @Override
  public Told tell(Deadline deadline, Cancel cancel) {
    throw refused("telling servers");
  }
}
