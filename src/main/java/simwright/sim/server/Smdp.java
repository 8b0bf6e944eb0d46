package simwright.sim.server;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import simwright.identity.Eid;
import simwright.rsp.Shape;
import simwright.rsp.Status;
import simwright.rsp.es2.HandleDownloadProgressInfo.Point;
import simwright.rsp.es9.AuthenticateClient;
import simwright.rsp.es9.CancelSession;
import simwright.rsp.es9.GetBoundProfilePackage;
import simwright.rsp.es9.HandleNotification;
import simwright.rsp.es9.InitiateAuthentication;
import simwright.rsp.trust.Certificate;
import simwright.sim.pki.Identity;
import simwright.sim.server.Order.State;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// A simulated SM-DP+ (SGP.22 clause 5.6): authenticates cards, binds packages, hears
/// notifications, and refuses as the standard numbers it.
final class Smdp {
  private static final Tag SEQUENCE = Tag.of(0x30);
  private static final Tag SIGNATURE = Tag.of(0x5f37);
  private static final Tag ONE_TIME_KEY = Tag.of(0x5f49);
  private static final Tag TRANSACTION = Tag.of(0x80);
  private static final Tag OK = Tag.of(0xa0);
  private static final Tag HASH = Tag.of(0x04);
  private static final int ID = 16;

  /// A network of nobody here, with the country code of this one.
  private static final String STRANGER = "00102";

  private static final Duration LIFE = Duration.ofMinutes(15);

  private final String address;
  private final Identity auth;
  private final Identity binder;
  private final Certificate root;
  private final OrderBook orders;
  private final SecureRandom random;
  private final Supplier<Instant> now;
  private final Map<String, Session> sessions = new HashMap<>();
  private final Map<String, Order> packed = new HashMap<>();
  private final Map<String, Certificate> boundTo = new HashMap<>();
  private final List<Tlv> notified = new ArrayList<>();
  private Consumer<Order> installed = order -> {};
  private Consumer<Passed> passed = point -> {};
  private @Nullable Misbehaviour wrong;

  /// An order came to a point of its download, with a card, in this way; what the card said of it.
  record Passed(Order order, Eid eid, Point point, Status how, Optional<Octets> result) {}

  private static final class Session {
    private final Octets challenge;
    private final Octets id;
    private Optional<Order> order = Optional.empty();
    private Optional<Certificate> card = Optional.empty();
    private Octets cardSignature = Octets.NONE;
    private Octets signature = Octets.NONE;
    private Eid eid = new Eid("0".repeat(32));
    private final Instant began;

    Session(Octets id, Octets challenge, Instant began) {
      this.id = id;
      this.challenge = challenge;
      this.began = began;
    }
  }

  Smdp(
      String address,
      Identity auth,
      Identity binder,
      Certificate root,
      OrderBook orders,
      SecureRandom random,
      Supplier<Instant> now) {
    this.address = address;
    this.auth = auth;
    this.binder = binder;
    this.root = root;
    this.orders = orders;
    this.random = random;
    this.now = now;
  }

  /// What cards have told it.
  synchronized List<Tlv> notified() {
    return List.copyOf(notified);
  }

  /// What happens when a profile was installed.
  synchronized void whenInstalled(Consumer<Order> then) {
    installed = then;
  }

  /// What happens when an order comes to a point of its download.
  synchronized void whenPassed(Consumer<Passed> then) {
    passed = then;
  }

  /// Misbehaves from now on in what it signs and packs; null behaves again.
  synchronized void misbehave(@Nullable Misbehaviour how) {
    wrong = how;
  }

  private Octets signed(Identity by, Octets message) {
    Octets signature = by.key().sign(message);
    return wrong == Misbehaviour.WRONG_SIGNATURE ? changed(signature) : signature;
  }

  private static Octets changed(Octets bytes) {
    byte[] all = bytes.toArray();
    all[all.length - 1] ^= 1;
    return Octets.of(all);
  }

  /// All sessions are forgotten, as after their time is over.
  synchronized void forget() {
    sessions.clear();
  }

  synchronized InitiateAuthentication.Answer initiate(InitiateAuthentication.Request request) {
    if (!request.address().equalsIgnoreCase(address)) {
      throw new Refused("8.8.1", "3.8", "Invalid SM-DP+ address");
    }
    Tlv info = request.info1();
    boolean known =
        info.get(Tag.of(0xa9)).children().stream()
            .anyMatch(each -> each.value().equals(root.keyId()));
    if (!known) {
      throw new Refused("8.8.2", "3.1", "None of the CI keys is supported");
    }
    Session session = new Session(octets(ID), octets(ID), now.get());
    sessions.put(session.id.hex(), session);
    Tlv signed =
        Tlv.of(
            SEQUENCE,
            Tlv.of(TRANSACTION, session.id),
            Tlv.of(Tag.of(0x81), request.challenge()),
            Tlv.of(Tag.of(0x83), Asn1.text(address)),
            Tlv.of(Tag.of(0x84), session.challenge));
    Identity as = wrong == Misbehaviour.WRONG_ROLE ? binder : auth;
    return new InitiateAuthentication.Answer(
        session.id.hex(),
        signed,
        Tlv.of(SIGNATURE, signed(as, signed.raw())),
        Tlv.of(HASH, root.keyId()),
        Tlv.read(as.certificate().der()));
  }

