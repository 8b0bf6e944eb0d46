package simwright.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.ask.Cancel;
import simwright.at.Answer;
import simwright.at.AtEngine;
import simwright.at.command.ActivateContext;
import simwright.at.command.AuthenticateContext;
import simwright.at.command.DefineContext;
import simwright.at.command.SetAttachment;
import simwright.fault.FaultCode;
import simwright.time.Deadline;
import simwright.time.Time;

/// Sets contexts of a device anew and lets what was changed take effect: the device attaches anew
/// where one of them is the context of the attach, else the context alone comes up anew where it
/// was up. What came of it is read back.
public final class AccessChange {
  /// A modem may attach before its context is up, and searches before it attaches.
  private static final Duration SETTLES = Duration.ofSeconds(40);

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final AtEngine engine;
  private final Time time;
  private final Cancel cancel;
  private final String device;

  private AccessChange(AtEngine engine, Time time, Cancel cancel, String device) {
    this.engine = engine;
    this.time = time;
    this.cancel = cancel;
    this.device = device;
  }

  /// A context as it is to be. Empty parts stay as they are; a password is never kept.
  public record Order(int cid, Optional<Definition> definition, Optional<SignIn> signIn) {}

  /// What a context asks for.
  public record Definition(String type, String apn) {}

  /// How it signs in: the protocol of +CGAUTH, 0 for none, the user and the password.
  public record SignIn(int protocol, String user, String password) {
    /// Neither user nor password stand anywhere.
    @Override
    public String toString() {
      return "SignIn[" + protocol + "]";
    }
  }

  /// What came of it: what the modem refused with, if it did, whether what ought to be up came up,
  /// whether what was there before was put back and came up again, and how the contexts are now.
  public record Outcome(
      Optional<FaultCode> refused, boolean up, boolean restored, AccessReading now) {}

  /// Reads the access points of a device, with the list of its card.
  public static AccessReading read(Device device, Cancel cancel) {
    return device.talk(cancel, engine -> AccessReading.of(engine, true));
  }

  /// Carries the orders out as one act; `reattach` where the device has to attach anew for it.
  public static Outcome carry(
      Device device, List<Order> orders, boolean reattach, Time time, Cancel cancel) {
    Optional<Integer> attach =
        reattach ? Optional.of(device.profile().firstContext()) : Optional.empty();
    return device.talk(
        cancel,
        engine -> new AccessChange(engine, time, cancel, device.id()).carry(orders, attach));
  }

  private Outcome carry(List<Order> orders, Optional<Integer> attach) {
    AccessReading before = AccessReading.of(engine, false);
    List<Integer> up = attach.map(List::of).orElseGet(() -> up(orders, before));
    Optional<FaultCode> refused = set(orders, attach.isPresent(), up);
    AccessReading now = settled(up, refused);
    if ((refused.isPresent() || !up(now, up)) && up(before, up) && !up.isEmpty()) {
      return back(orders, before, attach.isPresent(), up, refused);
    }
    return new Outcome(refused, up(now, up), false, now);
  }

  private static List<Integer> up(List<Order> orders, AccessReading before) {
    return orders.stream().map(Order::cid).filter(cid -> up(before, List.of(cid))).toList();
  }

  private static boolean up(AccessReading reading, List<Integer> cids) {
    return cids.stream()
        .allMatch(cid -> reading.context(cid).filter(AccessReading.Context::active).isPresent());
  }

  /// What was up and is not any more gets its old definition back, but not a password that nobody
  /// knows any more.
  private Outcome back(
      List<Order> orders,
      AccessReading before,
      boolean reattach,
      List<Integer> up,
      Optional<FaultCode> refused) {
    List<Order> old =
        orders.stream()
            .flatMap(each -> before.context(each.cid()).stream())
            .map(each ->
                new Order(
                    each.cid(),
                    Optional.of(new Definition(each.type(), each.apn())),
                    each.signIn()
                        .filter(one -> one.protocol() == 0)
                        .map(_ -> new SignIn(0, "", ""))))
            .toList();
    Optional<FaultCode> again = set(old, reattach, up);
    AccessReading now = settled(up, again);
    return new Outcome(refused, false, up(now, up), now);
  }

  /// What the modem refused with, if it did. That it would not let go of what it does not have
  /// matters to nobody.
  private Optional<FaultCode> set(List<Order> orders, boolean reattach, List<Integer> up) {
    List<Answer<Boolean>> answers = new ArrayList<>();
    if (reattach) {
      var unused = engine.send(new SetAttachment(false));
    } else {
      up.forEach(cid -> engine.send(new ActivateContext(cid, false)));
    }
    for (Order each : orders) {
      each.definition()
          .ifPresent(one ->
              answers.add(engine.send(new DefineContext(each.cid(), one.type(), one.apn()))));
      each.signIn()
          .ifPresent(one ->
              answers.add(
                  engine.send(
                      new AuthenticateContext(
                          each.cid(), one.protocol(), one.user(), one.password()))));
    }
    if (reattach) {
      answers.add(engine.send(new SetAttachment(true)));
    } else {
      up.forEach(cid -> answers.add(engine.send(new ActivateContext(cid, true))));
    }
    return answers.stream().flatMap(each -> each.code().stream()).findFirst();
  }

  private AccessReading settled(List<Integer> expected, Optional<FaultCode> refused) {
    Deadline deadline = time.deadline(SETTLES);
    while (true) {
      AccessReading now = AccessReading.of(engine, false);
      if (up(now, expected) || refused.isPresent() || deadline.passed()) {
        return now;
      }
      cancel.check("waiting for the context", device);
      time.sleep(PAUSE);
    }
  }
}
