package simwright.lpa;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import simwright.euicc.MemoryReset;
import simwright.euicc.PolicyRules;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.fault.FaultCode;

/// What may be done with a profile on this card in this device, known from what the card told
/// before anybody asks for it (SGP.22 clauses 3.2.1 to 3.2.3). `hidesEmptyCard` tells that the
/// device cannot reach a card without an enabled profile.
public record Guards(List<ProfileInfo> profiles, boolean hidesEmptyCard) {
  private static final FaultCode ENABLE_POLICY = new FaultCode("es10", "enable-profile.3");
  private static final FaultCode DISABLE_POLICY = new FaultCode("es10", "disable-profile.3");
  private static final FaultCode DELETE_ENABLED = new FaultCode("es10", "delete-profile.2");
  private static final FaultCode DELETE_POLICY = new FaultCode("es10", "delete-profile.3");

  public Guards {
    profiles = List.copyOf(profiles);
  }

  /// Whether an act may be asked for.
  public enum Standing {
    /// It may.
    FREE,
    /// There is nothing to do.
    NEEDLESS,
    /// It would be refused, or lock the card away.
    REFUSED
  }

  /// How an act stands, with the reason in words, "" where it is free, and the code to look up
  /// where it is refused.
  public record Guard(Standing standing, String words, Optional<FaultCode> code) {
    private static final Guard FREE = new Guard(Standing.FREE, "", Optional.empty());

    /// Whether there is anything to click.
    public boolean free() {
      return standing == Standing.FREE;
    }

    /// Throws the code where it is refused.
    void check(String doing, String device) {
      if (standing == Standing.REFUSED) {
        throw new Fault(code.orElseThrow(), doing, device, words, null);
      }
    }

    private static Guard needless(String words) {
      return new Guard(Standing.NEEDLESS, words, Optional.empty());
    }

    private static Guard refused(FaultCode code, String words) {
      return new Guard(Standing.REFUSED, words, Optional.of(code));
    }
  }

  /// Whether it may be enabled. A test profile may stand in for any other.
  public Guard enable(ProfileInfo profile) {
    if (profile.enabled()) {
      return Guard.needless("It is enabled already.");
    }
    boolean locked =
        !test(profile)
            && profiles.stream().anyMatch(each -> each.enabled() && each.rules().mayNotDisable());
    return locked
        ? Guard.refused(
            ENABLE_POLICY,
            "The profile in use may not be disabled (policy rule 1), so no other can take its"
                + " place.")
        : Guard.FREE;
  }

  /// Whether it may be disabled. After a test profile the one before is enabled by the card itself.
  public Guard disable(ProfileInfo profile) {
    if (!profile.enabled()) {
      return Guard.needless("It is disabled already.");
    }
    if (profile.rules().mayNotDisable()) {
      return Guard.refused(
          DISABLE_POLICY, "Its operator does not allow that it is disabled (policy rule 1).");
    }
    if (hidesEmptyCard && !test(profile)) {
      return Guard.refused(
          LpaCodes.HIDES_CARD,
          profiles.size() > 1
              ? "This modem cannot reach its card while no profile is enabled: enable another"
                  + " profile instead."
              : "It is the only profile, and this modem cannot reach its card while none is"
                  + " enabled.");
    }
    return Guard.FREE;
  }

  /// Whether it may be deleted.
  public Guard delete(ProfileInfo profile) {
    PolicyRules rules = profile.rules();
    if (rules.mayNotDelete()) {
      return Guard.refused(
          DELETE_POLICY, "Its operator does not allow that it is deleted (policy rule 2).");
    }
    return profile.enabled()
        ? Guard.refused(DELETE_ENABLED, "It is enabled: disable it first, or enable another.")
        : Guard.FREE;
  }

  /// Whether everything of these kinds may be taken off the card.
  public Guard reset(Set<MemoryReset.What> what) {
    boolean emptied = profiles.stream().anyMatch(each -> each.enabled() && resets(what, each));
    return hidesEmptyCard && emptied
        ? Guard.refused(
            LpaCodes.HIDES_CARD,
            "It would take the profile in use, and this modem cannot reach its card while none is"
                + " enabled.")
        : Guard.FREE;
  }

  /// Whether a profile is of these kinds; one that tells no class is an operational one (SGP.22
  /// clause 5.7.15).
  static boolean resets(Set<MemoryReset.What> what, ProfileInfo profile) {
    return switch (profile.profileClass().orElse(ProfileInfo.ProfileClass.OPERATIONAL)) {
      case OPERATIONAL -> what.contains(MemoryReset.What.OPERATIONAL_PROFILES);
      case TEST -> what.contains(MemoryReset.What.FIELD_LOADED_TEST_PROFILES);
      case PROVISIONING -> false;
    };
  }

  static boolean test(ProfileInfo profile) {
    return profile.profileClass().filter(ProfileInfo.ProfileClass.TEST::equals).isPresent();
  }
}
