package simwright.acceptance;

/// A part of a phase: a step, or steps that are repeated.
public sealed interface PlanPart permits PlannedStep, Repeat {
  /// How many steps will be carried out.
  int steps();
}
