package simwright.job;

import simwright.catalog.access.ApnRepair;

/// A repair of access points that was read back and fits: how it was before, what was done, whether
/// the contexts that were to come up are up, and how it is now.
public record ApnRepaired(ApnReport before, ApnRepair done, boolean up, ApnReport now) {}
