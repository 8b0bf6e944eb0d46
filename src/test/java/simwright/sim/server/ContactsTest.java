package simwright.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.apdu.Command;
import simwright.apdu.Response;
import simwright.euicc.Authenticated;
import simwright.euicc.IsdR;
import simwright.euicc.LoadCrl;
import simwright.sim.euicc.CardMaking;
import simwright.sim.euicc.EuiccCard;
import simwright.sim.euicc.Pace;
import simwright.sim.pki.TestPki;
import simwright.tlv.Octets;
import simwright.tlv.Tlv;

/// What a card answers at its contacts: channels, blocks, long answers, unknown functions, and
/// cards that are not what was hoped for (ETSI TS 102 221, SGP.22 clause 5.7.2).
class ContactsTest {
  private static final Command OPEN = Command.of(0, 0x70, 0, 0).expecting(1);
  private static final Octets ECASD = Octets.hex("A0000005591010FFFFFFFF8900000200");

  private static int status(EuiccCard card, Command command) {
    return card.transmit(command).response().status().value();
  }

  private static int select(EuiccCard card, int channel, Octets aid) {
    return status(card, Command.of(channel, 0xa4, 4, 0).with(aid).expecting(256)) & 0xff00;
  }

  private static EuiccCard of(CardMaking.Kind kind) {
    return new Encounter(Encounter.MEMORY, List.of(), making -> making.as(kind)).card;
  }

  @Test
  void thereAreThreeMoreChannelsAndLeakedOnesStayUntilReset() {
    EuiccCard card = new Encounter().card;
    assertEquals(0x6c01, status(card, Command.of(0, 0x70, 0, 0)));
    assertEquals(Octets.of(2), card.transmit(OPEN).response().data());
    assertEquals(Octets.of(3), card.transmit(OPEN).response().data());
    assertEquals(0x6a81, status(card, OPEN));
    assertEquals(0x9000, status(card, Command.of(0, 0x70, 0x80, 2)));
    assertEquals(0x6881, status(card, Command.of(0, 0x70, 0x80, 2)));
    assertEquals(0x6881, status(card, Command.of(2, 0xa4, 4, 0).with(IsdR.AID)));
    assertEquals(Octets.of(2), card.transmit(OPEN).response().data());
    assertEquals(0x6a81, status(card, OPEN));
    card.reset();
    assertEquals(0x6881, status(card, Command.of(0x81, 0xe2, 0x91, 0).with(Octets.hex("BF2000"))));
    assertEquals(Octets.of(1), card.transmit(OPEN).response().data());
  }

  @ParameterizedTest
  @CsvSource({
    "11, 1, 6A86", // a block that is not the first
    "91, 2, 6A86",
    "80, 0, 6A86", // no such P1
    "91, 0, 6108"
  })
  void blocksAreCounted(String p1, int p2, String status) {
    Encounter both = new Encounter();
    Octets request = Octets.hex("BF3C00");
    Response said = both.raw(Command.of(0x80, 0xe2, Integer.parseInt(p1, 16), p2).with(request));
    assertEquals(
        status.substring(0, 2), String.format("%04X", said.status().value()).substring(0, 2));
  }

  @Test
  void aChainMayBeginAgainButNotWithinAPackage() {
    Encounter both = new Encounter();
    Octets info = Octets.hex("BF2000");
    Command first = Command.of(0x80, 0xe2, 0x11, 0).with(info.part(0, 1));
    Command last = Command.of(0x80, 0xe2, 0x91, 0).with(info);
    assertEquals(0x9000, both.raw(first).status().value());
    assertEquals(0x61, both.raw(last).status().value() >> 8);
    var fetched = both.fetch(both.order(Encounter.offer("8988211000000900011", "001010000900001")));
    List<Octets> segments = fetched.bound().segments();
    assertEquals(0x9000, both.store(segments.get(0)).status().value());
    assertEquals(0x9000, both.raw(first).status().value());
    assertEquals(0x6a86, both.raw(last).status().value());
    assertEquals(0x6a88, both.store(segments.get(1)).status().value(), "the session is over");
  }

