package simwright.acceptance.plan;

/// A standard's case that a plan was derived from, never claimed to conform to: document, edition,
/// area, case, whether the case is the nominal one or an error, and whether it can be run on a
/// commercial card (else on a test card or the simulated bench alone).
public record Derived(
    String document,
    String edition,
    String area,
    String test,
    boolean nominal,
    boolean commercial) {}
