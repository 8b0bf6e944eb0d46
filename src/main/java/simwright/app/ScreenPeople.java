package simwright.app;

import java.util.List;
import java.util.Locale;
import simwright.audit.Actor;
import simwright.job.LogActs;
import simwright.observe.Observable;
import simwright.observe.Subscription;
import simwright.observe.Value;
import simwright.ui.frame.PeopleSource;

/// The people of the log as the frame shows them.
final class ScreenPeople implements PeopleSource, AutoCloseable {
  private final LogActs log;
  private final Value<Person> current;
  private final Subscription following;

  ScreenPeople(LogActs log) {
    this.log = log;
    this.current = new Value<>(shown(log.current().get()));
    this.following = log.current().subscribe(actor -> current.set(shown(actor)));
  }

  @Override
  public Observable<Person> current() {
    return current;
  }

  @Override
  public List<Person> all() {
    return log.people().stream().map(ScreenPeople::shown).toList();
  }

  @Override
  public void signIn(String name, char[] secret) {
    log.signIn(name, secret);
  }

  @Override
  public void signOut() {
    log.signOut();
  }

  @Override
  public void register(String name, String role, char[] secret) {
    log.register(name, Actor.Role.valueOf(role.toUpperCase(Locale.ROOT)), secret);
  }

  @Override
  public void close() {
    following.close();
  }

  private static Person shown(Actor actor) {
    return new Person(actor.name(), actor.role().key());
  }
}
