package simwright.audit;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Who acts: a name and a role.
public record Actor(String name, Role role) {
  /// What a person is trusted with.
  public enum Role {
    /// Runs devices and plans.
    OPERATOR(Right.OPERATE),
    /// Also decides about limits and campaigns, and confirms what is dangerous.
    LEAD(Right.OPERATE, Right.CONFIRM),
    /// Reads, verifies and exports the log, also in clear; runs nothing.
    AUDITOR(Right.DISCLOSE),
    /// Also handles people, keys and erasure.
    ADMIN(Right.OPERATE, Right.CONFIRM, Right.DISCLOSE, Right.GOVERN);

    private final Set<Right> rights;

    Role(Right... rights) {
      this.rights = EnumSet.noneOf(Right.class);
      this.rights.addAll(Set.of(rights));
    }

    /// As it stands in records.
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it is trusted with this.
    public boolean may(Right right) {
      return rights.contains(right);
    }
  }

  /// What an act needs of the person who asks for it. Reading the log as it stands, which holds
  /// pseudonyms only, and verifying it need none.
  public enum Right {
    /// To run devices and plans.
    OPERATE,
    /// To confirm what cannot be undone, and to override a refusal.
    CONFIRM,
    /// To see or export identifiers in clear from the log.
    DISCLOSE,
    /// To add and remove people, to erase a subject, to set retention, and to make exceptions for
    /// servers.
    GOVERN
  }
}
