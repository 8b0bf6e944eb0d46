package simwright.lpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.rsp.Fields;
import simwright.rsp.es9.InitiateAuthentication;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.KnownRoot;
import simwright.rsp.trust.Role;
import simwright.rsp.trust.RootFolder;
import simwright.rsp.trust.Trust;
import simwright.rsp.trust.TrustCodes;
import simwright.tlv.Octets;

/// What live servers said (see `live/README.md`) is believed under the roots that come with the
/// program, and not where anything of it differs.
class LiveServerTest {
  private static final String HOST = "wbg.prod.ondemandconnectivity.com";
  private static final Octets CHALLENGE = Octets.hex("8BCF1BE4ADA9C98AF062987330056103");
  private static final Instant THEN = Instant.parse("2026-08-24T12:00:00Z");
  private static final Trust SHIPPED =
      new Trust(RootFolder.read(Path.of("no such folder"), THEN).roots());

  @Test
  void aLiveServerProvesItself() throws IOException {
    Certificate server = verified(answer(""), HOST, CHALLENGE, SHIPPED);
    assertEquals(KnownRoot.GSMA_RSP2.keyId().hex(), server.issuerKeyId().hex());
    assertEquals("25F709B3736C0BDA32D6A94A31BDE47CB12A25AA", server.keyId().hex());
    Certificate tls = pem("dp-tls.pem");
    assertEquals(KnownRoot.GSMA_RSP2.keyId(), SHIPPED.verify(tls, Role.DP_TLS, THEN).keyId());
    Trust.sameServer(server, tls);
  }

  @Test
  void theRootDiscoveryServerProvesItself() throws IOException {
    Certificate server = pem("ds-auth.pem");
    Instant then = Instant.parse("2026-01-15T12:00:00Z");
    assertEquals(KnownRoot.GSMA_RSP2.keyId(), SHIPPED.verify(server, Role.DS_AUTH, then).keyId());
    refused(TrustCodes.EXPIRED, () -> SHIPPED.verify(server, Role.DS_AUTH, THEN));
    refused(TrustCodes.ROLE, () -> SHIPPED.verify(server, Role.DP_AUTH, then));
  }

  @Test
  void anotherChallengeAnotherNameAnotherRootAndAChangedByteAreRefused() throws IOException {
    InitiateAuthentication.Answer said = answer("");
    Octets other = Octets.hex("8BCF1BE4ADA9C98AF062987330056104");
    refused(LpaCodes.SERVER_SESSION, () -> verified(said, HOST, other, SHIPPED));
    refused(
        LpaCodes.SERVER_SESSION,
        () -> verified(said, "csl.prod.ondemandconnectivity.com", CHALLENGE, SHIPPED));
    Trust oiste = SHIPPED.among(List.of(KnownRoot.OISTE_GSMA.keyId()));
    refused(TrustCodes.ROOT, () -> verified(said, HOST, CHALLENGE, oiste));
    InitiateAuthentication.Answer bent = answer("CYL4eTemxWslVpxWjkxNaQ==");
    refused(TrustCodes.MESSAGE_SIGNATURE, () -> verified(bent, HOST, CHALLENGE, SHIPPED));
  }

  private static Certificate verified(
      InitiateAuthentication.Answer said, String host, Octets challenge, Trust trust) {
    return MutualAuthentication.verified(
        said,
        new MutualAuthentication.Peer(host, Role.DP_TLS, Optional.empty()),
        trust,
        challenge,
        THEN);
  }

  private static InitiateAuthentication.Answer answer(String instead) throws IOException {
    String text = new String(bytes("initiate-authentication.json"), StandardCharsets.UTF_8);
    if (!instead.isEmpty()) {
      String ends = "QCYL4eTemxWslVpxWjkxNaA==";
      assertEquals(1, text.split(ends, -1).length - 1);
      text = text.replace(ends, "Q" + instead);
    }
    return InitiateAuthentication.FUNCTION.answer().read(Fields.read(text));
  }

  private static Certificate pem(String file) throws IOException {
    String body =
        new String(bytes(file), StandardCharsets.US_ASCII).replaceAll("-----[A-Z ]+-----", "");
    return Certificate.read(Octets.of(Base64.getMimeDecoder().decode(body)));
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream in = LiveServerTest.class.getResourceAsStream("/simwright/rsp/live/" + file)) {
      return java.util.Objects.requireNonNull(in, file).readAllBytes();
    }
  }

  private static void refused(FaultCode code, org.junit.jupiter.api.function.Executable act) {
    assertEquals(code, assertThrows(Fault.class, act).code());
  }
}
