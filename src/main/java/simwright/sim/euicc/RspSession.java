package simwright.sim.euicc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.Signatures;
import simwright.rsp.trust.Trust;
import simwright.rsp.trust.TrustCodes;
import simwright.sim.pki.SigningKey;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// The card's side of common mutual authentication and of the preparation of a download (SGP.22
/// clauses 5.7.5, 5.7.7, 5.7.13, 5.7.14). It lives in volatile memory: a reset, a switch of
/// profiles or a new challenge ends it.
final class RspSession {
  private static final Tag SEQUENCE = Tag.of(0x30);
  private static final Tag SIGNATURE = Tag.of(0x5f37);
  private static final Tag TRANSACTION = Tag.of(0x80);
  private static final Tag POINT = Tag.of(0x5f49);
  private static final Tag OK = Tag.of(0xa0);
  private static final Tag ERROR = Tag.of(0xa1);
  private static final Tag INTEGER = Tag.of(0x02);
  private static final Tag AUTHENTICATE = Tag.of(0xbf38);
  private static final Tag PREPARE = Tag.of(0xbf21);
  private static final Tag CANCEL = Tag.of(0xbf41);
  private static final int PARTS = 5;
  private static final int CHALLENGE = 16;
  private static final int CERTIFICATE = 1;
  private static final int WRONG_SIGNATURE = 2;
  private static final int CURVE = 3;
  private static final int NO_SESSION = 4;
  private static final int OTHER_TRANSACTION = 5;
  private static final int OTHER_CHALLENGE = 6;
  private static final int ROOT_UNKNOWN = 7;

  private final CardMemory memory;
  private final Instant now;
  private @Nullable Octets challenge;
  private @Nullable Begun begun;
  private @Nullable SigningKey oneTime;
  private @Nullable Prepared prepared;
  private int preparations;

  /// What an authenticated server is known by.
  record Begun(Octets transaction, Certificate server, Octets signature, String address) {}

  /// What a package has to fit: whose it is, and the key made for it. `number` tells it from
  /// another of the same session that was given the same key.
  record Prepared(
      int number, Octets transaction, Certificate binder, SigningKey oneTime, String address) {}

  RspSession(CardMemory memory, Instant now) {
    this.memory = memory;
    this.now = now;
  }

  /// A new session begins; whatever was open is over.
  Octets challenge() {
    begun = null;
    prepared = null;
    Octets fresh = memory.random(CHALLENGE);
    challenge = fresh;
    return fresh;
  }

  /// It is over.
  void end() {
    challenge = null;
    begun = null;
    prepared = null;
  }

  /// A download is over; another session, begun since, is not.
  void end(Prepared download) {
    if (download.equals(prepared)) {
      end();
    }
  }

  Optional<Prepared> prepared() {
    return Optional.ofNullable(prepared);
  }

  /// AuthenticateServer.
  Tlv authenticate(Tlv request, Octets info2) {
    List<Tlv> parts = request.children();
    if (parts.size() != PARTS) {
      throw new Refusal(Refusal.WRONG_DATA);
    }
    Tlv signed = request.get(SEQUENCE);
    Octets transaction = signed.find(TRANSACTION).map(Tlv::value).orElse(Octets.NONE);
    Octets given = challenge;
    begun = null;
    prepared = null;
    if (given == null) {
      return refused(AUTHENTICATE, transaction, NO_SESSION);
    }
    Octets root = request.get(Tag.of(0x04)).value();
    Trust trust = new Trust(memory.roots()).among(List.of(root));
    if (trust.roots().isEmpty()) {
      return refused(AUTHENTICATE, transaction, ROOT_UNKNOWN);
    }
    Certificate server;
    try {
      server = known(parts.get(3));
      Role role = server.policies().contains(Role.DS_AUTH.policy()) ? Role.DS_AUTH : Role.DP_AUTH;
      Certificate unused = trust.verify(server, role, now);
    } catch (Fault wrong) {
      boolean curve = wrong.code().equals(TrustCodes.CURVE);
      return refused(AUTHENTICATE, transaction, curve ? CURVE : CERTIFICATE);
    }
    if (!Signatures.verify(server, signed.raw(), request.get(SIGNATURE).value())) {
      return refused(AUTHENTICATE, transaction, WRONG_SIGNATURE);
    }
    if (!signed.get(Tag.of(0x81)).value().equals(given)) {
      return refused(AUTHENTICATE, transaction, OTHER_CHALLENGE);
    }
    String address = Asn1.text(signed.get(Tag.of(0x83)));
    Tlv context = request.get(OK);
    Tlv answer =
        Tlv.of(
            SEQUENCE,
            Tlv.of(TRANSACTION, transaction),
            Tlv.of(Tag.of(0x83), Asn1.text(address)),
            signed.get(Tag.of(0x84)),
            Tlv.read(info2),
            context);
    Octets signature = memory.card().key().sign(answer.raw());
    Tlv signatureTlv = Tlv.of(SIGNATURE, signature);
    begun = new Begun(transaction, server, signatureTlv.raw(), address);
    return Tlv.of(
        AUTHENTICATE,
        Tlv.of(
            OK,
            answer,
            signatureTlv,
            Tlv.read(memory.card().certificate().der()),
            Tlv.read(memory.maker().certificate().der())));
  }

