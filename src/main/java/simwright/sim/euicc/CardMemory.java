package simwright.sim.euicc;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import simwright.identity.Eid;
import simwright.rsp.trust.Certificate;
import simwright.sim.pki.Identity;
import simwright.tlv.Octets;
import simwright.tlv.Tlv;

/// What a card keeps over resets: who it is, its profiles, its notifications, its addresses and how
/// much room is left, in bytes.
final class CardMemory {
  private static final Octets ISD_P = Octets.hex("A0000005591010FFFFFFFF89000011");

  private final CardMaking made;
  private final SecureRandom random;
  private final Notifications notifications;
  private final Revocations revocations;
  private final List<StoredProfile> profiles = new ArrayList<>();
  private String defaultServer = "";
  private int free;
  private int installed;
  private @Nullable Octets beforeTest;

  CardMemory(CardMaking made, SecureRandom random) {
    this.made = made;
    this.random = random;
    this.free = made.memory();
    this.revocations = new Revocations(made.roots());
    this.notifications = new Notifications(made.card(), made.maker());
  }

  Eid eid() {
    return made.eid();
  }

  Octets eidOctets() {
    return Octets.hex(made.eid().value());
  }

  Identity card() {
    return made.card();
  }

  Identity maker() {
    return made.maker();
  }

  List<Certificate> roots() {
    return made.roots();
  }

  CardMaking made() {
    return made;
  }

  SecureRandom random() {
    return random;
  }

  Octets random(int bytes) {
    byte[] out = new byte[bytes];
    random.nextBytes(out);
    return Octets.of(out);
  }

  Notifications notifications() {
    return notifications;
  }

  Revocations revocations() {
    return revocations;
  }

  List<StoredProfile> profiles() {
    return profiles;
  }

  Optional<StoredProfile> find(Tlv id) {
    return profiles.stream().filter(each -> each.is(id)).findFirst();
  }

  Optional<StoredProfile> enabled() {
    return profiles.stream().filter(StoredProfile::enabled).findFirst();
  }

  String defaultServer() {
    return defaultServer;
  }

  void defaultServer(String address) {
    defaultServer = address;
  }

  int free() {
    return free;
  }

  /// Takes room; false where there is not so much.
  boolean take(int bytes) {
    if (bytes > free) {
      return false;
    }
    free -= bytes;
    return true;
  }

  void give(int bytes) {
    free += bytes;
  }

  /// A name for the next profile's security domain.
  Octets nextAid() {
    return ISD_P.then(Octets.of(installed++ & 0xff));
  }

  /// The operational profile that was enabled before a test profile: it alone may come back.
  Optional<Octets> beforeTest() {
    return Optional.ofNullable(beforeTest);
  }

  void beforeTest(@Nullable Octets aid) {
    beforeTest = aid;
  }
}
