package simwright.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import simwright.acceptance.CardWork;
import simwright.acceptance.SelectionWork;
import simwright.catalog.CatalogProfile;
import simwright.failover.Candidate;
import simwright.failover.Candidates;
import simwright.failover.Decision;
import simwright.failover.SelectionLog;
import simwright.failover.policy.Policies;
import simwright.failover.policy.Policy;
import simwright.identity.Iccid;

/// How plans select profiles: by the same policies, candidates and log as a person does.
public final class PlanSelection implements SelectionWork {
  private final Path data;
  private final Candidates candidates;
  private final SelectionLog log;

  /// With the policies of a data folder, the own ones before those that ship, and what a catalog
  /// says of profiles; recorded in this log.
  public PlanSelection(
      Path data, Function<Iccid, Optional<CatalogProfile>> catalog, SelectionLog log) {
    this.data = data;
    this.candidates = new Candidates(catalog);
    this.log = log;
  }

  @Override
  public Policy policy(String name, Optional<String> country) {
    Policies policies = Policies.with(data);
    return name.isEmpty() ? policies.in(country) : policies.named(name).policy();
  }

  @Override
  public List<Candidate> candidates(CardWork.Reading card) {
    return candidates.of(card.all().stream().flatMap(each -> each.selectable().stream()).toList());
  }

  @Override
  public void decided(String device, String id, Policy policy, Decision decision) {
    log.decided(device, id, decision, policy.name());
  }

  @Override
  public void carriedOut(String device, String id, String outcome, String inUse, String words) {
    log.carriedOut(device, id, outcome, inUse, words);
  }
}
