package simwright.sim.server;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import simwright.fault.Fault;
import simwright.identity.Eid;
import simwright.rsp.es9.AuthenticateClient;
import simwright.rsp.es9.InitiateAuthentication;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.Signatures;
import simwright.rsp.trust.Trust;
import simwright.sim.pki.Identity;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// A simulated SM-DS (SGP.22 clause 5.8): tells a card which servers have something for it.
final class Smds {
  private static final Tag SEQUENCE = Tag.of(0x30);
  private static final Tag SIGNATURE = Tag.of(0x5f37);
  private static final int ID = 16;

  private final String address;
  private final Identity auth;
  private final Certificate root;
  private final SecureRandom random;
  private final Supplier<Instant> now;
  private final Map<String, Octets> sessions = new HashMap<>();
  private final Map<String, List<AuthenticateClient.Event>> events = new HashMap<>();

  Smds(
      String address, Identity auth, Certificate root, SecureRandom random, Supplier<Instant> now) {
    this.address = address;
    this.auth = auth;
    this.root = root;
    this.random = random;
    this.now = now;
  }

  /// An event waits for a card from now on.
  synchronized void register(Eid eid, String id, String server) {
    events
        .computeIfAbsent(eid.value(), unused -> new ArrayList<>())
        .add(new AuthenticateClient.Event(id, server));
  }

  /// It waits no more.
  synchronized void delete(String id) {
    events.values().forEach(each -> each.removeIf(event -> event.id().equals(id)));
  }

  synchronized InitiateAuthentication.Answer initiate(InitiateAuthentication.Request request) {
    if (!request.address().equalsIgnoreCase(address)) {
      throw new Refused("8.9.1", "3.8", "Invalid SM-DS address");
    }
    boolean known =
        request.info1().get(Tag.of(0xa9)).children().stream()
            .anyMatch(each -> each.value().equals(root.keyId()));
    if (!known) {
      throw new Refused("8.9.2", "3.1", "None of the CI keys is supported");
    }
    Octets id = octets();
    Octets challenge = octets();
    sessions.put(id.hex(), challenge);
    Tlv signed =
        Tlv.of(
            SEQUENCE,
            Tlv.of(Tag.of(0x80), id),
            Tlv.of(Tag.of(0x81), request.challenge()),
            Tlv.of(Tag.of(0x83), Asn1.text(address)),
            Tlv.of(Tag.of(0x84), challenge));
    return new InitiateAuthentication.Answer(
        id.hex(),
        signed,
        Tlv.of(SIGNATURE, auth.key().sign(signed.raw())),
        Tlv.of(Tag.of(0x04), root.keyId()),
        Tlv.read(auth.certificate().der()));
  }

  synchronized AuthenticateClient.Events authenticate(AuthenticateClient.Request request) {
    Octets challenge = sessions.remove(request.transactionId().toUpperCase(Locale.ROOT));
    if (challenge == null) {
      throw new Refused("8.10.1", "3.9", "Unknown transaction");
    }
    Tlv ok =
        request
            .response()
            .find(Tag.of(0xa0))
            .orElseThrow(() -> new Refused("8.1", "6.1", "The eUICC refused the server"));
    Certificate card = Certificate.read(ok.children().get(2));
    Eid eid = new Eid(card.serialNumber().orElse("0".repeat(32)));
    try {
      Certificate unused =
          new Trust(List.of(root))
              .verifyCard(card, Certificate.read(ok.children().get(3)), eid, now.get());
    } catch (Fault wrong) {
      throw new Refused("8.1.3", "6.1", "eUICC certificate: " + wrong.code());
    }
    Tlv signed = ok.get(SEQUENCE);
    if (!Signatures.verify(card, signed.raw(), ok.get(SIGNATURE).value())
        || !signed.get(Tag.of(0x84)).value().equals(challenge)) {
      throw new Refused("8.1", "6.1", "eUICC signature is invalid");
    }
    List<AuthenticateClient.Event> waiting = events.getOrDefault(eid.value(), List.of());
    if (waiting.isEmpty()) {
      throw new Refused("8.9.5", "3.9", "No event for this card");
    }
    return new AuthenticateClient.Events(request.transactionId(), List.copyOf(waiting));
  }

  private Octets octets() {
    byte[] bytes = new byte[ID];
    random.nextBytes(bytes);
    return Octets.of(bytes);
  }
}
