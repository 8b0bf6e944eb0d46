package simwright.ui.fx;

/// What a person finds again in the next session, and where files go that a person keeps.
public interface Desk {
  /// What was kept under a key; "" when nothing was.
  String recall(String key);

  /// Keeps a short text under a key; it is on disk a moment later.
  void keep(String key, String value);

  /// Writes text as a file for a person to keep and says where it lies.
  String save(String name, String text);
}
