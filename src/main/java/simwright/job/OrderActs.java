package simwright.job;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.ask.Question;
import simwright.audit.Book;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.journal.Event;
import simwright.keys.ClientIdentity;
import simwright.keys.ClientKey;
import simwright.keys.ClientKeys;
import simwright.keys.KeyCodes;
import simwright.lab.BenchControl;
import simwright.lab.Disturbance;
import simwright.lpa.LpaCodes;
import simwright.lpa.Servers;
import simwright.observe.Signal;
import simwright.rsp.RemoteFunction;
import simwright.rsp.RspCodes;
import simwright.rsp.es2.Caller;
import simwright.rsp.es2.CancelOrder;
import simwright.rsp.es2.ConfirmOrder;
import simwright.rsp.es2.DownloadOrder;
import simwright.rsp.es2.ReleaseProfile;
import simwright.rsp.http.RspClient;
import simwright.rsp.serve.CallerTrust;
import simwright.rsp.serve.RspListener;
import simwright.time.Time;

/// What an operator can do at an SM-DP+ over ES2+ (SGP.22 clause 5.3), and the keys it is known by.
/// Matching identifiers and confirmation codes are told to who asked alone, never to the journal.
public final class OrderActs {
  private static final Duration ANSWER = Duration.ofMinutes(1);
  private static final Duration PERSON = Duration.ofMinutes(2);
  private static final Set<FaultCode> LOST =
      Set.of(RspCodes.TIMEOUT, RspCodes.CUT, RspCodes.HTTP, RspCodes.MESSAGE, Cancel.CANCELLED);
  private static final InetSocketAddress LOOPBACK =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private final Jobs jobs;
  private final Book book;
  private final Function<String, Optional<String>> reveal;
  private final Servers servers;
  private final ClientKeys keys;
  private final Optional<Served> bench;
  private final Time time;
  private final Signal<OrderHeard> heard = new Signal<>();

  /// At these servers; what a served bench offers is used where nothing else was named. `reveal`
  /// gives the identifier behind a pseudonym of the book.
  public OrderActs(
      Jobs jobs,
      Book book,
      Function<String, Optional<String>> reveal,
      Servers servers,
      ClientKeys keys,
      Optional<Served> bench,
      Time time) {
    this.jobs = jobs;
    this.book = book;
    this.reveal = reveal;
    this.servers = servers;
    this.keys = keys;
    this.bench = bench;
    this.time = time;
  }

  /// The SM-DP+ of a bench, the bench's folder, and the operator's key that is written there for
  /// everybody.
  public record Served(String host, Path folder, Path identity, String password) {}

  /// What was named: the SM-DP+'s host, and a PKCS #12 file or the name of a key that is kept.
  public record At(Optional<String> server, Optional<String> identity) {}

  /// The terms of an order's download: the profile, the card if it is known, a matching identifier
  /// and a confirmation code of one's own, the SM-DS that is to know of it, and whether it is set
  /// free at once.
  public record Terms(
      Iccid iccid,
      Optional<Eid> eid,
      Optional<String> matchingId,
      Optional<String> confirmationCode,
      Optional<String> smds,
      boolean release) {
    /// The confirmation code is a secret.
    @Override
    public String toString() {
      return "Terms";
    }
  }

  /// What an order came to: the profile, where the order stands, and at which server.
  public record Ordered(Iccid iccid, String state, String server) {}

  /// The same, with what a person needs to fetch it.
  public record Confirmed(Ordered order, String matchingId, String activationCode) {
    /// Both are secrets.
    @Override
    public String toString() {
      return "Confirmed";
    }
  }

  private record Caught(
      JobContext context, RspClient client, Caller caller, String server, String act) {
    /// The last word of the act.
    private String what() {
      return act.substring(act.lastIndexOf('.') + 1);
    }
  }

  /// Orders a profile that is named, or one of a kind, for a card that is known or named later.
  public Job<Ordered> download(
      At at, Optional<Eid> eid, Optional<Iccid> iccid, Optional<String> type, Attendant attendant) {
    Map<String, Object> with = new LinkedHashMap<>();
    eid.ifPresent(card -> with.put("eid", card));
    iccid.ifPresent(profile -> with.put("iccid", profile));
    type.ifPresent(kind -> with.put("type", kind));
    return act(
        "order.download",
        at,
        with,
        attendant,
        caught -> {
          var answer =
              call(
                  caught,
                  iccid,
                  DownloadOrder.FUNCTION,
                  new DownloadOrder.Request(
                      caught.caller(), eid.map(Eid::value), iccid.map(Iccid::value), type));
          Iccid taken = new Iccid(answer.iccid());
          return changed(caught, taken, eid.isPresent() ? "linked" : "allocated", with);
        });
  }