  synchronized AuthenticateClient.Answer authenticate(AuthenticateClient.Request request) {
    Session session = session(request.transactionId());
    Tlv answer = request.response();
    if (answer.find(OK).isEmpty()) {
      throw new Refused("8.1", "6.1", "The eUICC refused the server");
    }
    Tlv ok = answer.get(OK);
    Tlv signed = ok.get(SEQUENCE);
    Octets signature = ok.get(SIGNATURE).value();
    List<Tlv> parts = ok.children();
    Certificate card = Certificate.read(parts.get(2));
    verify(session, card, Certificate.read(parts.get(3)), signed, signature);
    session.card = Optional.of(card);
    session.cardSignature = ok.get(SIGNATURE).raw();
    Order order = chosen(session, signed);
    session.order = Optional.of(order);
    List<Tlv> two = new ArrayList<>();
    two.add(Tlv.of(TRANSACTION, session.id));
    two.add(Tlv.of(Tag.of(0x01), Octets.of(order.confirmationCode().isEmpty() ? 0 : 0xff)));
    order
        .point()
        .filter(unused -> order.bound().filter(session.eid::equals).isPresent())
        .ifPresent(point -> two.add(Tlv.of(ONE_TIME_KEY, point)));
    Tlv signed2 = Tlv.of(SEQUENCE, two);
    Tlv signature2 = Tlv.of(SIGNATURE, signed(binder, signed2.raw().then(session.cardSignature)));
    session.signature = signature2.raw();
    return new AuthenticateClient.Answer(
        request.transactionId(),
        offered(order).metadata(),
        signed2,
        signature2,
        Tlv.read(binder.certificate().der()));
  }

  private void verify(
      Session session, Certificate card, Certificate maker, Tlv signed, Octets signature) {
    Eid eid = Genuine.card(card, maker, root, now.get());
    Genuine.signature(card, signed.raw(), signature);
    if (!signed.get(Tag.of(0x84)).value().equals(session.challenge)) {
      throw new Refused("8.1", "6.1", "Server challenge is another");
    }
    session.eid = eid;
  }

  private Order chosen(Session session, Tlv signed) {
    String matchingId =
        signed.find(OK).flatMap(context -> context.find(TRANSACTION)).map(Asn1::text).orElse("");
    Order order =
        matchingId.isEmpty()
            ? orders
                .waitingFor(session.eid)
                .orElseThrow(() -> new Refused("8.2.6", "3.8", "No profile waits for this card"))
            : orders.matching(matchingId);
    try {
      eligible(session, order);
    } catch (Refused no) {
      pass(order, session.eid, Point.ELIGIBILITY, no.status(), Optional.empty());
      throw no;
    }
    pass(order, session.eid, Point.ELIGIBILITY, Status.done(), Optional.empty());
    return order;
  }

  private void pass(Order order, Eid eid, Point point, Status how, Optional<Octets> result) {
    passed.accept(new Passed(order, eid, point, how, result));
  }

  private void eligible(Session session, Order order) {
    if (order.eid().filter(each -> !each.equals(session.eid)).isPresent()
        || order.bound().filter(each -> !each.equals(session.eid)).isPresent()) {
      throw new Refused("8.1.1", "3.8", "EID refused");
    }
    switch (order.state()) {
      case RELEASED, DOWNLOADED -> {
        if (order.expired(now.get())) {
          order.state(State.ERROR);
          throw new Refused("8.8.5", "4.10", "The download order has expired");
        }
        if (!order.attempt()) {
          order.state(State.ERROR);
          throw new Refused("8.8.5", "6.4", "Maximum number of retries is exceeded");
        }
      }
      case AVAILABLE, ALLOCATED, LINKED, CONFIRMED ->
          throw new Refused("8.2", "1.2", "The profile is not released");
      case INSTALLED, ERROR, UNAVAILABLE -> throw new Refused("8.2.6", "3.8", "MatchingID refused");
    }
  }

