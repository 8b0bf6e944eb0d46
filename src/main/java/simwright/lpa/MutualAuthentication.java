package simwright.lpa;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simwright.device.CardSession;
import simwright.euicc.AuthenticateServer;
import simwright.euicc.Authenticated;
import simwright.euicc.DeviceInfo;
import simwright.euicc.EuiccInfo1;
import simwright.euicc.GetEid;
import simwright.euicc.GetEuiccChallenge;
import simwright.euicc.GetEuiccInfo1;
import simwright.fault.Fault;
import simwright.rsp.RemoteFunction;
import simwright.rsp.es9.InitiateAuthentication;
import simwright.rsp.http.RspClient;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.Signatures;
import simwright.rsp.trust.Trust;
import simwright.rsp.trust.TrustCodes;
import simwright.time.Deadline;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// Common mutual authentication (SGP.22 clause 3.1.2): server and card prove themselves to each
/// other, and what can be verified outside the card is verified here.
final class MutualAuthentication {
  private static final Tag TRANSACTION = Tag.of(0x80);
  private static final Tag CHALLENGE = Tag.of(0x81);
  private static final Tag ADDRESS = Tag.of(0x83);

  private final CardSession card;
  private final Servers servers;
  private final Flow flow;

  MutualAuthentication(CardSession card, Servers servers, Flow flow) {
    this.card = card;
    this.servers = servers;
    this.flow = flow;
  }

  /// Where it came to: the transaction, as the server wrote it and as bytes, the server's
  /// certificate, the card's signed answer and what it has proven, and under which roots.
  record Met(
      String transactionId,
      Octets transaction,
      Certificate server,
      Authenticated.Accepted answer,
      CardProof card,
      Trust trust) {
    /// The card's signature as a data object, which the server signs over.
    Tlv cardSignature() {
      return answer.raw().get(Tag.of(0xa0), Tag.of(0x5f37));
    }
  }

  /// Whom to meet: the server's name, what it is, and its object identifier where one is expected.
  record Peer(String host, Role role, Optional<String> oid) {}

  /// Meets the server; `context` goes to the card as it stands.
  Met meet(
      Peer peer,
      RspClient client,
      RemoteFunction<InitiateAuthentication.Request, InitiateAuthentication.Answer> function,
      String matchingId,
      DeviceInfo device,
      Deadline deadline) {
    while (true) {
      EuiccInfo1 info = card.ask(new GetEuiccInfo1());
      Trust trust = servers.session(info.rootsForVerification());
      Octets challenge = card.ask(new GetEuiccChallenge());
      InitiateAuthentication.Answer said =
          client.call(
              function,
              new InitiateAuthentication.Request(challenge, info.raw(), peer.host()),
              deadline,
              flow.cancel());
      Certificate server = verified(said, peer, trust, challenge, servers.time().now());
      if (!info.rootsForVerification().contains(said.rootKey().value())) {
        throw new Fault(LpaCodes.SERVER_SESSION, "verifying serverSigned1", peer.host());
      }
      AuthenticateServer request =
          new AuthenticateServer(
              said.signed(),
              said.signature(),
              said.rootKey(),
              said.certificate(),
              new AuthenticateServer.Context(matchingId, device));
      try {
        return switch (card.ask(request)) {
          case Authenticated.Accepted accepted ->
              new Met(
                  said.transactionId(),
                  said.signed().get(TRANSACTION).value(),
                  server,
                  accepted,
                  proof(said, matchingId, accepted),
                  trust);
          case Authenticated.Refused refused ->
              throw refused.code().fault("ES10b.AuthenticateServer");
        };
      } catch (Fault fault) {
        // nothing is consumed yet: with smaller blocks all begins anew (see the facts on +CGLA)
        boolean line = List.of("cme", "at").contains(fault.code().layer());
        if (!line || !card.smaller()) {
          throw fault;
        }
      }
    }
  }

  /// The server has not met the card yet: where the card proves nothing, the card alone is told
  /// that the session is over.
  private CardProof proof(
      InitiateAuthentication.Answer said, String matchingId, Authenticated.Accepted accepted) {
    try {
      return CardProof.of(
          accepted,
          new CardProof.Wanted(
              said.signed(), said.rootKey().value(), matchingId, card.ask(new GetEid())),
          servers.roots(),
          servers.time().now());
    } catch (Fault wrong) {
      new Cancellation(card, flow, servers.time())
          .atCard(said.signed().get(TRANSACTION).value(), Cancellation.reason(wrong, false));
      throw wrong;
    }
  }

  /// What of a server's first answer can be verified without a card; gives its certificate.
  static Certificate verified(
      InitiateAuthentication.Answer said, Peer peer, Trust trust, Octets challenge, Instant now) {
    Certificate server = Certificate.read(said.certificate());
    Role role = peer.role() == Role.DS_TLS ? Role.DS_AUTH : Role.DP_AUTH;
    Certificate unused = trust.verify(server, role, now);
    Signatures.require(
        server, said.signed().raw(), said.signature().value(), "verifying serverSignature1");
    if (peer.oid().isPresent() && !peer.oid().equals(server.serverOid())) {
      throw new Fault(TrustCodes.OID, "verifying a server", peer.host());
    }
    boolean same =
        said.signed().get(CHALLENGE).value().equals(challenge)
            && said.signed()
                .get(TRANSACTION)
                .value()
                .hex()
                .equals(said.transactionId().toUpperCase(Locale.ROOT))
            && Asn1.text(said.signed().get(ADDRESS)).equalsIgnoreCase(peer.host());
    if (!same) {
      throw new Fault(LpaCodes.SERVER_SESSION, "verifying serverSigned1", peer.host());
    }
    return server;
  }
}
