package simwright.sim.modem;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Packet data contexts (3GPP TS 27.007 clause 10.1).
final class ContextCommands implements Group {
  /// +CME ERROR tells a cause of the network as so much more (3GPP TS 27.007 clause 9.2.2).
  private static final int OF_NETWORK = 100;

  private final Board board;

  ContextCommands(Board board) {
    this.board = board;
  }

  @Override
  public Optional<Say> answer(Request request) {
    Contexts contexts = board.contexts();
    return switch (request.name()) {
      case "+CGDCONT" -> Optional.of(define(request, contexts));
      case "+CGACT" -> Optional.of(activate(request, contexts));
      case "+CGPADDR" ->
          Optional.of(
              request.isTest() ? Say.ok("+CGPADDR: (0-16)") : named(request, contexts::addresses));
      case "+CGCONTRDP" ->
          Optional.of(request.isTest() ? Say.ok() : named(request, contexts::parameters));
      case "+CGATT" -> Optional.of(attach(request, contexts));
      case "+CGAUTH" -> Optional.of(authenticate(request, contexts));
      case "+CGEREP" ->
          Optional.of(
              Group.setting(
                  request,
                  2,
                  board.settings().packetEvents,
                  value -> board.settings().packetEvents = value));
      default -> Optional.empty();
    };
  }

  /// Lines about all contexts, or the one that is named.
  private static Say named(Request request, Function<Optional<Integer>, List<String>> lines) {
    return request.isSet() && cid(request).isEmpty()
        ? Say.cme(50)
        : Say.ok(lines.apply(cid(request)));
  }

  private static Optional<Integer> cid(Request request) {
    return request.argument(0).matches("[0-9]{1,2}")
        ? Optional.of(Integer.parseInt(request.argument(0)))
        : Optional.empty();
  }

  private Say define(Request request, Contexts contexts) {
    if (request.isRead()) {
      return Say.ok(contexts.definitions());
    }
    if (request.isTest()) {
      return Say.ok("+CGDCONT: (0-16),\"IP\"", "+CGDCONT: (0-16),\"IPV4V6\"");
    }
    Optional<Integer> cid = cid(request).filter(number -> number <= 16);
    if (cid.isEmpty()) {
      return Say.cme(50);
    }
    if (request.arguments().size() == 1) {
      return contexts.forget(cid.get()) ? Say.ok() : Say.cme(3);
    } else if (!request
        .argument(1)
        .toUpperCase(Locale.ROOT)
        .matches("|IP|IPV6|IPV4V6|PPP|NON-IP")) {
      return Say.cme(50);
    } else if (contexts.active(cid.get()) && board.who().idleContextsOnly()) {
      return Say.cme(3);
    } else {
      contexts.define(cid.get(), request.argument(1), request.argument(2));
    }
    return Say.ok();
  }

  private Say activate(Request request, Contexts contexts) {
    if (request.isRead()) {
      return Say.ok(contexts.states());
    }
    if (request.isTest()) {
      return Say.ok("+CGACT: (0,1)");
    }
    List<String> named = request.arguments().stream().skip(1).toList();
    boolean known =
        request.argument(0).matches("[01]")
            && named.stream()
                .allMatch(
                    cid -> cid.matches("[0-9]{1,2}") && contexts.defined(Integer.parseInt(cid)));
    if (!known) {
      return Say.cme(50);
    }
    if (!board.radio().registered()) {
      return Say.cme(30);
    }
    List<Integer> all =
        named.isEmpty() ? contexts.defined() : named.stream().map(Integer::valueOf).toList();
    if (request.argument(0).equals("0")) {
      all.forEach(contexts::deactivate);
      return Say.ok();
    }
    for (int cid : all) {
      Optional<Integer> refusal = contexts.active(cid) ? Optional.empty() : contexts.refusal(cid);
      if (refusal.isPresent()) {
        return Say.cme(OF_NETWORK + refusal.get());
      }
      contexts.activate(cid);
    }
    return Say.ok();
  }

  private Say attach(Request request, Contexts contexts) {
    if (request.isRead()) {
      return Say.ok("+CGATT: " + (contexts.attached() ? 1 : 0));
    }
    if (request.isTest()) {
      return Say.ok("+CGATT: (0,1)");
    }
    if (!request.argument(0).matches("[01]")) {
      return Say.cme(50);
    }
    if (request.argument(0).equals("0")) {
      board.radio().detach(true);
      return Say.ok();
    }
    if (board.radio().detached()) {
      board.radio().detach(false);
      return Say.later(Radio.SEARCH.plusMillis(200), true, () -> attached(contexts));
    }
    if (!board.radio().registered()) {
      return Say.cme(30);
    }
    return contexts
        .attach()
        .map(refusal -> Say.cme(OF_NETWORK + refusal))
        .orElseGet(() -> Say.ok());
  }

  private static Say attached(Contexts contexts) {
    return contexts.attached()
        ? Say.ok()
        : Say.cme(contexts.cause() == 0 ? 30 : OF_NETWORK + contexts.cause());
  }

  private static Say authenticate(Request request, Contexts contexts) {
    if (request.isTest()) {
      return Say.ok("+CGAUTH: (0-16),(0-2),64,64");
    }
    if (request.isRead()) {
      return Say.ok(
          contexts.signIns().entrySet().stream()
              .map(each ->
                  String.format(
                      Locale.ROOT,
                      "+CGAUTH: %d,%d,\"%s\"",
                      each.getKey(),
                      each.getValue().protocol(),
                      each.getValue().user()))
              .toList());
    }
    Optional<Integer> cid = cid(request).filter(contexts::defined);
    if (cid.isEmpty() || !request.argument(1).matches("[0-2]")) {
      return Say.cme(50);
    }
    int protocol = Integer.parseInt(request.argument(1));
    contexts.authenticate(
        cid.get(),
        protocol == 0
            ? Contexts.SignIn.NONE
            : new Contexts.SignIn(protocol, request.argument(2), request.argument(3)));
    return Say.ok();
  }
}
