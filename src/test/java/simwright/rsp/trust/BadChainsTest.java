package simwright.rsp.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.identity.Eid;
import simwright.rsp.trust.Forge.Made;
import simwright.runbook.Runbook;
import simwright.tlv.Octets;

/// Chains, lists and signatures with one thing wrong each; every one is refused, and what is said
/// of it is said of no other.
class BadChainsTest {
  private static final Eid EID = new Eid("89044050001234567890123456789012");
  private static final String MAKER = "O=Maker,CN=EUM";
  private static final String CARD = "O=Maker,2.5.4.5=" + EID.value();
  private static final Made ROOT = Forge.root("CN=CI").make();
  private static final Made OTHER = Forge.root("CN=Other CI").make();
  private static final Made MADE_BY = maker().make();
  private static final Trust TRUST = new Trust(List.of(ROOT.certificate()));

  @TempDir Path folder;

  /// What is wrong, the code it is refused with, and what the evidence or the subject says.
  private record Bad(String what, FaultCode code, String said, Executable act) {}

  @Test
  void whatIsBentNowhereIsBelieved() {
    Made server = Forge.under(ROOT, Role.DP_AUTH, "CN=DPauth").make();
    assertEquals(ROOT.certificate(), TRUST.verify(server.certificate(), Role.DP_AUTH, Forge.NOW));
    assertEquals(
        ROOT.certificate(),
        TRUST.verifyCard(card().certificate(), MADE_BY.certificate(), EID, Forge.NOW));
    Trust.requireRoot(ROOT.certificate(), Forge.NOW);
  }

  @TestFactory
  Stream<DynamicTest> eachIsRefusedWithItsOwnMessage() {
    List<Bad> all =
        Stream.of(servers(), contents(), keys(), cards(), roots(), others())
            .flatMap(List::stream)
            .toList();
    assertTrue(all.size() >= 40, all.size() + " are tried");
    Set<String> told = new HashSet<>();
    all.forEach(bad -> assertTrue(told.add(bad.code() + " " + bad.said()), bad.what()));
    return all.stream().map(bad -> DynamicTest.dynamicTest(bad.what(), () -> refused(bad)));
  }

  private static void refused(Bad bad) {
    Fault fault = assertThrows(Fault.class, bad.act());
    assertEquals(bad.code(), fault.code());
    String words = fault.doing() + " | " + fault.where() + " | " + fault.evidence().orElse("");
    assertTrue(words.contains(bad.said()), words);
    assertTrue(Runbook.shipped().entry(fault.code()).isPresent(), fault.code().toString());
  }

  private static Bad server(String what, FaultCode code, String said, Forge forge) {
    return new Bad(
        what, code, said, () -> TRUST.verify(forge.certificate(), Role.DP_AUTH, Forge.NOW));
  }

  private static Forge server(String name) {
    return Forge.under(ROOT, Role.DP_AUTH, "CN=" + name);
  }

  private static Forge maker() {
    return Forge.under(ROOT, Role.EUM, MAKER)
        .authority(Optional.of(new BasicConstraints(0)))
        .permitting("O=Maker,2.5.4.5=89044050");
  }

  private static Forge card() {
    return Forge.under(MADE_BY, Role.EUICC, CARD);
  }

  private static List<Bad> servers() {
    Made stranger = Forge.root("CN=Stranger").make();
    Made middle = Forge.under(ROOT, Role.CI, "CN=Sub CI").make();
    return List.of(
        server("expired", TrustCodes.EXPIRED, "CN=ended", server("ended").days(-20, -1)),
        server("not valid yet", TrustCodes.NOT_YET, "CN=early", server("early").days(1, 20)),
        server(
            "an unknown root",
            TrustCodes.ROOT,
            stranger.certificate().keyId().hex(),
            Forge.under(stranger, Role.DP_AUTH, "CN=strange")),
        server(
            "signed by itself",
            TrustCodes.ROOT,
            "CN=own",
            Forge.root("CN=own").policies(Role.DP_AUTH.policy())),
        server(
            "the middle of the chain is missing",
            TrustCodes.ROOT,
            middle.certificate().keyId().hex(),
            Forge.under(middle, Role.DP_AUTH, "CN=far")),
        server(
            "another issuer's name",
            TrustCodes.ISSUER,
            "CN=renamed",
            server("renamed").issuedBy("CN=Other CI")),
        server(
            "signed by another key",
            TrustCodes.SIGNATURE,
            "CN=forged",
            server("forged").signedBy(OTHER.key())),
        server(
            "signed with an old digest",
            TrustCodes.ALGORITHM,
            "1.2.840.10045.4.1",
            server("old").algorithm("SHA1withECDSA")),
        new Bad(
            "a root that the card does not list",
            TrustCodes.ROOT,
            "CN=unlisted",
            () ->
                TRUST
                    .among(List.of(OTHER.certificate().keyId()))
                    .verify(server("unlisted").certificate(), Role.DP_AUTH, Forge.NOW)),
        new Bad(
            "a changed byte",
            TrustCodes.SIGNATURE,
            "CN=changed",
            () -> TRUST.verify(changed(server("changed")), Role.DP_AUTH, Forge.NOW)),
        new Bad(
            "no certificate", TrustCodes.NO_CERTIFICATE, "", () -> Certificate.read(Octets.of(1))));
  }