  @Test
  void longBlocksAreRefusedAndSoIsStoreDataBesideTheIsdR() {
    Encounter both = new Encounter();
    Octets much = Octets.of(new byte[300]);
    assertEquals(0x6700, both.raw(Command.of(0x80, 0xe2, 0x91, 0).with(much)).status().value());
    assertEquals(0x6700, both.raw(Command.of(0x80, 0xe2, 0x91, 0)).status().value());
    Command info = Command.of(0x80, 0xe2, 0x91, 0).with(Octets.hex("BF2000"));
    assertEquals(0x6985, status(both.card, info));
  }

  @Test
  void longAnswersComeInChainsOf256() {
    Encounter both = new Encounter();
    var first = both.initiate();
    var mutual = both.authenticate(first, "ANY");
    int length = mutual.raw().raw().length();
    assertTrue(length > 512, "long enough to tell: " + length);
    var again = both.initiate();
    Octets request =
        new simwright.euicc.AuthenticateServer(
                again.signed(),
                again.signature(),
                again.rootKey(),
                again.certificate(),
                new simwright.euicc.AuthenticateServer.Context(
                    "ANY", simwright.euicc.DeviceInfo.of(Optional.empty())))
            .request()
            .raw();
    Response said = null;
    for (int at = 0, n = 0; at < request.length(); at += 255, n++) {
      boolean last = at + 255 >= request.length();
      Octets part = request.part(at, Math.min(request.length(), at + 255));
      said = both.raw(Command.of(0x80, 0xe2, last ? 0x91 : 0x11, n).with(part));
    }
    assertEquals(0x6100, said.status().value());
    Command more = Command.of(0, 0xc0, 0, 0).expecting(256);
    int rest = length;
    while (rest > 256) {
      Response piece = both.raw(more);
      assertEquals(256, piece.data().length());
      rest -= 256;
      assertEquals(0x6100 | (rest >= 256 ? 0 : rest), piece.status().value());
    }
    assertEquals(0x6c00 | rest, both.raw(more.expecting(rest - 1)).status().value());
    assertEquals(0x9000, both.raw(more.expecting(rest)).status().value());
    assertEquals(0x6985, both.raw(more).status().value(), "nothing is left");
  }

  @ParameterizedTest
  @CsvSource({
    "BF5500, 6A88", // GetEimConfigurationData, SGP.32
    "BF5E00, 6A88",
    "BF4500, 6A88", // version 3
    "BF3E035C014F, 6A88", // data that are not the EID
    "BF3803300100, 6A80",
    "BF31, 6A80",
    "BF3100, 6A80",
    "BF33025A00, 9000",
    "860100, 6985", // a segment without a package
    "00, 6A80"
  })
  void whatIsUnknownOrBrokenIsRefused(String request, String status) {
    Encounter both = new Encounter();
    assertEquals(status, String.format("%04X", both.store(Octets.hex(request)).status().value()));
  }

