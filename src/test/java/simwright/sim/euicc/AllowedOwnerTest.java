package simwright.sim.euicc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simwright.euicc.AuthorisationRule;
import simwright.euicc.Owner;
import simwright.euicc.PolicyRules;
import simwright.identity.Plmn;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// Whom a row of the rules authorisation table is for, the card says by itself; who reads the table
/// over the wire must come to the same.
class AllowedOwnerTest {
  private static final List<Octets> GROUPS =
      List.of(Octets.NONE, Octets.of(0x01), Octets.of(0x01, 0x02));

  private record Both(Optional<Owner> read, Optional<Tlv> sent) {}

  private static List<Both> owners() {
    List<Both> owners = new ArrayList<>();
    owners.add(new Both(Optional.empty(), Optional.empty()));
    for (String plmn : List.of("00101", "001010", "001019", "26201", "310410")) {
      String written = (plmn + "F").substring(0, 6);
      for (Octets first : GROUPS) {
        for (Octets second : GROUPS) {
          Owner read =
              new Owner(
                  new Plmn(plmn.substring(0, 3), plmn.substring(3)), there(first), there(second));
          List<Tlv> parts = new ArrayList<>(AllowedOwner.network(written).written().children());
          there(first).ifPresent(gid -> parts.add(Tlv.of(Tag.of(0x81), gid)));
          there(second).ifPresent(gid -> parts.add(Tlv.of(Tag.of(0x82), gid)));
          owners.add(new Both(Optional.of(read), Optional.of(Tlv.of(Tag.of(0xb7), parts))));
        }
      }
    }
    return owners;
  }

  private static Optional<Octets> there(Octets gid) {
    return gid.isEmpty() ? Optional.empty() : Optional.of(gid);
  }

  @Test
  void cardAndReaderOfItsTableAgreeOnEveryOwner() {
    int covered = 0;
    for (String network : List.of("EEEEEE", "001EEE", "00101F", "00101E", "001010", "E62E1F")) {
      for (Octets first : GROUPS) {
        for (Octets second : GROUPS) {
          AllowedOwner row = new AllowedOwner(network, first, second);
          AuthorisationRule table =
              new AuthorisationRule(PolicyRules.NONE, List.of(row.written()), false);
          for (Both owner : owners()) {
            assertEquals(table.isFor(owner.read()), row.covers(owner.sent()), row + " " + owner);
            covered += row.covers(owner.sent()) ? 1 : 0;
          }
        }
      }
    }
    assertTrue(covered > 100, "some are covered: " + covered);
  }

  @Test
  void whatIsNoNetworkIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> AllowedOwner.network("00101"));
    assertThrows(IllegalArgumentException.class, () -> AllowedOwner.network("0F101F"));
  }
}
