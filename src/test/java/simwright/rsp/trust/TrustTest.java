package simwright.rsp.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.identity.Eid;
import simwright.tlv.Octets;

/// Against the test certificates of GSMA SGP.26 (see ORIGIN.md), at dates when they are valid.
class TrustTest {
  private static final Path FOLDER = Path.of("../shared/data/sgp26");
  private static final Instant THEN = Instant.parse("2026-01-15T12:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Eid EID = new Eid("89049032123451234512345678901235");

  private Trust trust = new Trust(List.of());

  @BeforeEach
  void read() throws Exception {
    assumeTrue(Files.isDirectory(FOLDER), "the shared certificates are not there");
    trust =
        new Trust(
            List.of(certificate("CI/CERT_CI_ECDSA_NIST"), certificate("CI/CERT_CI_ECDSA_BRP")));
  }

  @ParameterizedTest
  @CsvSource({
    "DPauth/CERT_S_SM_DPauth_ECDSA_NIST, DP_AUTH",
    "DPauth/CERT_S_SM_DPauth_ECDSA_BRP, DP_AUTH",
    "DPauth/CERT_S_SM_DP2auth_ECDSA_NIST, DP_AUTH",
    "DPpb/CERT_S_SM_DPpb_ECDSA_NIST, DP_PB",
    "DPpb/CERT_S_SM_DPpb_ECDSA_BRP, DP_PB",
    "DPtls/CERT_S_SM_DP_TLS_NIST, DP_TLS",
    "DPtls/CERT_S_SM_DP_TLS_BRP, DP_TLS",
    "DPtls/CERT_S_SM_DP8_TLS, DP_TLS",
    "EUM/CERT_EUM_ECDSA_NIST, EUM"
  })
  void theChainsOfTheStandardAreBelievedAtTheirDate(String name, Role role) throws Exception {
    Certificate leaf = certificate(name);
    assertEquals(leaf.issuerKeyId(), trust.verify(leaf, role, THEN).keyId());
  }

  @Test
  void aCardIsBelievedUnderItsMaker() throws Exception {
    Certificate card = certificate("CERT_EUICC_ECDSA_NIST");
    Certificate maker = certificate("EUM/CERT_EUM_ECDSA_NIST");
    assertEquals(maker.issuerKeyId(), trust.verifyCard(card, maker, EID, NOW).keyId());
    assertEquals(Optional.of(EID.value()), card.serialNumber());
    assertEquals(List.of(new Certificate.Permitted("89049032", "RSP Test EUM")), maker.permitted());
    refused(TrustCodes.EID, () -> trust.verifyCard(card, maker, new Eid("9".repeat(32)), NOW));
    refused(TrustCodes.NOT_YET, () -> trust.verifyCard(card, maker, EID, THEN));
    Certificate other = certificate("EUM/CERT_EUM_2017_NIST");
    FaultCode code =
        assertThrows(Fault.class, () -> trust.verifyCard(card, other, EID, NOW)).code();
    assertTrue(List.of(TrustCodes.ROOT, TrustCodes.ISSUER).contains(code), code.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "DPtls/CERT_S_SM_DP_TLS_NIST, DP_TLS, 2026-11-22T00:00:00Z, trust/expired",
    "DPtls/expired-2024/CERT_S_SM_DP_TLS_NIST, DP_TLS, 2026-01-15T12:00:00Z, trust/expired",
    "DPtls/expired-2024/CERT_S_SM_DP2_TLS, DP_TLS, 2026-01-15T12:00:00Z, trust/expired",
    "DPtls/CERT_S_SM_DP_TLS_NIST, DP_TLS, 2025-01-01T00:00:00Z, trust/not-yet",
    "DPauth/CERT_S_SM_DPauth_ECDSA_NIST, DP_PB, 2026-01-15T12:00:00Z, trust/role",
    "DPpb/CERT_S_SM_DPpb_ECDSA_NIST, DP_AUTH, 2026-01-15T12:00:00Z, trust/role",
    "DPauth/CERT_S_SM_DPauth_ECDSA_NIST, EUM, 2026-01-15T12:00:00Z, trust/role"
  })
  void anotherTimeAndAnotherRoleAreRefused(String name, Role role, Instant at, String code)
      throws Exception {
    Certificate leaf = certificate(name);
    assertEquals(
        code, assertThrows(Fault.class, () -> trust.verify(leaf, role, at)).code().toString());
  }

  @Test
  void aRootThatTheCardDoesNotListIsNotTrusted() throws Exception {
    Certificate nist = certificate("DPauth/CERT_S_SM_DPauth_ECDSA_NIST");
    Octets brainpool = certificate("CI/CERT_CI_ECDSA_BRP").keyId();
    refused(
        TrustCodes.ROOT, () -> trust.among(List.of(brainpool)).verify(nist, Role.DP_AUTH, THEN));
    refused(TrustCodes.ROOT, () -> new Trust(List.of()).verify(nist, Role.DP_AUTH, THEN));
  }

  @Test
  void aChangedCertificateIsRefused() throws Exception {
    byte[] der = Files.readAllBytes(FOLDER.resolve("DPauth/CERT_S_SM_DPauth_ECDSA_NIST.der"));
    der[der.length - 5] ^= 1;
    Certificate forged = Certificate.read(Octets.of(der));
    refused(TrustCodes.SIGNATURE, () -> trust.verify(forged, Role.DP_AUTH, THEN));
    refused(TrustCodes.NO_CERTIFICATE, () -> Certificate.read(Octets.of(1, 2, 3)));
  }

  @Test
  void theCertificatesOfOneServerNameTheSameServer() throws Exception {
    Certificate auth = certificate("DPauth/CERT_S_SM_DPauth_ECDSA_NIST");
    Trust.sameServer(auth, certificate("DPpb/CERT_S_SM_DPpb_ECDSA_NIST"));
    Certificate another = certificate("DPpb/CERT_S_SM_DP2pb_ECDSA_NIST");
    refused(TrustCodes.OID, () -> Trust.sameServer(auth, another));
  }

  @Test
  void anotherMessageAndAnotherLengthAreNoSignature() throws Exception {
    Certificate auth = certificate("DPauth/CERT_S_SM_DPauth_ECDSA_BRP");
    assertFalse(Signatures.verify(auth, Octets.of(1), Octets.of(new byte[64])));
    assertFalse(Signatures.verify(auth, Octets.of(1), Octets.of(new byte[63])));
  }

  private static void refused(FaultCode code, Executable act) {
    assertEquals(code, assertThrows(Fault.class, act).code());
  }

  private static Certificate certificate(String name) throws Exception {
    return Certificate.read(Octets.of(Files.readAllBytes(FOLDER.resolve(name + ".der"))));
  }
}
