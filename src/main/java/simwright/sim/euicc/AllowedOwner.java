package simwright.sim.euicc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// An owner of profiles in a row of a card's rules authorisation table (SGP.22 clauses 2.4.5.3 and
/// 2.9.2.1): the digits of country and network, with an `E` where any will do and an `F` for a
/// third digit of the network that is not there, and group identifiers, empty where any will do.
public record AllowedOwner(String network, Octets gid1, Octets gid2) {
  /// Every owner, also one that is not named.
  public static final AllowedOwner ANY = network("EEEEEE");

  private static final Tag NETWORK = Tag.of(0x80);
  private static final Tag GID1 = Tag.of(0x81);
  private static final Tag GID2 = Tag.of(0x82);
  private static final int ANY_DIGIT = 0xe;
  private static final Octets NOBODY = Octets.of(0xff, 0xff, 0xff);

  public AllowedOwner {
    network = network.toUpperCase(Locale.ROOT);
    if (!network.matches("[0-9E]{5}[0-9EF]")) {
      throw new IllegalArgumentException("no digits of an owner's network: " + network);
    }
  }

  /// Every owner with this network, whatever its groups.
  public static AllowedOwner network(String network) {
    return new AllowedOwner(network, Octets.NONE, Octets.NONE);
  }

  /// As it stands in the table.
  Tlv written() {
    List<Tlv> parts = new ArrayList<>();
    parts.add(Tlv.of(NETWORK, digits()));
    if (!gid1.isEmpty()) {
      parts.add(Tlv.of(GID1, gid1));
    }
    if (!gid2.isEmpty()) {
      parts.add(Tlv.of(GID2, gid2));
    }
    return Tlv.of(Tag.of(0x30), parts);
  }

  /// Whether the owner of a profile, as its metadata tell it, is one of these.
  boolean covers(Optional<Tlv> owner) {
    Octets there = owner.flatMap(each -> each.find(NETWORK)).map(Tlv::value).orElse(NOBODY);
    Octets here = digits();
    boolean same = there.length() == here.length();
    for (int i = 0; same && i < here.length(); i++) {
      same = digit(here.at(i) >> 4, there.at(i) >> 4) && digit(here.at(i) & 0xf, there.at(i) & 0xf);
    }
    return same && group(gid1, owner, GID1) && group(gid2, owner, GID2);
  }

  private static boolean digit(int here, int there) {
    return here == ANY_DIGIT || here == there;
  }

  private static boolean group(Octets here, Optional<Tlv> owner, Tag tag) {
    return here.isEmpty()
        || owner.flatMap(each -> each.find(tag)).map(Tlv::value).filter(here::equals).isPresent();
  }

  /// Country and network in swapped half bytes, the third digit of the network with that of the
  /// country (3GPP TS 24.008, figure 10.5.13).
  private Octets digits() {
    return Octets.hex(
        ""
            + network.charAt(1)
            + network.charAt(0)
            + network.charAt(5)
            + network.charAt(2)
            + network.charAt(4)
            + network.charAt(3));
  }
}
