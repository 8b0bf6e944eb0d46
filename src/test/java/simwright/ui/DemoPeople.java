package simwright.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.observe.Observable;
import simwright.observe.Value;
import simwright.ui.frame.PeopleSource;

/// People of a made-up program; the secret "wrong" is refused.
public final class DemoPeople implements PeopleSource {
  public final List<String> asked = new CopyOnWriteArrayList<>();
  private final Value<Person> current = new Value<>(new Person("ines", "admin"));

  @Override
  public Observable<Person> current() {
    return current;
  }

  @Override
  public List<Person> all() {
    return List.of(current.get());
  }

  @Override
  public void signIn(String name, char[] secret) {
    if (String.valueOf(secret).equals("wrong")) {
      throw new Fault(new FaultCode("audit", "not-known"), "sign in", name);
    }
    current.set(new Person(name, "lead"));
  }

  @Override
  public void signOut() {
    current.set(new Person("account:ines", "operator"));
  }

  @Override
  public void register(String name, String role, char[] secret) {
    asked.add(name + " " + role);
  }
}
