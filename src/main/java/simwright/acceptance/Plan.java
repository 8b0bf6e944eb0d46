package simwright.acceptance;

import java.util.List;

/// An acceptance plan: what is done before, the steps that judge, and what is done afterwards
/// whatever happened.
public record Plan(
    String name,
    String title,
    String about,
    String sha256,
    List<PlannedStep> setup,
    List<PlannedStep> main,
    List<PlannedStep> teardown) {}
