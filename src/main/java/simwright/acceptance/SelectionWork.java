package simwright.acceptance;

import java.util.List;
import java.util.Optional;
import simwright.failover.Candidate;
import simwright.failover.Decision;
import simwright.failover.policy.Policy;
import simwright.fault.Fault;

/// What a run has of the selection of profiles: the policies, how they see the profiles of a card,
/// and the log in which every decision stands before it is carried out.
public interface SelectionWork {
  /// The policy of a name; for "" the first that knows the country where the device is, by its
  /// mobile country code. Throws where there is none.
  Policy policy(String name, Optional<String> country);

  /// The profiles of a card as policies see them.
  List<Candidate> candidates(CardWork.Reading card);

  /// Records what was decided for a device by a policy; `id` tells it from other decisions.
  void decided(String device, String id, Policy policy, Decision decision);

  /// Records what came of it: `outcome` is switched, unproven or failed, `inUse` the name of the
  /// profile that is in use now.
  void carriedOut(String device, String id, String outcome, String inUse, String words);

  /// A run that selects nothing: each act is refused with `acceptance/no-selection`.
  static SelectionWork none() {
    return new SelectionWork() {
      @Override
      public Policy policy(String name, Optional<String> country) {
        throw new Fault(AcceptanceCodes.NO_SELECTION, "reading a policy", name);
      }

      @Override
      public List<Candidate> candidates(CardWork.Reading card) {
        throw new Fault(AcceptanceCodes.NO_SELECTION, "reading the profiles", "the card");
      }

      @Override
      public void decided(String device, String id, Policy policy, Decision decision) {
        throw new Fault(AcceptanceCodes.NO_SELECTION, "recording a decision", device);
      }

      @Override
      public void carriedOut(String device, String id, String outcome, String inUse, String words) {
        throw new Fault(AcceptanceCodes.NO_SELECTION, "recording a decision", device);
      }
    };
  }
}
