package simwright.euicc;

import java.util.List;
import simwright.euicc.Authenticated.Accepted;
import simwright.euicc.Authenticated.Refused;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// ES10b.AuthenticateServer (SGP.22 clause 5.7.13): what the server signed, its signature, the root
/// to use, its certificate, and the context, each relayed as it came. Results: 1 certificate, 2
/// signature, 3 curve, 4 no session, 5 OID, 6 challenge, 7 root unknown, 127 undefined; of version
/// 3: 8 transaction, 9 no revocation list, 10 its signature, 11 revoked, 12 its time, 13 its
/// configuration, 14 ICCID.
public record AuthenticateServer(
    Tlv signed, Tlv signature, Tlv rootKey, Tlv certificate, Context context)
    implements CardRequest<Authenticated> {
  static final Tag TAG = Tag.of(0xbf38);
  static final Tag OK = Tag.of(0xa0);
  static final Tag ERROR = Tag.of(0xa1);
  static final Tag SEQUENCE = Tag.of(0x30);
  static final Tag SIGNATURE = Tag.of(0x5f37);
  private static final Tag INTEGER = Tag.of(0x02);
  private static final Tag TRANSACTION = Tag.of(0x80);

  @Override
  public String function() {
    return "ES10b.AuthenticateServer";
  }

  @Override
  public Tlv request() {
    return Tlv.of(TAG, List.of(signed, signature, rootKey, certificate, context.tlv()));
  }

  @Override
  public Authenticated answer(Tlv answer) {
    return read("authenticate-server", answer);
  }

  /// Reads an answer that is signed data or a refusal, as PrepareDownload has it too.
  static Authenticated read(String function, Tlv answer) {
    if (answer.find(OK).isPresent()) {
      Tlv ok = answer.get(OK);
      return new Accepted(ok.get(SEQUENCE), ok.get(SIGNATURE).value(), answer);
    }
    Tlv error = answer.get(ERROR);
    return new Refused(
        error.find(TRANSACTION).map(Tlv::value).orElse(Octets.NONE),
        new ResultCode(function, Asn1.integer(error.get(INTEGER))),
        answer);
  }

  /// The context of a common mutual authentication (CtxParams1): the matching identifier and the
  /// device.
  public record Context(String matchingId, DeviceInfo device) {
    Tlv tlv() {
      List<Tlv> parts =
          matchingId.isEmpty()
              ? List.of(device.tlv())
              : List.of(Tlv.of(Tag.of(0x80), Asn1.text(matchingId)), device.tlv());
      return Tlv.of(Tag.of(0xa0), parts);
    }
  }
}
