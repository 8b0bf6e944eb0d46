package simwright.ui.frame;

import java.util.List;
import simwright.observe.Observable;

/// Who may act and who acts now, as the frame shows and changes it. Signing in takes a while and is
/// asked off the screen's thread.
public interface PeopleSource {
  /// A person with the key of a role: operator, lead, auditor or admin.
  record Person(String name, String role) {}

  /// Who acts now.
  Observable<Person> current();

  /// Who may sign in, by name.
  List<Person> all();

  /// Signs in; the secret is wiped.
  void signIn(String name, char[] secret);

  /// Signs out.
  void signOut();

  /// Registers a person, or gives one a new role and secret; the secret is wiped.
  void register(String name, String role, char[] secret);
}