  /// Gives an order the terms of its download.
  public Job<Confirmed> confirm(At at, Terms terms, Attendant attendant) {
    Map<String, Object> with = new LinkedHashMap<>();
    with.put("iccid", terms.iccid());
    terms.eid().ifPresent(card -> with.put("eid", card));
    terms.smds().ifPresent(host -> with.put("smds", host));
    with.put("release", terms.release());
    with.put("confirmationCode", terms.confirmationCode().isPresent());
    return act(
        "order.confirm",
        at,
        with,
        attendant,
        caught -> {
          var answer =
              call(
                  caught,
                  Optional.of(terms.iccid()),
                  ConfirmOrder.FUNCTION,
                  new ConfirmOrder.Request(
                      caught.caller(),
                      terms.iccid().value(),
                      terms.eid().map(Eid::value),
                      terms.matchingId(),
                      terms.confirmationCode(),
                      terms.smds(),
                      terms.release()));
          String state = terms.release() ? "released" : "confirmed";
          Map<String, Object> agreed = new LinkedHashMap<>(with);
          answer.eid().ifPresent(card -> agreed.put("eid", new Eid(card)));
          Ordered order = changed(caught, terms.iccid(), state, agreed);
          String code =
              "LPA:1$"
                  + answer.smdpAddress().orElse(caught.server())
                  + "$"
                  + answer.matchingId()
                  + (terms.confirmationCode().isPresent() ? "$$1" : "");
          return new Confirmed(order, answer.matchingId(), code);
        });
  }

  /// Sets a confirmed order free.
  public Job<Ordered> release(At at, Iccid iccid, Attendant attendant) {
    return act(
        "order.release",
        at,
        Map.of("iccid", iccid),
        attendant,
        caught ->
            done(
                caught,
                iccid,
                ReleaseProfile.FUNCTION,
                new ReleaseProfile.Request(caught.caller(), iccid.value()),
                "released"));
  }

  /// Ends an order; its profile may be ordered again, or not any more.
  public Job<Ordered> cancel(
      At at, Iccid iccid, Optional<Eid> eid, boolean available, Attendant attendant) {
    return act(
        "order.cancel",
        at,
        Map.of("iccid", iccid, "available", available),
        attendant,
        caught ->
            done(
                caught,
                iccid,
                CancelOrder.FUNCTION,
                new CancelOrder.Request(
                    caught.caller(), iccid.value(), eid.map(Eid::value), available),
                available ? "available" : "unavailable"));
  }

  /// The keys that are or were kept.
  public List<ClientIdentity> identities() {
    return keys.all();
  }

  /// Keeps the key of a PKCS #12 file under a name; the one before it is destroyed.
  public Job<ClientIdentity> importIdentity(String name, Path file, Attendant attendant) {
    return jobs.start(
        new JobRequest("order.identity-import", "", Map.of("name", name)),
        attendant,
        context -> kept(context, keys.add(name, read(file, context.attendant())), "none"));
  }

  /// Keeps another key under a name; the one before it may be used for some days more.
  public Job<ClientIdentity> rotateIdentity(
      String name, Path file, Duration both, Attendant attendant) {
    return jobs.start(
        new JobRequest(
            "order.identity-rotate", "", Map.of("name", name, "keptDays", both.toDays())),
        attendant,
        context -> {
          ClientKey fresh = read(file, context.attendant());
          return kept(context, keys.rotate(name, fresh, time.now().plus(both)), "retiring");
        });
  }

  /// Marks a key as compromised, for good, and destroys it.
  public Job<ClientIdentity> compromised(String name, Attendant attendant) {
    return jobs.start(
        new JobRequest("order.identity-compromised", "", Map.of("name", name)),
        attendant,
        context -> {
          boolean agreed =
              context
                  .attendant()
                  .ask(
                      new Question.Consent(
                          "Mark the identity " + name + " as compromised?",
                          "Its key is destroyed here and never used again, by whatever file it"
                              + " comes. Have it locked out at the SM-DP+, too.",
                          "Mark",
                          PERSON))
                  .orElse(false);
          if (!agreed) {
            throw new Fault(LpaCodes.UNCONFIRMED, "marking an identity as compromised", name);
          }
          return kept(context, keys.compromised(name), "kept");
        });
  }

  /// What was ordered here, newest first.
  public List<PlacedOrder> list() {
    return new OrderHistory(book, reveal).read();
  }

  /// What servers tell of downloads while somebody listens.
  public Signal<OrderHeard> heard() {
    return heard;
  }

