package simwright.euicc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.Signatures;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// Every signature of a recorded download, server's and card's, over what SGP.22 says it is over.
class RecordedSignatureTest {
  @Test
  void eachSignatureIsOverWhatTheStandardSays() throws Exception {
    assumeTrue(LifeCycle.isThere(), "the shared recording is not there");
    LifeCycle recorded = LifeCycle.read();
    Tlv authenticate = recorded.sent(0xbf38);
    Certificate server = Certificate.read(authenticate.children().get(3));
    Tlv signed1 = authenticate.children().get(0);
    assertTrue(Signatures.verify(server, signed1.raw(), authenticate.children().get(1).value()));
    byte[] changed = signed1.raw().toArray();
    changed[9] ^= 1;
    Octets signature1 = authenticate.children().get(1).value();
    assertFalse(Signatures.verify(server, Octets.of(changed), signature1));

    Tlv ok = recorded.answered(0xbf38).get(Tag.of(0xa0));
    List<Tlv> certificates = ok.all(Tag.of(0x30));
    Certificate card = Certificate.read(certificates.get(1));
    Tlv cardSignature1 = ok.get(Tag.of(0x5f37));
    assertTrue(Signatures.verify(card, certificates.get(0).raw(), cardSignature1.value()));

    Tlv prepare = recorded.sent(0xbf21);
    Certificate binding = Certificate.read(prepare.children().getLast());
    Tlv signature2 = prepare.get(Tag.of(0x5f37));
    Octets over2 = prepare.children().get(0).raw().then(cardSignature1.raw());
    assertTrue(Signatures.verify(binding, over2, signature2.value()));

    Tlv prepared = recorded.answered(0xbf21).get(Tag.of(0xa0));
    Octets overCard2 = prepared.get(Tag.of(0x30)).raw().then(signature2.raw());
    assertTrue(Signatures.verify(card, overCard2, prepared.get(Tag.of(0x5f37)).value()));

    Tlv result = recorded.answeredWith(0xbf37);
    assertTrue(
        Signatures.verify(
            card, result.get(Tag.of(0xbf27)).raw(), result.get(Tag.of(0x5f37)).value()));
    assertEquals(64, signature1.length());
  }
}
