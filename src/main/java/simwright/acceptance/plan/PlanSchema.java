package simwright.acceptance.plan;

import simwright.document.Schema;

/// The published schemas of what plans are made of.
public enum PlanSchema {
  /// Of plans.
  PLAN("plan", "a plan has name, title and main"),
  /// Of limits.
  LIMITS("limits", "limits have name, version and limits");

  private final Schema schema;

  PlanSchema(String name, String shape) {
    this.schema = new Schema("/simwright/plans/" + name + ".schema.json", shape);
  }

  /// The schema as published.
  public String text() {
    return schema.text();
  }

  /// What it says of a file.
  Schema schema() {
    return schema;
  }
}