  /// Listens to what SM-DP+ servers tell of downloads: at an address, or beside a served bench,
  /// whose server is told where; for a while, and until so many were heard.
  public Job<List<OrderHeard>> listen(
      At at, Optional<InetSocketAddress> address, Duration within, int most, Attendant attendant) {
    return jobs.start(
        new JobRequest("order.progress", "", Map.of("seconds", within.toSeconds())),
        attendant,
        context -> {
          ClientKey key = key(at, context.attendant());
          RspListener.Identity identity =
              new RspListener.Identity(
                  key.forTls(), Optional.of(new CallerTrust(servers.roots(), time::now)));
          return new OrderListener(context.id(), book, heard, time)
              .listen(
                  address.orElse(LOOPBACK),
                  identity,
                  port -> listening(context, port),
                  new OrderListener.Until(time.deadline(within), most),
                  context.cancel());
        });
  }

  private void listening(JobContext context, int port) {
    bench.ifPresent(served ->
        BenchControl.disturb(
            served.folder(), "", new Disturbance.Server("tell:127.0.0.1:" + port), time));
    context.progress().at("listening at port " + port, 0, 0);
  }

  private ClientIdentity kept(JobContext context, ClientIdentity identity, String before) {
    effect(
        context,
        "identity " + identity.name() + " " + identity.fingerprint().substring(0, 16),
        before,
        identity.state().key());
    return identity;
  }

  private <T> Job<T> act(
      String act, At at, Map<String, Object> with, Attendant attendant, Function<Caught, T> what) {
    String server = at.server().or(() -> bench.map(Served::host)).orElse("");
    Map<String, Object> all = new LinkedHashMap<>(with);
    all.put("server", server);
    all.put("lab", servers.lab());
    at.identity().ifPresent(identity -> all.put("identity", identity));
    return jobs.start(
        new JobRequest(act, "", all),
        attendant,
        context -> {
          if (server.isEmpty()) {
            throw new Fault(JobCodes.NO_SERVER, act, "no server was named");
          }
          ClientKey key = key(at, context.attendant());
          context.cancel().check(act, server);
          context.progress().at("asking " + server, 0, 0);
          try (RspClient client = context.noting(servers).operator(server, key.forTls())) {
            Caller caller = new Caller(key.caller(), context.id());
            return what.apply(new Caught(context, client, caller, server, act));
          }
        });
  }

  /// Asks for what is only done or not, and writes where the order stands then.
  private <Q> Ordered done(
      Caught caught, Iccid iccid, RemoteFunction<Q, ?> function, Q request, String state) {
    var unused = call(caught, Optional.of(iccid), function, request);
    return changed(caught, iccid, state, Map.of());
  }

  /// A request whose answer was lost may have been carried out: that nothing is known of the order
  /// now is written, where it names a profile.
  private <Q, A> A call(
      Caught caught, Optional<Iccid> iccid, RemoteFunction<Q, A> function, Q request) {
    try {
      return caught
          .client()
          .call(function, request, time.deadline(ANSWER), caught.context().cancel());
    } catch (Fault fault) {
      if (LOST.contains(fault.code())) {
        iccid.ifPresent(profile -> {
          Ordered unused = changed(caught, profile, "unknown", Map.of());
        });
      }
      throw fault;
    }
  }

  /// Written with what the order is about, beside the profile, the server and where it stands.
  private Ordered changed(Caught caught, Iccid iccid, String state, Map<String, Object> about) {
    Map<String, Object> with = new LinkedHashMap<>(about);
    with.put("iccid", iccid);
    with.put("server", caught.server());
    caught.client().serverOid().ifPresent(oid -> with.put("oid", oid));
    with.put("state", state);
    var unused = book.append(new Event.Ordered(caught.context().id(), caught.what(), with));
    return new Ordered(iccid, state, caught.server());
  }

  private void effect(JobContext context, String what, String before, String after) {
    var unused = book.append(new Event.Effect(context.id(), "", what, before, after));
  }

  private ClientKey key(At at, Attendant attendant) {
    if (at.identity().isEmpty()) {
      Served served =
          bench.orElseThrow(() -> new Fault(KeyCodes.CLIENT_NEEDED, "asking an SM-DP+", "ES2+"));
      return keys.usable(ClientKey.read(served.identity(), served.password().toCharArray()));
    }
    String named = at.identity().get();
    boolean file = named.matches(".*[./\\\\].*");
    return file ? keys.usable(read(Path.of(named), attendant)) : keys.key(named);
  }

  private static ClientKey read(Path file, Attendant attendant) {
    char[] password =
        attendant
            .ask(new Question.Secret("Password of " + file.getFileName() + "?", "", PERSON))
            .orElseThrow(() ->
                new Fault(KeyCodes.CLIENT_PASSWORD, "opening an operator's key", file.toString()));
    try {
      return ClientKey.read(file, password);
    } finally {
      java.util.Arrays.fill(password, ' ');
    }
  }
}
