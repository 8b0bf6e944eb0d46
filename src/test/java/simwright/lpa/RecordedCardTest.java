package simwright.lpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simwright.euicc.AuthenticateServer;
import simwright.euicc.Authenticated;
import simwright.euicc.DeviceInfo;
import simwright.euicc.LifeCycle;
import simwright.fault.Fault;
import simwright.identity.Eid;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.Trust;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// A card that was not made here proves itself, in a recording of its life (see ORIGIN.md).
class RecordedCardTest {
  private static final Instant THEN = Instant.parse("2026-11-21T12:00:00Z");
  private static final Path ROOT = Path.of("../shared/data/sgp26/CI/CERT_CI_ECDSA_NIST.der");
  private static final Tag SIGNATURE = Tag.of(0x5f37);

  private Tlv request = Tlv.of(Tag.of(0x30));
  private LifeCycle life = new LifeCycle(List.of());

  private Tlv said(int tag) {
    String begins = Integer.toHexString(tag);
    return life.spoken().stream()
        .map(LifeCycle.Spoken::answered)
        .filter(each -> each.hex().toLowerCase(java.util.Locale.ROOT).startsWith(begins))
        .map(Tlv::read)
        .findFirst()
        .orElseThrow();
  }

  private CardProof proof(String matchingId, Eid eid) {
    Authenticated said =
        new AuthenticateServer(
                request.get(Tag.of(0x30)),
                request.get(SIGNATURE),
                request.get(Tag.of(0x04)),
                request.children().get(3),
                new AuthenticateServer.Context(matchingId, DeviceInfo.of(Optional.empty())))
            .answer(said(0xbf38));
    try {
      return CardProof.of(
          (Authenticated.Accepted) said,
          new CardProof.Wanted(
              request.get(Tag.of(0x30)), request.get(Tag.of(0x04)).value(), matchingId, eid),
          new Trust(List.of(Certificate.read(Octets.of(Files.readAllBytes(ROOT))))),
          THEN);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void read() throws IOException {
    assumeTrue(LifeCycle.isThere(), "the shared recording is not there");
    life = LifeCycle.read();
    request =
        life.spoken().stream()
            .map(LifeCycle.Spoken::sent)
            .filter(each -> each.at(0) == 0xbf && each.at(1) == 0x38)
            .map(Tlv::read)
            .findFirst()
            .orElseThrow();
  }

  private static final String ORDER = "TS48V4-SAIP2-3-NOBERTLV-UNIQUE";
  private static final Eid EID = new Eid("89049032123451234512345678901235");

  @Test
  void itsChainAndItsSignaturesHold() throws IOException {
    read();
    CardProof proof = proof(ORDER, EID);
    Tlv prepared = said(0xbf21).get(Tag.of(0xa0));
    Tlv prepare =
        life.spoken().stream()
            .map(LifeCycle.Spoken::sent)
            .filter(each -> each.at(0) == 0xbf && each.at(1) == 0x21)
            .map(Tlv::read)
            .findFirst()
            .orElseThrow();
    proof.require(
        prepared.get(Tag.of(0x30)).raw().then(prepare.get(SIGNATURE).raw()),
        prepared.get(SIGNATURE).value(),
        "euiccSignature2");
    Tlv result = said(0xbf37);
    proof.require(result.get(Tag.of(0xbf27)).raw(), result.get(SIGNATURE).value(), "euiccSignPIR");
    Fault wrong =
        assertThrows(
            Fault.class,
            () ->
                proof.require(
                    result.get(Tag.of(0xbf27)).value(), result.get(SIGNATURE).value(), "other"));
    assertEquals(LpaCodes.CARD_SIGNATURE, wrong.code());
  }

  @Test
  void itIsNoOtherCardAndHasNoOtherOrder() throws IOException {
    read();
    Fault order = assertThrows(Fault.class, () -> proof("ANOTHER", EID));
    assertEquals(LpaCodes.CARD_SESSION, order.code());
    Eid other = new Eid("89049032123451234512345678901243");
    assertEquals("trust/eid", assertThrows(Fault.class, () -> proof(ORDER, other)).code() + "");
  }
}