  private static Certificate changed(Forge forge) {
    byte[] der = forge.certificate().der().toArray();
    der[der.length - 3] ^= 1;
    return Certificate.read(Octets.of(der));
  }

  private static List<Bad> contents() {
    return List.of(
        server(
            "for binding profiles",
            TrustCodes.ROLE,
            Role.DP_PB.policy(),
            server("pb").policies(Role.DP_PB.policy())),
        server("without a role", TrustCodes.ROLE, "[]", server("roleless").policies()),
        server(
            "with a role of another world",
            TrustCodes.ROLE,
            "1.2.3.4",
            server("odd").policies("1.2.3.4")),
        server(
            "of an SM-DS",
            TrustCodes.ROLE,
            Role.DS_AUTH.policy(),
            server("ds").policies(Role.DS_AUTH.policy())),
        server(
            "an authority",
            TrustCodes.AUTHORITY,
            "CN=lord",
            server("lord").authority(Optional.of(new BasicConstraints(true)))),
        server(
            "a key for agreeing alone",
            TrustCodes.KEY_USAGE,
            "CN=agreeing",
            server("agreeing").usage(KeyUsage.keyAgreement)),
        server("a key for nothing", TrustCodes.KEY_USAGE, "CN=idle", server("idle").usage(0)),
        server(
            "an unknown critical extension",
            TrustCodes.EXTENSION,
            "1.2.3.99",
            server("critical").critical("1.2.3.99")),
        server(
            "no identifier of its own key",
            TrustCodes.KEY_ID,
            "its own key",
            server("nameless").withoutKeyId()),
        server(
            "no identifier of its issuer's key",
            TrustCodes.KEY_ID,
            "its issuer's key",
            server("orphan").withoutIssuerKeyId()));
  }

  private static List<Bad> keys() {
    return List.of(
        server(
            "a key on P-384",
            TrustCodes.CURVE,
            "secp384r1",
            server("p384").key(Forge.key("secp384r1"))),
        server(
            "a key on a curve of coins",
            TrustCodes.CURVE,
            "secp256k1",
            server("k1").key(Forge.key("secp256k1"))),
        server(
            "a key on a weak curve",
            TrustCodes.CURVE,
            "prime192v1",
            server("p192").key(Forge.key("prime192v1"))),
        server(
            "an RSA key",
            TrustCodes.CURVE,
            "1.2.840.113549.1.1.1",
            server("rsa").key(Forge.key("RSA"))));
  }

  private static Bad card(String what, FaultCode code, String said, Forge card) {
    return new Bad(
        what,
        code,
        said,
        () -> TRUST.verifyCard(card.certificate(), MADE_BY.certificate(), EID, Forge.NOW));
  }

  private static Bad maker(String what, FaultCode code, String said, Trust trust, Forge maker) {
    return new Bad(
        what,
        code,
        said,
        () -> {
          Made made = maker.make();
          trust.verifyCard(
              Forge.under(made, Role.EUICC, CARD).certificate(),
              made.certificate(),
              EID,
              Forge.NOW);
        });
  }

  private static List<Bad> cards() {
    Made narrow = Forge.root("CN=Narrow CI").authority(Optional.of(new BasicConstraints(0))).make();
    return List.of(
        card(
            "a card for another EID",
            TrustCodes.EID,
            "another EID",
            Forge.under(MADE_BY, Role.EUICC, "O=Maker,2.5.4.5=89044050009999999999999999999999")),
        card(
            "a card of another organisation",
            TrustCodes.EID_RANGE,
            "O=Guest",
            Forge.under(MADE_BY, Role.EUICC, "O=Guest,2.5.4.5=" + EID.value())),
        card(
            "a card that is a server", TrustCodes.ROLE, "EUICC needed", card().policies("1.2.3.5")),
        card("a card of yesterday", TrustCodes.EXPIRED, "O=Maker", card().days(-9, -2)),
        card(
            "a card signed by another maker",
            TrustCodes.SIGNATURE,
            EID.value(),
            card().signedBy(OTHER.key())),
        maker(
            "a maker of other EIDs",
            TrustCodes.EID_RANGE,
            MAKER,
            TRUST,
            maker().permitting("O=Maker,2.5.4.5=89049032")),
        maker(
            "a maker of any EID",
            TrustCodes.EID_RANGE,
            "CN=Boundless",
            TRUST,
            Forge.under(ROOT, Role.EUM, "O=Maker,CN=Boundless")),
        maker(
            "a maker that is no authority",
            TrustCodes.AUTHORITY,
            "EUM",
            TRUST,
            maker().authority(Optional.empty())),
        maker(
            "a maker whose key may not issue",
            TrustCodes.KEY_USAGE,
            "for EUM",
            TRUST,
            maker().usage(KeyUsage.digitalSignature)),
        maker(
            "a root that allows no maker",
            TrustCodes.PATH_LENGTH,
            "CN=Narrow CI",
            new Trust(List.of(narrow.certificate())),
            Forge.under(narrow, Role.EUM, MAKER).permitting("O=Maker,2.5.4.5=89044050")));
  }

