package simwright.failover;

import java.util.Optional;
import simwright.identity.Iccid;
import simwright.identity.Plmn;

/// A profile as a card tells it: its owner's network, and whether it is for tests, only for
/// fetching other profiles, or in use.
public record OnCard(
    Iccid iccid,
    String name,
    Optional<Plmn> owner,
    boolean test,
    boolean provisioning,
    boolean enabled) {}