  synchronized GetBoundProfilePackage.Answer bind(GetBoundProfilePackage.Request request) {
    Session session = session(request.transactionId());
    Order order =
        session.order.orElseThrow(() -> new Refused("8.10.1", "3.9", "Unknown transaction"));
    Certificate card = session.card.orElseThrow();
    if (request.response().find(OK).isEmpty()) {
      throw new Refused("8.1", "6.1", "The eUICC refused to prepare");
    }
    Tlv ok = request.response().get(OK);
    Tlv signed = ok.get(SEQUENCE);
    Genuine.signature(card, signed.raw().then(session.signature), ok.get(SIGNATURE).value());
    if (!signed.get(TRANSACTION).value().equals(session.id)) {
      throw new Refused("8.1", "6.1", "eUICC signature is invalid");
    }
    try {
      confirm(order, session, signed.find(HASH).map(Tlv::value));
    } catch (Refused no) {
      pass(order, session.eid, Point.CONFIRMATION_FAILURE, no.status(), Optional.empty());
      throw no;
    }
    Octets point = signed.get(ONE_TIME_KEY).value();
    if (order.state() == State.DOWNLOADED && wrong == Misbehaviour.NO_REBINDING) {
      throw new Refused("8.2", "3.7", "The profile is not available any more");
    }
    // what an earlier package came to says nothing any more of the order
    boolean unused = packed.values().remove(order);
    order.bind(session.eid, point);
    order.state(State.DOWNLOADED);
    packed.put(session.id.hex(), order);
    boundTo.put(session.id.hex(), card);
    pass(order, session.eid, Point.PACKAGE_DOWNLOAD, Status.done(), Optional.empty());
    return new GetBoundProfilePackage.Answer(
        request.transactionId(), packed(offered(order), session, point));
  }

  private Offer offered(Order order) {
    return wrong == Misbehaviour.OTHER_OWNER ? order.offer().ownedBy(STRANGER) : order.offer();
  }

  private Octets packed(Offer offer, Session session, Octets point) {
    Offer what = wrong == Misbehaviour.OTHER_METADATA ? offer.named("OTHER-PLACE-2026") : offer;
    Octets eid = Octets.hex(session.eid.value());
    int plain = wrong == Misbehaviour.LONG_SEGMENTS ? Packages.LONG_PLAIN : Packages.PLAIN;
    Octets bound = Packages.bind(what, session.id, point, eid, binder, plain, random);
    return wrong == Misbehaviour.WRONG_PACKAGE ? changed(bound) : bound;
  }

  private static void confirm(Order order, Session session, Optional<Octets> hash) {
    if (order.confirmationCode().isEmpty()) {
      return;
    }
    if (hash.isEmpty()) {
      throw new Refused("8.2.7", "2.2", "The confirmation code is missing");
    }
    Octets wanted = ConfirmationCodes.hash(order.confirmationCode(), session.id);
    if (!hash.get().equals(wanted)) {
      if (order.wrongCode()) {
        throw new Refused("8.2.7", "3.8", "The confirmation code is refused");
      }
      order.state(State.ERROR);
      throw new Refused("8.2.7", "6.4", "Too many wrong confirmation codes");
    }
  }

  /// Takes what a card has signed and nothing else; what tells of a transaction that it does not
  /// know any more is taken and says nothing.
  synchronized Shape.Nothing notified(HandleNotification.Request request) {
    Tlv told = request.notification();
    if (told.tag().equals(Tag.of(0xbf37))) {
      installation(told);
    } else {
      Genuine.notification(told, root, now.get());
    }
    notified.add(told);
    return new Shape.Nothing();
  }

  private void installation(Tlv told) {
    Tlv data = told.get(Tag.of(0xbf27));
    String id = data.get(TRANSACTION).value().hex();
    Certificate card = boundTo.get(id);
    if (card == null) {
      return;
    }
    Genuine.signature(card, data.raw(), told.get(SIGNATURE).value());
    boolean done = data.get(Tag.of(0xa2)).find(OK).isPresent();
    Session unused = sessions.remove(id);
    Order order = packed.remove(id);
    if (order != null && order.state() == State.DOWNLOADED) {
      order.state(done ? State.INSTALLED : State.RELEASED);
      pass(
          order,
          order.bound().orElseThrow(),
          Point.PACKAGE_INSTALLATION,
          done ? Status.done() : Status.failed("8.1", "4.2", "The eUICC did not install it"),
          Optional.of(told.raw()));
      if (done) {
        installed.accept(order);
      }
    }
  }

  synchronized Shape.Nothing cancel(CancelSession.Request request) {
    Session session = session(request.transactionId());
    Optional<Tlv> ok = request.response().find(OK);
    if (ok.isPresent() && session.card.isPresent()) {
      Tlv signed = ok.get().get(SEQUENCE);
      Genuine.signature(session.card.get(), signed.raw(), ok.get().get(SIGNATURE).value());
      int reason = Asn1.integer(signed.get(Tag.of(0x82)));
      // postponed and timed out may be tried again; all else ends the order (SGP.22 clause 3.1.3)
      session
          .order
          .filter(order -> order.state() != State.INSTALLED)
          .ifPresent(
              order -> order.state(reason == 1 || reason == 2 ? State.RELEASED : State.ERROR));
    }
    sessions.remove(session.id.hex());
    return new Shape.Nothing();
  }

  private Session session(String id) {
    Session session = sessions.get(id.toUpperCase(Locale.ROOT));
    if (session == null || now.get().isAfter(session.began.plus(LIFE))) {
      throw new Refused("8.10.1", "3.9", "Unknown transaction");
    }
    return session;
  }

  private Octets octets(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return Octets.of(bytes);
  }
}
