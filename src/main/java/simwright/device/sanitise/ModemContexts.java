package simwright.device.sanitise;

import java.util.List;
import java.util.Map;
import simwright.at.Answer;
import simwright.at.command.ActivateContext;
import simwright.at.command.AuthenticateContext;
import simwright.at.command.DefineContext;
import simwright.at.command.ReadAuthentication;
import simwright.at.command.ReadContextStates;
import simwright.at.command.ReadContexts;
import simwright.at.command.ReadContexts.Defined;

/// The packet data contexts and how they sign in (3GPP TS 27.007 clauses 10.1.1 and 10.1.31): the
/// context of the attach stays, without an access point name, as no modem attaches without one.
record ModemContexts(Asked asked, int first) {
  Cleaned credentials() {
    Answer<List<Defined>> defined = asked.send(new ReadContexts());
    for (Defined each : defined.value().orElse(List.of())) {
      Answer<Boolean> unused = asked.send(new AuthenticateContext(each.cid(), 0, "", ""));
    }
    Answer<Map<Integer, ReadAuthentication.SignIn>> after = asked.send(new ReadAuthentication());
    if (after.value().isEmpty()) {
      return Cleaned.open(
          Trace.CREDENTIALS,
          "whether the modem keeps any cannot be read: +CGAUTH? " + Asked.why(after));
    }
    long left = after.value().get().values().stream().filter(each -> each.protocol() != 0).count();
    return left == 0
        ? Cleaned.proven(Trace.CREDENTIALS, "+CGAUTH? tells no sign-in for any context")
        : Cleaned.open(Trace.CREDENTIALS, "+CGAUTH? tells a sign-in for " + left + " contexts");
  }

  Cleaned contexts() {
    Answer<List<Defined>> before = asked.send(new ReadContexts());
    if (before.value().isEmpty()) {
      return Cleaned.open(Trace.CONTEXTS, "they cannot be read: +CGDCONT? " + Asked.why(before));
    }
    Map<Integer, Boolean> states = asked.send(new ReadContextStates()).value().orElse(Map.of());
    for (Defined each : before.value().get()) {
      if (states.getOrDefault(each.cid(), false)) {
        Answer<Boolean> unused = asked.send(new ActivateContext(each.cid(), false));
      }
      remove(each);
    }
    return seen(before.value().get().size(), asked.send(new ReadContexts()));
  }

  /// One that the modem does not let go of is emptied.
  private void remove(Defined context) {
    boolean gone =
        context.cid() != first && asked.line("AT+CGDCONT=" + context.cid()).value().isPresent();
    if (!gone) {
      Answer<Boolean> unused = asked.send(new DefineContext(context.cid(), context.type(), ""));
    }
  }

  private Cleaned seen(int before, Answer<List<Defined>> after) {
    if (after.value().isEmpty()) {
      return Cleaned.open(
          Trace.CONTEXTS, "they cannot be read again: +CGDCONT? " + Asked.why(after));
    }
    List<Integer> left =
        after.value().get().stream()
            .filter(each -> !each.apn().isEmpty())
            .map(Defined::cid)
            .toList();
    return left.isEmpty()
        ? Cleaned.proven(
            Trace.CONTEXTS,
            "+CGDCONT? tells no access point any more (it told "
                + before
                + " contexts, now "
                + after.value().get().size()
                + ")")
        : Cleaned.open(
            Trace.CONTEXTS, "the modem keeps the access point of context " + joined(left));
  }

  private static String joined(List<Integer> numbers) {
    return String.join(", ", numbers.stream().map(String::valueOf).toList());
  }
}
