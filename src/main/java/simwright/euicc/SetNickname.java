package simwright.euicc;

import java.nio.charset.StandardCharsets;
import simwright.fault.Fault;
import simwright.identity.Iccid;
import simwright.tlv.Asn1;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// ES10c.SetNickname (SGP.22 clause 5.7.21): at most 64 bytes of UTF-8; empty takes it away.
/// Results: 0 done, 1 not found, 127 undefined.
public record SetNickname(Iccid iccid, String nickname) implements CardRequest<ResultCode> {
  /// The most bytes of UTF-8.
  public static final int MOST = 64;

  private static final Tag TAG = Tag.of(0xbf29);

  public SetNickname {
    int bytes = nickname.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST) {
      throw new Fault(
          EuiccCodes.TOO_LONG, "setting a nickname", "the nickname", bytes + " bytes", null);
    }
  }

  @Override
  public String function() {
    return "ES10c.SetNickname";
  }

  @Override
  public Tlv request() {
    return Tlv.of(
        TAG, new ProfileId.ByIccid(iccid).tlv(), Tlv.of(ProfileInfo.NICKNAME, Asn1.text(nickname)));
  }

  @Override
  public ResultCode answer(Tlv answer) {
    return ResultCode.of("set-nickname", answer);
  }
}
