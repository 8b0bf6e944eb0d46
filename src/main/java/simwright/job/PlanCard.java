package simwright.job;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.CardWork;
import simwright.acceptance.RunHistory;
import simwright.acceptance.TestOrder;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.ask.Progress;
import simwright.ask.Question;
import simwright.audit.Fingerprint;
import simwright.euicc.InstallationResult;
import simwright.euicc.MemoryReset;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.identity.Iccid;
import simwright.identity.Identifier;
import simwright.lpa.CardQuestion;
import simwright.lpa.CardReading;
import simwright.lpa.Discovery;
import simwright.lpa.Outbox;
import simwright.lpa.ProfileDownload;
import simwright.lpa.ProvenSwitch;
import simwright.observe.Subscription;
import simwright.rsp.ActivationCode;
import simwright.time.Deadline;

/// What plans do with the card of a device: a person's acts, each a job of its own, for which the
/// plan consents to what it says it will do.
final class PlanCard implements CardWork {
  private final Supplier<CardActs> acts;
  private final String device;
  private final RunHistory.Origin origin;

  PlanCard(Supplier<CardActs> acts, String device, RunHistory.Origin origin) {
    this.acts = acts;
    this.device = device;
    this.origin = origin;
  }

  @Override
  public Set<Iccid> brought() {
    return acts.get().brought(origin.orders(), origin.program(), origin.begun());
  }

  @Override
  public Reading read(Deadline deadline, Cancel cancel) {
    CardReading card =
        done("reading the card", plan -> acts.get().read(device, plan), deadline, cancel);
    return new Reading(
        card.profiles().stream().map(PlanCard::profile).toList(),
        card.profiles().stream()
            .filter(ProfileInfo::enabled)
            .findFirst()
            .flatMap(ProfileInfo::iccid),
        card.notifications().size(),
        card.info().memory().freeNonVolatile(),
        acts.get().switchesLeft(card.eid()),
        about(card));
  }

  private static Profile profile(ProfileInfo info) {
    return new Profile(
        info.iccid(),
        info.nickname().or(info::name).orElse("a profile without a name"),
        FailoverRun.onCard(info),
        info.enabled(),
        info.rules().mayNotDisable(),
        info.rules().mayNotDelete());
  }

  private static About about(CardReading card) {
    return new About(
        card.info().svn(),
        card.info().firmware(),
        card.eid().check() == Identifier.Check.RIGHT,
        card.info().rootsForVerification().size(),
        card.addresses().defaultSmdp().orElse(""),
        card.addresses().rootSmds().orElse(""));
  }

  @Override
  public Downloaded download(
      TestOrder order, Consent consent, Progress progress, Deadline deadline, Cancel cancel) {
    Optional<char[]> confirmation =
        order.confirmationCode().isEmpty()
            ? Optional.empty()
            : Optional.of(order.confirmationCode().toCharArray());
    ActivationCode code = ActivationCode.read(order.code());
    ProfileDownload.Result result =
        done(
            "downloading a profile",
            _ ->
                acts.get()
                    .download(
                        device, code, confirmation, Optional.empty(), new Planned(false, consent)),
            progress,
            deadline,
            cancel);
    return new Downloaded(
        result.installed(),
        result.announced().iccid().filter(_ -> result.installed()),
        result.announced().name().orElse("a profile without a name"),
        result.packageBytes(),
        result.result() instanceof InstallationResult.Failed failed
            ? Optional.of(failed.code())
            : Optional.empty());
  }

  @Override
  public Switched enable(Iccid iccid, Progress progress, Deadline deadline, Cancel cancel) {
    ProvenSwitch.Outcome outcome =
        done(
            "enabling a profile",
            plan -> acts.get().enable(device, iccid, plan),
            progress,
            deadline,
            cancel);
    return new Switched(
        outcome.proven(), outcome.missing().orElse("nothing was seen of it"), outcome.unproven());
  }

  @Override
  public void disable(Iccid iccid, Deadline deadline, Cancel cancel) {
    var unused =
        done(
            "disabling a profile",
            plan -> acts.get().disable(device, iccid, plan),
            deadline,
            cancel);
  }

