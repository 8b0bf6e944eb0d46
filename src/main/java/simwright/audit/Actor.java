package simwright.audit;

import java.util.Locale;

/// Who acts: a name and a role.
public record Actor(String name, Role role) {
  /// What a person may do, from least to most.
  public enum Role {
    /// Runs devices and plans.
    OPERATOR,
    /// Also decides about limits and campaigns, and confirms what is dangerous.
    LEAD,
    /// Reads, verifies and exports the log.
    AUDITOR,
    /// Also handles keys.
    ADMIN;

    /// As it stands in records.
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
