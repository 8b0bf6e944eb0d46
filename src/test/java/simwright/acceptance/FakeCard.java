package simwright.acceptance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import simwright.ask.Cancel;
import simwright.ask.Progress;
import simwright.fault.FaultCode;
import simwright.identity.Iccid;
import simwright.lpa.CardQuestion;
import simwright.time.Deadline;

/// A card that does what a test says, for steps that must tell a good one from a bad one.
class FakeCard implements CardWork {
  static final Iccid HOME = new Iccid("8988211000000000017");

  final List<Iccid> profiles = new ArrayList<>(List.of(HOME));
  final Deque<Set<String>> events = new ArrayDeque<>();
  Optional<Iccid> inUse = Optional.of(HOME);
  int room = 100;
  private int made = 10;
  boolean forgets;
  FaultCode refusal = new FaultCode("es10", "load-package.10");

  int roots = 1;
  int waiting;
  boolean proves = true;
  String defaultServer = "";

  /// The stages of a download.
  Consumer<Progress> going =
      progress -> {
        progress.at("load", 1, 2);
        progress.at("load", 2, 2);
      };

  /// What happens while a download is at this stage.
  Runnable loading = () -> {};

  /// What happens while a profile is enabled.
  Runnable enabling = () -> {};

  /// What happens while a profile is deleted.
  Runnable deleting = () -> {};

  static Iccid profile(int number) {
    return new Iccid("89882110000000010" + number);
  }

  @Override
  public Reading read(Deadline deadline, Cancel cancel) {
    return new Reading(
        profiles.stream()
            .map(each ->
                new Profile(
                    Optional.of(each),
                    "P",
                    Optional.empty(),
                    inUse.equals(Optional.of(each)),
                    false,
                    false))
            .toList(),
        inUse,
        0,
        10_000L * (room - profiles.size()),
        9,
        new About("2.3.0", "1", true, roots, defaultServer, ""));
  }

  @Override
  public Downloaded download(
      TestOrder order, Consent consent, Progress progress, Deadline deadline, Cancel cancel) {
    going.accept(progress);
    loading.run();
    if (profiles.size() >= room) {
      return new Downloaded(false, Optional.empty(), "P", 9000, Optional.of(refusal));
    }
    Iccid added = profile(++made);
    if (!forgets) {
      profiles.add(added);
    }
    return new Downloaded(true, Optional.of(added), "P", 9000, Optional.empty());
  }

  @Override
  public Switched enable(Iccid iccid, Progress progress, Deadline deadline, Cancel cancel) {
    enabling.run();
    inUse = Optional.of(iccid);
    return new Switched(proves, proves ? "" : "no registration", List.of());
  }

  @Override
  public void disable(Iccid iccid, Deadline deadline, Cancel cancel) {
    inUse = Optional.empty();
  }

  @Override
  public void delete(Iccid iccid, Deadline deadline, Cancel cancel) {
    deleting.run();
    profiles.remove(iccid);
  }

  @Override
  public Set<Iccid> brought() {
    return Set.of();
  }

  @Override
  public void rename(Iccid iccid, String name, Deadline deadline, Cancel cancel) {
    throw new IllegalStateException("no test names one");
  }

  @Override
  public String defaultServer(String address, Deadline deadline, Cancel cancel) {
    return "";
  }

  @Override
  public boolean reset(boolean all, Deadline deadline, Cancel cancel) {
    return false;
  }

  @Override
  public Discovered discover(Deadline deadline, Cancel cancel) {
    return new Discovered(1, events.removeFirst(), Optional.empty());
  }

  @Override
  public CardQuestion.Answer ask(
      CardQuestion question, Optional<Iccid> profile, Deadline deadline, Cancel cancel) {
    return new CardQuestion.Answer("answered", Optional.empty());
  }

  @Override
  public Told tell(Deadline deadline, Cancel cancel) {
    return new Told(2, waiting);
  }
}
