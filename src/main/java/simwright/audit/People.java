package simwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import simwright.ask.Attendant;
import simwright.ask.Question;
import simwright.audit.Actor.Right;
import simwright.audit.Actor.Role;
import simwright.fault.Fault;
import simwright.journal.Event;
import simwright.observe.Observable;
import simwright.observe.Value;
import simwright.store.Store;

/// Who may act here, and who acts now. As long as nobody is registered, the person at this account
/// is trusted with everything; from the first registration on, whoever is not signed in is an
/// operator under the name of the account.
public final class People {
  private static final int SHORTEST = 6;
  private static final int LONGEST_NAME = 64;

  private final Store store;
  private final Audit audit;
  private final String account;
  private final Value<Actor> current;

  People(Store store, Audit audit, Actor alone) {
    this.store = store;
    this.audit = audit;
    this.account = alone.name();
    this.current = new Value<>(all().isEmpty() ? alone : unsigned());
  }

  /// Who acts now; every record names this person.
  public Observable<Actor> current() {
    return current;
  }

  /// Everybody who may sign in, by name.
  public List<Actor> all() {
    return store.read(connection -> {
      try (PreparedStatement query =
              connection.prepareStatement("SELECT name, role FROM person ORDER BY name");
          ResultSet row = query.executeQuery()) {
        List<Actor> all = new ArrayList<>();
        while (row.next()) {
          all.add(new Actor(row.getString(1), role(row.getString(2))));
        }
        return all;
      }
    });
  }

  /// Signs in; a wrong name and a wrong secret are refused alike, and the refusal is recorded.
  public void signIn(String name, char[] secret) {
    Optional<Registered> there = store.read(connection -> find(connection, name));
    boolean right = there.map(each -> each.secret.fits(secret)).orElseGet(Secret::waste);
    if (!right) {
      throw refuse(AuditCodes.NOT_KNOWN, "sign in", name);
    }
    current.set(there.orElseThrow().actor);
    record("signed-in", name, current.get().role());
  }

  /// Signs out; from now on the account acts.
  public void signOut() {
    Actor who = current.get();
    record("signed-out", who.name(), who.role());
    current.set(all().isEmpty() ? new Actor(account, Role.ADMIN) : unsigned());
  }

  /// Registers a person, or gives one a new role and secret. The first must be an admin, who is
  /// signed in with it.
  public void add(String name, Role role, char[] secret) {
    require(Right.GOVERN, "register " + name);
    if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@-]{0," + (LONGEST_NAME - 1) + "}")) {
      throw new Fault(AuditCodes.NAME, "registering a person", "the log", name, null);
    }
    if (secret.length < SHORTEST) {
      throw new Fault(
          AuditCodes.SECRET_SHORT, "registering a person", name, "at least " + SHORTEST, null);
    }
    List<Actor> before = all();
    if (role != Role.ADMIN && lastAdmin(before, name)) {
      throw new Fault(AuditCodes.LAST_ADMIN, "registering a person", name);
    }
    Secret hashed = Secret.of(secret);
    boolean unused = store.write(connection -> put(connection, name, role, hashed));
    record("person-added", name, role);
    if (before.isEmpty() || current.get().name().equals(name)) {
      current.set(new Actor(name, role));
    }
  }

  /// Takes a person off the list; the last admin stays, unless nobody else is there.
  public void remove(String name) {
    require(Right.GOVERN, "remove " + name);
    List<Actor> before = all();
    Actor gone =
        before.stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new Fault(AuditCodes.NOT_KNOWN, "removing a person", name));
    if (before.size() > 1 && lastAdmin(before, name)) {
      throw new Fault(AuditCodes.LAST_ADMIN, "removing a person", name);
    }
    boolean unused =
        store.write(connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM person WHERE name = ?")) {
            delete.setString(1, name);
            return delete.executeUpdate() == 1;
          }
        });
    record("person-removed", name, gone.role());
    if (before.size() == 1) {
      current.set(new Actor(account, Role.ADMIN));
    } else if (current.get().name().equals(name)) {
      current.set(unsigned());
    }
  }

  /// Throws `audit/not-permitted`, and records it, unless the person who acts is trusted with this.
  public void require(Right right, String what) {
    if (!current.get().role().may(right)) {
      throw refuse(AuditCodes.NOT_PERMITTED, what, right.name().toLowerCase(Locale.ROOT));
    }
  }

  /// An attendant whose typed confirmations need the right to confirm, and room for the record.
  public Attendant guarded(Attendant attendant) {
    return new Attendant() {
      @Override
      public <A> Optional<A> ask(Question<A> question) {
        if (question instanceof Question.TypedConfirmation) {
          require(Right.CONFIRM, question.title());
          audit.admit(question.title());
        }
        return attendant.ask(question);
      }

      @Override
      public boolean isThere() {
        return attendant.isThere();
      }
    };
  }

  private Fault refuse(simwright.fault.FaultCode code, String what, String detail) {
    var unused =
        audit.append(
            new Event.Book(
                "refused", Map.of("what", what, "why", code.toString(), "detail", detail)));
    return new Fault(code, what, current.get().name(), detail, null);
  }

  private void record(String what, String name, Role role) {
    var unused = audit.append(new Event.Book(what, Map.of("person", name, "role", role.key())));
  }

  private Actor unsigned() {
    return new Actor("account:" + account, Role.OPERATOR);
  }

  private static boolean lastAdmin(List<Actor> all, String name) {
    return all.stream().noneMatch(each -> each.role() == Role.ADMIN && !each.name().equals(name));
  }

  private record Registered(Actor actor, Secret secret) {}

  private static Optional<Registered> find(Connection connection, String name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT role, salt, hash FROM person WHERE name = ?")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Registered(
                    new Actor(name, role(row.getString(1))),
                    new Secret(row.getBytes(2), row.getBytes(3))))
            : Optional.empty();
      }
    }
  }

  private static boolean put(Connection connection, String name, Role role, Secret secret)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT OR REPLACE INTO person VALUES (?, ?, ?, ?)")) {
      insert.setString(1, name);
      insert.setString(2, role.key());
      insert.setBytes(3, secret.salt());
      insert.setBytes(4, secret.hash());
      return insert.executeUpdate() == 1;
    }
  }

  private static Role role(String key) {
    return Role.valueOf(key.toUpperCase(Locale.ROOT));
  }
}
