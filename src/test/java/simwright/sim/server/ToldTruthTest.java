package simwright.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simwright.euicc.EnableProfile;
import simwright.euicc.RetrieveNotifications;
import simwright.sim.pki.Identity;
import simwright.sim.pki.TestPki;
import simwright.tlv.Octets;
import simwright.tlv.Tlv;

/// A server hears of a card's profiles from the card alone: what another signed is refused, and
/// moves no order.
class ToldTruthTest {
  private static final String ICCID = "8988211000000900011";
  private final Encounter both = new Encounter();

  private void refused(String code, Tlv told) {
    var why = assertThrows(Refused.class, () -> both.tell(told)).status().reason().orElseThrow();
    assertEquals(code, why.subject() + "/" + why.code());
  }

  /// One bit of the last byte is another.
  private static Octets bent(Octets bytes) {
    byte[] all = bytes.toArray();
    all[all.length - 1] ^= 1;
    return Octets.of(all);
  }

  @Test
  void anInstallationThatTheCardDidNotSignMovesNoOrder() {
    String id = both.order(Encounter.offer(ICCID, "001010000900001"));
    Tlv result = both.download(id).raw();
    Order order = both.orders.matching(id);
    refused("8.1/6.1", Tlv.read(bent(result.raw())));
    assertEquals(Order.State.DOWNLOADED, order.state());
    assertEquals(List.of(), both.server.notified());
    both.tell(result);
    assertEquals(Order.State.INSTALLED, order.state());
  }

  @Test
  void anEventOfACardIsHeldToItsCertificates() {
    var name = both.install(Encounter.offer(ICCID, "001010000900001"));
    var unused = both.send(new EnableProfile(name, false));
    Tlv event =
        both.send(new RetrieveNotifications(Optional.empty(), Optional.empty())).getLast().raw();
    List<Tlv> parts = event.children();
    Identity stranger = TestPki.make(new SecureRandom(), Encounter.NOW).maker(Encounter.EID);
    refused("8.1/6.1", with(parts, 1, Tlv.read(bent(parts.get(1).raw()))));
    refused("8.1.2/6.1", with(parts, 3, Tlv.read(stranger.certificate().der())));
    refused("8.1.2/6.1", with(parts, 3, parts.get(2)));
    refused("8.1.3/6.1", with(parts, 2, Tlv.read(both.binder.certificate().der())));
    refused("1.6/2.1", with(parts, 3, parts.get(3), parts.get(3)));
    both.tell(event);
  }

  private static Tlv with(List<Tlv> parts, int at, Tlv... instead) {
    List<Tlv> all = new ArrayList<>(parts.subList(0, at));
    all.addAll(List.of(instead));
    all.addAll(parts.subList(at + 1, parts.size()));
    return Tlv.of(simwright.tlv.Tag.of(0x30), all);
  }
}