  @Test
  void noRequestWhateverBringsTheCardDown() {
    Encounter both = new Encounter();
    Random random = new Random(4711);
    int[] tags = {
      0x20, 0x21, 0x22, 0x28, 0x29, 0x2b, 0x2d, 0x2e, 0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36,
      0x38, 0x3c, 0x3e, 0x3f, 0x41, 0x43, 0x55
    };
    int answered = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] noise = new byte[random.nextInt(24)];
      random.nextBytes(noise);
      for (int j = 0; j < noise.length; j += 3) {
        noise[j] = (byte) new int[] {0x30, 0xa0, 0x80, 0x81, 0x5a, 0x5c, 2, 4}[random.nextInt(8)];
      }
      Octets request =
          Octets.of(0xbf, tags[random.nextInt(tags.length)], noise.length).then(Octets.of(noise));
      int status = both.store(request).status().value();
      answered += status == 0x9000 ? 1 : 0;
      assertTrue((status & 0xf000) == 0x9000 || (status & 0xf000) == 0x6000, request.hex());
      if (both.card.refreshWaits()) {
        both.card.refreshed();
        both.select();
      }
    }
    assertTrue(answered > 100, "some of it means something: " + answered);
  }

  @Test
  void aServerWhoseCertificateIsTakenBackIsRefused() {
    Encounter both = new Encounter();
    Octets list = both.pki.revoke(List.of(both.auth.certificate()));
    assertInstanceOf(Authenticated.Accepted.class, both.authenticate(both.initiate(), "ANY"));
    byte[] changed = list.toArray();
    changed[changed.length - 3] ^= 1;
    assertEquals(1, both.send(new LoadCrl(Tlv.read(Octets.of(changed)))).value());
    Octets foreign =
        TestPki.make(both.random, Encounter.NOW).revoke(List.of(both.auth.certificate()));
    assertEquals(4, both.send(new LoadCrl(Tlv.read(foreign))).value());
    assertEquals(2, both.send(new LoadCrl(Tlv.read(Octets.hex("30020500")))).value());
    assertInstanceOf(Authenticated.Accepted.class, both.authenticate(both.initiate(), "ANY"));
    assertEquals(0, both.send(new LoadCrl(Tlv.read(list))).value());
    var refused =
        assertInstanceOf(Authenticated.Refused.class, both.authenticate(both.initiate(), "ANY"));
    assertEquals(1, refused.code().value());
  }

  @Test
  void aUsualCardTakesItsTime() {
    Encounter both = new Encounter(Encounter.MEMORY, List.of(), making -> making.at(Pace.USUAL));
    var fetched = both.fetch(both.order(Encounter.offer("8988211000000900011", "001010000900001")));
    Duration all = Duration.ZERO;
    for (Octets segment : fetched.bound().segments()) {
      for (int at = 0, n = 0; at < segment.length(); at += 255, n++) {
        boolean last = at + 255 >= segment.length();
        Octets part = segment.part(at, Math.min(segment.length(), at + 255));
        all =
            all.plus(
                both.card
                    .transmit(Command.of(0x81, 0xe2, last ? 0x91 : 0x11, n).with(part))
                    .took());
      }
    }
    assertTrue(all.toSeconds() >= 18 && all.toSeconds() <= 90, all.toString());
  }

  @Test
  void aPlainCardHasNoIsdR() {
    EuiccCard card = of(CardMaking.Kind.PLAIN);
    assertEquals(0x9000, status(card, OPEN));
    assertEquals(0x6a00, select(card, 1, IsdR.AID));
    assertEquals(0x6a00, select(card, 1, ECASD));
  }

  @Test
  void aCardOfAnSmSrHasAnIsdRWithoutEs10AndItsEidElsewhere() {
    EuiccCard card = of(CardMaking.Kind.SM_SR);
    assertEquals(0x9000, status(card, OPEN));
    assertEquals(0x6100, select(card, 1, IsdR.AID));
    Command eid = Command.of(0x81, 0xe2, 0x91, 0).with(Octets.hex("BF3E035C015A"));
    assertEquals(0x6a88, status(card, eid));
    assertEquals(0x6100, select(card, 1, ECASD));
    assertEquals(0x6112, status(card, Command.of(0x81, 0xca, 0, 0x5a).expecting(256)));
    assertEquals(
        Octets.hex("5A10" + Encounter.EID.value()),
        card.transmit(Command.of(1, 0xc0, 0, 0).expecting(0x12)).response().data());
  }

  @Test
  void aCardOfAnEimIsReadAndNotSwitched() {
    Encounter both = new Encounter(Encounter.MEMORY, List.of(), m -> m.as(CardMaking.Kind.IOT));
    both.select();
    assertEquals(0x9000, both.store(Octets.hex("BF2200")).status().value());
    Tlv managers = Tlv.read(both.store(Octets.hex("BF5500")).data());
    assertTrue(managers.raw().hex().contains("65696D2E73696D777269676874"), "eim.simwright");
    assertEquals(0x9000, both.store(Octets.hex("BF5600")).status().value());
    assertEquals(0x6a88, both.store(Octets.hex("BF3109A0045A0298898101FF")).status().value());
  }

  @Test
  void aCardMayHaveItsIsdRElsewhere() {
    EuiccCard card =
        new Encounter(
                Encounter.MEMORY,
                List.of(),
                making -> making.as(CardMaking.Kind.IOT).at(CardMaking.OTHER))
            .card;
    assertEquals(0x9000, status(card, OPEN));
    assertEquals(0x6a00, select(card, 1, IsdR.AID));
    assertEquals(0x6100, select(card, 1, CardMaking.OTHER));
  }
}
