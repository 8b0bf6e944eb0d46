package simwright.euicc;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import simwright.tlv.Asn1;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// ES10b.GetCerts (SGP.32 clause 5.9.10, tag BF56): the certificates of the card's maker and of the
/// card. Results: 1 it has none under this root, 127 undefined. A card of SGP.22 refuses it.
public record GetCerts() implements CardRequest<List<CardCertificate>> {
  private static final Tag TAG = Tag.of(0xbf56);
  private static final Tag DONE = Tag.of(0xa0);
  private static final Tag MAKER = Tag.of(0xa5);
  private static final Tag CARD = Tag.of(0xa6);
  private static final Tag ERROR = Tag.of(0x81);

  @Override
  public String function() {
    return "ES10b.GetCerts";
  }

  @Override
  public Tlv request() {
    return Tlv.of(TAG);
  }

  @Override
  public List<CardCertificate> answer(Tlv answer) {
    Optional<Tlv> error = answer.find(ERROR);
    if (error.isPresent()) {
      throw new ResultCode("get-certs", Asn1.integer(error.get())).fault("reading certificates");
    }
    Tlv done = answer.get(DONE);
    return Stream.of(MAKER, CARD)
        .flatMap(tag -> done.find(tag).stream())
        .map(CardCertificate::read)
        .toList();
  }
}