  /// PrepareDownload.
  Tlv prepare(Tlv request) {
    Tlv signed = request.get(SEQUENCE);
    Octets transaction = signed.get(TRANSACTION).value();
    Begun server = begun;
    prepared = null;
    if (server == null) {
      return refused(PREPARE, transaction, NO_SESSION);
    }
    if (!transaction.equals(server.transaction())) {
      return refused(PREPARE, transaction, OTHER_TRANSACTION);
    }
    Certificate binder;
    try {
      binder = known(request.children().getLast());
      Certificate unused = new Trust(memory.roots()).verify(binder, Role.DP_PB, now);
      Trust.sameServer(server.server(), binder);
    } catch (Fault wrong) {
      return refused(
          PREPARE, transaction, wrong.code().equals(TrustCodes.CURVE) ? CURVE : CERTIFICATE);
    }
    Octets message = signed.raw().then(server.signature());
    Tlv signature = request.get(SIGNATURE);
    if (!Signatures.verify(binder, message, signature.value())) {
      return refused(PREPARE, transaction, WRONG_SIGNATURE);
    }
    SigningKey key = keyFor(signed.find(POINT).map(Tlv::value));
    oneTime = key;
    prepared = new Prepared(preparations++, transaction, binder, key, server.address());
    List<Tlv> parts = new ArrayList<>();
    parts.add(Tlv.of(TRANSACTION, transaction));
    parts.add(Tlv.of(POINT, key.point()));
    request.find(Tag.of(0x04)).ifPresent(parts::add);
    Tlv answer = Tlv.of(SEQUENCE, parts);
    Octets mine = memory.card().key().sign(answer.raw().then(signature.raw()));
    return Tlv.of(PREPARE, Tlv.of(OK, answer, Tlv.of(SIGNATURE, mine)));
  }

  /// A server that asks for the key of an interrupted download gets it again (SGP.22 clause 3.1.3).
  private SigningKey keyFor(Optional<Octets> asked) {
    SigningKey old = oneTime;
    return old != null && asked.isPresent() && asked.get().equals(old.point())
        ? old
        : SigningKey.make(memory.random());
  }

  /// CancelSession.
  Tlv cancel(Tlv request) {
    Octets transaction = request.get(TRANSACTION).value();
    Begun server = begun;
    if (server == null || !transaction.equals(server.transaction())) {
      return Tlv.of(CANCEL, Tlv.of(Tag.of(0x81), Asn1.integer(OTHER_TRANSACTION)));
    }
    Tlv signed =
        Tlv.of(
            SEQUENCE,
            Tlv.of(TRANSACTION, transaction),
            Tlv.of(Tag.of(0x81), Asn1.oid(server.server().serverOid().orElse("2.999"))),
            Tlv.of(Tag.of(0x82), request.get(Tag.of(0x81)).value()));
    Octets signature = memory.card().key().sign(signed.raw());
    end();
    return Tlv.of(CANCEL, Tlv.of(OK, signed, Tlv.of(SIGNATURE, signature)));
  }

  /// A certificate that no list of revoked ones names.
  private Certificate known(Tlv der) {
    Certificate certificate = Certificate.read(der);
    if (memory.revocations().names(certificate)) {
      throw new Fault(TrustCodes.SIGNATURE, "believing a certificate", "revoked");
    }
    return certificate;
  }

  private static Tlv refused(Tag tag, Octets transaction, int code) {
    return Tlv.of(
        tag, Tlv.of(ERROR, Tlv.of(TRANSACTION, transaction), Tlv.of(INTEGER, Asn1.integer(code))));
  }
}
