package simwright.acceptance.plan;

import java.util.List;

/// How a plan leaves the bench, whatever happened: what holds then, the steps that bring it about
/// and verify it, and what a person does by hand where they cannot.
public record SafeState(String title, String byHand, List<PlannedStep> steps) {}