  @Override
  public void delete(Iccid iccid, Deadline deadline, Cancel cancel) {
    var unused =
        done(
            "deleting a profile",
            _ -> acts.get().delete(device, iccid, new Planned(true, Consent.YES)),
            deadline,
            cancel);
  }

  @Override
  public void rename(Iccid iccid, String name, Deadline deadline, Cancel cancel) {
    var unused =
        done(
            "naming a profile",
            plan -> acts.get().rename(device, iccid, name, plan),
            deadline,
            cancel);
  }

  @Override
  public String defaultServer(String address, Deadline deadline, Cancel cancel) {
    return done(
            "naming the default server",
            plan -> acts.get().defaultServer(device, address, plan),
            deadline,
            cancel)
        .orElse("");
  }

  @Override
  public boolean reset(boolean profiles, Deadline deadline, Cancel cancel) {
    Set<MemoryReset.What> what =
        profiles ? MemoryReset.everything().what() : Set.of(MemoryReset.What.DEFAULT_SMDP_ADDRESS);
    return done(
        "resetting the memory of the card",
        _ -> acts.get().reset(device, what, new Planned(true, Consent.YES)),
        deadline,
        cancel);
  }

  @Override
  public Discovered discover(Deadline deadline, Cancel cancel) {
    List<Discovery.Found> found =
        done(
            "asking what waits for the card",
            plan -> acts.get().discover(device, List.of(), plan),
            deadline,
            cancel);
    return new Discovered(
        found.size(),
        found.stream()
            .flatMap(each -> each.events().stream())
            .map(event -> Fingerprint.of(event.code().getBytes(StandardCharsets.UTF_8)))
            .collect(Collectors.toSet()),
        found.stream().flatMap(each -> each.fault().stream()).map(Fault::code).findFirst());
  }

  @Override
  public CardQuestion.Answer ask(
      CardQuestion question, Optional<Iccid> profile, Deadline deadline, Cancel cancel) {
    return done(
        "asking the card",
        plan -> acts.get().ask(device, question, profile, plan),
        deadline,
        cancel);
  }

  @Override
  public Told tell(Deadline deadline, Cancel cancel) {
    List<Outbox.Told> told =
        done("telling servers", plan -> acts.get().send(device, plan), deadline, cancel);
    long waiting = told.stream().filter(each -> each.stays().isPresent()).count();
    return new Told(told.size(), (int) waiting);
  }

  /// A job that is over in time; else it is stopped, and what it left is settled by the next act.
  private <T> T done(
      String doing, Function<Attendant, Job<T>> act, Deadline deadline, Cancel cancel) {
    return done(doing, act, Progress.none(), deadline, cancel);
  }

  private <T> T done(
      String doing,
      Function<Attendant, Job<T>> act,
      Progress progress,
      Deadline deadline,
      Cancel cancel) {
    cancel.check(doing, device);
    Job<T> job = act.apply(new Planned(false, Consent.YES));
    try (Subscription _ = cancel.watch(job::cancel);
        Subscription _ =
            job.view().subscribe(now -> progress.at(now.stage(), now.done(), now.total()))) {
      Optional<T> result = job.await(deadline);
      if (result.isEmpty() && deadline.passed()) {
        job.cancel();
      }
      cancel.check(doing, device);
      return result.orElseThrow(() -> new Fault(AcceptanceCodes.TOO_LATE, doing, device));
    }
  }

  /// The plan answers: it consents ahead to what it declares. It types nothing, so no limit of the
  /// card is overridden; but for the deletion of a profile that its run has downloaded itself, and
  /// a memory reset that a person typed when the run began. Of a package that may not fit it says
  /// what its step says.
  private record Planned(boolean deletes, Consent consent) implements Attendant {
    @Override
    @SuppressWarnings("unchecked")
    public <A> Optional<A> ask(Question<A> question) {
      return (Optional<A>)
          switch (question) {
            case Question.Consent asked -> Optional.of(agrees(asked));
            case Question.TypedConfirmation _ -> Optional.of(deletes);
            default -> question.byDefault();
          };
    }

    private boolean agrees(Question.Consent asked) {
      return switch (consent) {
        case NO -> false;
        case YES -> asked.option().filter(Question.Consent.YES::equals).isPresent();
        case TIGHT -> asked.option().map(Question.Consent.YES::equals).orElse(true);
      };
    }
  }
}
