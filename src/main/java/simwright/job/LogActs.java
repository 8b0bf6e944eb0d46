package simwright.job;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.acceptance.Run;
import simwright.audit.Actor;
import simwright.audit.Actor.Role;
import simwright.audit.Anchor;
import simwright.audit.Archive;
import simwright.audit.Audit;
import simwright.audit.Export;
import simwright.audit.Sighting;
import simwright.audit.Verdict;
import simwright.identity.Identifier;
import simwright.journal.Event;
import simwright.keys.KeyRing;
import simwright.observe.Observable;

/// What a person may ask of the log beyond reading it: who acts, exports, archives, erasure.
public final class LogActs {
  private final Audit audit;

  /// Acts on this log.
  public LogActs(Audit audit) {
    this.audit = audit;
  }

  /// Who acts now.
  public Observable<Actor> current() {
    return audit.people().current();
  }

  /// Who may sign in.
  public List<Actor> people() {
    return audit.people().all();
  }

  /// Signs in; the secret is wiped.
  public void signIn(String name, char[] secret) {
    try {
      audit.people().signIn(name, secret);
    } finally {
      java.util.Arrays.fill(secret, ' ');
    }
  }

  /// Signs out.
  public void signOut() {
    audit.people().signOut();
  }

  /// Registers a person, or gives one a new role and secret; the secret is wiped.
  public void register(String name, Role role, char[] secret) {
    try {
      audit.people().add(name, role, secret);
    } finally {
      java.util.Arrays.fill(secret, ' ');
    }
  }

  /// Takes a person off the list.
  public void dismiss(String name) {
    audit.people().remove(name);
  }

  /// Identities seen in devices. Asking for them in clear needs the right to disclose, and is
  /// recorded.
  public List<Sighting> identities(String text, boolean clear) {
    if (clear) {
      mayDisclose();
      var unused = audit.append(new Event.Book("disclosed", Map.of("asked", text)));
    }
    return audit.identities(text);
  }

  /// Refuses where identifiers in clear are not for who acts now.
  public void mayDisclose() {
    audit.people().require(Actor.Right.DISCLOSE, "see identifiers in clear");
  }

  /// What stands behind the pseudonyms of these runs' devices, for papers that name the device. An
  /// IMEI is theirs to tell; with all others they need the right to disclose. It is recorded.
  public Map<String, String> certified(List<Run> runs, boolean identified) {
    if (identified) {
      mayDisclose();
    }
    List<String> ids = runs.stream().map(Run::id).toList();
    var unused =
        audit.append(new Event.Book("certified", Map.of("runs", ids, "identified", identified)));
    Map<String, String> values = new HashMap<>();
    for (Run run : runs) {
      run.subject()
          .identities()
          .values()
          .forEach(pseudonym ->
              audit.reveal(pseudonym).ifPresent(value -> values.put(pseudonym, value)));
    }
    return Map.copyOf(values);
  }

  /// Writes records as a file.
  public Export.Written export(Path file, Export.Format format, String words, boolean clear) {
    return audit.export(file, format, words, clear);
  }

  /// Copies the log into a folder that can be verified alone.
  public Verdict archive(Path folder) {
    return audit.archive(folder);
  }

  /// Verifies an archive, with the key in the PEM file, else with the archive's own.
  public Verdict verifyArchive(Path folder, Optional<Path> key, List<Anchor> anchors) {
    return Archive.verify(folder, key.map(KeyRing::readPem), anchors);
  }

  /// Erases what is kept of an identifier; false when there was nothing.
  public boolean forget(Identifier identifier) {
    return audit.forget(identifier);
  }

  /// Days that values are kept, by kind of identifier.
  public Map<String, Integer> retention() {
    return audit.retention();
  }

  /// Keeps values of a kind for so many days.
  public void retain(String kind, int days) {
    audit.retain(kind, days);
  }
}
