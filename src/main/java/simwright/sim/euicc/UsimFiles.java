package simwright.sim.euicc;

import java.util.Optional;
import simwright.apdu.Command;
import simwright.apdu.Response;
import simwright.apdu.StatusWord;
import simwright.tlv.Octets;

/// The few files of the profile in use that a reader looks at: EF_ICCID, and below the USIM EF_IMSI
/// and EF_AD (ETSI TS 102 221 clause 13.2, 3GPP TS 31.102 clause 4.2). What is selected belongs to
/// one channel.
final class UsimFiles {
  private static final int MASTER = 0x3f00;
  private static final int USIM = 0x7fff;
  private static final int ICCID = 0x2fe2;
  private static final int IMSI = 0x6f07;
  private static final int AD = 0x6fad;
  private static final Octets USIM_AID = Octets.hex("A0000000871002");

  private int folder = MASTER;
  private int file;

  /// Selects by file identifier, or by path from the master file.
  Response select(Command command, Optional<StoredProfile> enabled) {
    Octets data = command.data();
    if (data.length() % 2 != 0 || data.isEmpty()) {
      return Response.of(0x6700);
    }
    for (int at = 0; at < data.length(); at += 2) {
      int id = data.at(at) << 8 | data.at(at + 1);
      if (id == MASTER || (id == USIM && enabled.isPresent())) {
        folder = id;
        file = 0;
      } else if (content(id, enabled).isPresent()) {
        file = id;
      } else {
        return Response.of(0x6a82);
      }
    }
    return Response.of(0x9000);
  }

  boolean selectUsim(Octets aid, Optional<StoredProfile> enabled) {
    boolean there =
        enabled.isPresent()
            && aid.length() >= USIM_AID.length()
            && aid.part(0, USIM_AID.length()).equals(USIM_AID);
    if (there) {
      folder = USIM;
      file = 0;
    }
    return there;
  }

  Response read(Command command, Optional<StoredProfile> enabled) {
    Optional<Octets> content = content(file, enabled);
    if (content.isEmpty()) {
      return Response.of(0x6986);
    }
    int from = command.p1() << 8 | command.p2();
    if (from > content.get().length()) {
      return Response.of(0x6b00);
    }
    Octets rest = content.get().from(from);
    if (command.ne() > rest.length() && command.ne() != 256) {
      return Response.of(0x6c00 | rest.length());
    }
    Octets part = rest.part(0, Math.min(rest.length(), Math.max(command.ne(), 0)));
    return new Response(part, new StatusWord(0x9000));
  }

  private Optional<Octets> content(int id, Optional<StoredProfile> enabled) {
    return enabled.flatMap(profile ->
        switch (id) {
          case ICCID -> Optional.of(profile.iccid());
          case IMSI ->
              folder == USIM ? Optional.of(Upp.imsiFile(profile.upp().imsi())) : Optional.empty();
          case AD -> folder == USIM ? Optional.of(Octets.of(0, 0, 0, 2)) : Optional.empty();
          default -> Optional.empty();
        });
  }
}
