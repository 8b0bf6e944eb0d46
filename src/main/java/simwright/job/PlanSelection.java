package simwright.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import simwright.acceptance.CardWork;
import simwright.acceptance.SelectionWork;
import simwright.catalog.naming.Grammar;
import simwright.catalog.naming.Naming;
import simwright.catalog.region.Regions;
import simwright.failover.Candidate;
import simwright.failover.Decision;
import simwright.failover.DecisionRecord;
import simwright.failover.policy.Policies;
import simwright.failover.policy.Policy;
import simwright.failover.policy.PolicyFile;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Recorded;

/// The policies that plans name, and the log in which what is decided by them stands.
public final class PlanSelection implements SelectionWork {
  private final Path data;
  private final Journal journal;
  private final CardCandidates candidates =
      new CardCandidates(new Naming(Grammar.shipped(), Regions.shipped()), Regions.shipped());

  /// With the policies of a data folder, the own ones before those that ship; recorded in this
  /// journal.
  public PlanSelection(Path data, Journal journal) {
    this.data = data;
    this.journal = journal;
  }

  @Override
  public Policy policy(String name, Optional<String> country) {
    Policies policies = Policies.with(data);
    return name.isEmpty()
        ? policies.all().reversed().stream()
            .filter(PolicyFile::sound)
            .map(PolicyFile::policy)
            .filter(each -> country.flatMap(each::region).isPresent())
            .findFirst()
            .orElseGet(() -> policies.named(Policies.USUAL).policy())
        : policies.named(name).policy();
  }

  @Override
  public List<Candidate> candidates(CardWork.Reading card) {
    return candidates.of(card);
  }

  @Override
  public void decided(String device, Policy policy, Decision decision) {
    Recorded unused =
        journal.append(
            new Event.Selected("decided", device, DecisionRecord.content(decision, policy.name())));
  }
}