  private List<Bad> roots() {
    Octets known = KnownRoot.GSMA_RSP2.keyId();
    return List.of(
        root(
            "a root that ended", TrustCodes.EXPIRED, "CN=past", Forge.root("CN=past").days(-9, -1)),
        root("a root of tomorrow", TrustCodes.NOT_YET, "CN=next", Forge.root("CN=next").days(1, 9)),
        root(
            "a root that another issued",
            TrustCodes.NO_ROOT,
            "issued by CN=CI",
            Forge.under(ROOT, Role.CI, "CN=child")),
        root(
            "a root with another's identifier",
            TrustCodes.KEY_ID,
            known.hex(),
            Forge.root("CN=impostor").claiming(known)),
        root(
            "a root that is a server",
            TrustCodes.ROLE,
            "CI needed",
            Forge.root("CN=serf").policies(Role.DP_TLS.policy())),
        root(
            "a root that may not issue",
            TrustCodes.KEY_USAGE,
            "for CI",
            Forge.root("CN=weak").usage(KeyUsage.digitalSignature)),
        root(
            "a root that is no authority",
            TrustCodes.AUTHORITY,
            "for CI",
            Forge.root("CN=small").authority(Optional.empty())),
        new Bad(
            "a file that is not there",
            TrustCodes.ROOT_FILE,
            "none.der",
            () -> RootFile.read(folder.resolve("none.der"), Forge.NOW)));
  }

  private static Bad root(String what, FaultCode code, String said, Forge forge) {
    return new Bad(what, code, said, () -> Trust.requireRoot(forge.certificate(), Forge.NOW));
  }

  private static List<Bad> others() {
    Certificate taken = server("taken").certificate();
    Revocations list =
        Revocations.read(Forge.revoking(ROOT, ROOT.key(), taken), ROOT.certificate());
    Trust careful = new Trust(List.of(ROOT.certificate()), List.of(list));
    assertEquals(
        ROOT.certificate(), careful.verify(server("kept").certificate(), Role.DP_AUTH, Forge.NOW));
    Certificate one = server("one").oid("2.999.10").certificate();
    return List.of(
        new Bad(
            "taken back by its root",
            TrustCodes.REVOKED,
            "since 2026-11-21",
            () -> careful.verify(taken, Role.DP_AUTH, Forge.NOW)),
        new Bad(
            "a list that another signed",
            TrustCodes.REVOCATIONS,
            "CN=CI",
            () -> Revocations.read(Forge.revoking(ROOT, OTHER.key(), taken), ROOT.certificate())),
        new Bad(
            "no list at all",
            TrustCodes.REVOCATIONS,
            "a file",
            () -> Revocations.signer(Octets.of(2, 3))),
        new Bad(
            "two servers in one session",
            TrustCodes.OID,
            "2.999.77",
            () -> Trust.sameServer(one, server("two").oid("2.999.77").certificate())),
        new Bad(
            "a server without an identifier",
            TrustCodes.OID,
            "Optional.empty",
            () -> Trust.sameServer(server("mute").certificate(), one)),
        new Bad(
            "a message that another signed",
            TrustCodes.MESSAGE_SIGNATURE,
            "serverSigned1",
            () ->
                Signatures.require(
                    one, Octets.of(1), Octets.of(new byte[64]), "verifying serverSigned1")),
        new Bad(
            "a signature cut short",
            TrustCodes.MESSAGE_SIGNATURE,
            "smdpSigned2",
            () ->
                Signatures.require(
                    one, Octets.of(1), Octets.of(new byte[63]), "verifying smdpSigned2")));
  }

  @Test
  void aFileHoldsRootsAsDerOrPem() throws IOException {
    byte[] der = ROOT.certificate().der().toArray();
    Path plain = Files.write(folder.resolve("ci.der"), der);
    assertEquals(List.of(ROOT.certificate()), RootFile.read(plain, Forge.NOW));
    Path pem = folder.resolve("ci.pem");
    Files.writeString(
        pem,
        "two of them\n" + pem(ROOT.certificate()) + "\n" + pem(OTHER.certificate()),
        StandardCharsets.US_ASCII);
    assertEquals(List.of(ROOT.certificate(), OTHER.certificate()), RootFile.read(pem, Forge.NOW));
  }

  private static String pem(Certificate certificate) {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.der().toArray())
        + "\n-----END CERTIFICATE-----\n";
  }
}
