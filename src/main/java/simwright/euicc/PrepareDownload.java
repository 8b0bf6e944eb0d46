package simwright.euicc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// ES10b.PrepareDownload (SGP.22 clause 5.7.5): what the server signed for this profile, its
/// signature, the hashed confirmation code where one is asked for, and the certificate that binds.
/// Results: 1 certificate, 2 signature, 3 curve, 4 no session, 5 transaction, 127 undefined.
public record PrepareDownload(
    Tlv signed, Tlv signature, Optional<Octets> hashedCode, Tlv certificate)
    implements CardRequest<Authenticated> {
  private static final Tag TAG = Tag.of(0xbf21);
  private static final Tag HASH = Tag.of(0x04);

  @Override
  public String function() {
    return "ES10b.PrepareDownload";
  }

  @Override
  public Tlv request() {
    List<Tlv> parts = new ArrayList<>(List.of(signed, signature));
    hashedCode.ifPresent(hash -> parts.add(Tlv.of(HASH, hash)));
    parts.add(certificate);
    return Tlv.of(TAG, parts);
  }

  @Override
  public Authenticated answer(Tlv answer) {
    return AuthenticateServer.read("prepare-download", answer);
  }
}
