package simwright.sim.euicc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import simwright.euicc.ProfileInfo;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// The functions of ES10a, ES10b and ES10c as the card carries them out (SGP.22 clause 5.7), with
/// the standard's results for what it refuses.
final class Es10 {
  private static final Tag RESULT = Tag.of(0x80);
  private static final Tag FLAG = Tag.of(0x81);
  private static final Tag CHOICE = Tag.of(0xa0);
  private static final int DONE = 0;
  private static final int NOT_FOUND = 1;
  private static final int NOTHING = 1;
  private static final int WRONG_STATE = 2;
  private static final int POLICY = 3;
  private static final int NOT_THE_FORMER = 4;
  private static final int BUSY = 5;
  private static final int UNDEFINED = 127;
  private static final int LONGEST_NICKNAME = 64;
  private static final int LONGEST_ADDRESS = 255;

  private final CardMemory memory;
  private final RspSession session;
  private final CardFacts facts;
  private PackageLoader loader;
  private boolean toolkitBusy;
  private Runnable atRefresh = () -> {};
  private boolean waiting;

  /// Whether a package is under way.
  boolean loading() {
    return loader.under();
  }

  /// The chain of blocks broke: a package under way cannot go on.
  void broken() {
    if (loading()) {
      session.end();
    }
  }

  /// What the card says, and whether it wants the device to read it anew.
  record Said(Octets data, boolean refresh) {}

  Es10(CardMemory memory, Instant now) {
    this.memory = memory;
    this.session = new RspSession(memory, now);
    this.facts = new CardFacts(memory);
    this.loader = new PackageLoader(memory, session);
  }

  /// Power was lost or the card was reset: what is volatile is gone, what waited has happened.
  void reset() {
    loader.interrupted();
    session.end();
    loader = new PackageLoader(memory, session);
    toolkitBusy = false;
    refreshed();
  }

  /// The device has read the card anew.
  void refreshed() {
    if (waiting) {
      waiting = false;
      atRefresh.run();
    }
  }

  /// Whether a REFRESH waits to be fetched.
  boolean waiting() {
    return waiting;
  }

  /// A toolkit session of the profile is under way until it ends or the card is reset, or not.
  void toolkitBusy(boolean busy) {
    toolkitBusy = busy;
  }

  /// One function, or one segment of a package.
  Said carryOut(Octets request) {
    int first = request.isEmpty() ? 0 : request.at(0);
    if (isPackage(request) && loader.orphaned()) {
      loader.interrupted();
      loader = new PackageLoader(memory, session);
    }
    boolean segment =
        loader.under()
            ? first != 0xbf || isPackage(request)
            : isPackage(request) || (first >= 0x86 && first <= 0x88) || (first & 0xfc) == 0xa0;
    if (segment) {
      Optional<Tlv> result = loader.take(request);
      if (result.isPresent()) {
        loader = new PackageLoader(memory, session);
      }
      return new Said(result.map(Tlv::raw).orElse(Octets.NONE), false);
    }
    Tlv function = Tlv.read(request);
    boolean before = waiting;
    boolean iot = memory.made().kind() == CardMaking.Kind.IOT;
    Octets said = (iot ? answerIot(function) : answer(function)).raw();
    return new Said(said, waiting && !before);
  }

  private static boolean isPackage(Octets request) {
    return request.length() > 1 && request.at(0) == 0xbf && request.at(1) == 0x36;
  }

  private Tlv answer(Tlv request) {
    Tag tag = request.tag();
    return switch (tag.value()) {
      case 0xbf20 -> facts.info1();
      case 0xbf22 -> facts.info2();
      case 0xbf2e -> Tlv.of(tag, Tlv.of(RESULT, session.challenge()));
      case 0xbf3e -> data(request);
      case 0xbf3c -> facts.addresses();
      case 0xbf3f -> result(tag, defaultServer(Asn1.text(request.get(RESULT))));
      case 0xbf43 -> facts.authorisationTable();
      case 0xbf2d -> profiles(request);
      case 0xbf28 -> list(tag, CHOICE, memory.notifications().list(kind(request)));
      case 0xbf2b -> notifications(request);
      case 0xbf30 -> removed(request);
      case 0xbf38 -> session.authenticate(request, facts.info2().raw());
      case 0xbf21 -> session.prepare(request);
      case 0xbf41 -> session.cancel(request);
      case 0xbf31 -> result(tag, enable(request));
      case 0xbf32 -> result(tag, disable(request));
      case 0xbf33 -> result(tag, delete(first(request)));
      case 0xbf34 -> result(tag, memoryReset(Asn1.bits(request.get(Tag.of(0x82)))));
      case 0xbf29 -> result(tag, nickname(request));
      case 0xbf35 -> revocations(request);
      default -> throw new Refusal(Refusal.NOT_FOUND);
    };
  }

  /// What an eUICC of SGP.32 is asked; its profiles are switched by its eIM alone.
  private Tlv answerIot(Tlv request) {
    return switch (request.tag().value()) {
      case 0xbf55 -> facts.managers();
      case 0xbf56 -> facts.certificates();
      case 0xbf31, 0xbf32, 0xbf33, 0xbf34, 0xbf29, 0xbf35 -> throw new Refusal(Refusal.NOT_FOUND);
      default -> answer(request);
    };
  }

  private Tlv revocations(Tlv request) {
    int code = memory.revocations().load(first(request).raw());
    return code == Revocations.DONE
        ? Tlv.of(request.tag(), Tlv.of(CHOICE, List.<Tlv>of()))
        : Tlv.of(request.tag(), Tlv.of(FLAG, Asn1.integer(code)));
  }

  private static Tlv first(Tlv outer) {
    return outer.children().stream().findFirst().orElseThrow(() -> new Refusal(Refusal.WRONG_DATA));
  }

  private static Tlv result(Tag tag, int code) {
    return Tlv.of(tag, Tlv.of(RESULT, Asn1.integer(code)));
  }

  private static Tlv list(Tag tag, Tag around, List<Tlv> all) {
    return Tlv.of(tag, Tlv.of(around, all));
  }

  private static Optional<BitSet> kind(Tlv request) {
    return request.find(FLAG).map(Asn1::bits);
  }

  private int defaultServer(String address) {
    if (address.length() > LONGEST_ADDRESS) {
      return UNDEFINED;
    }
    memory.defaultServer(address);
    return DONE;
  }

  private Tlv profiles(Tlv request) {
    Optional<Tlv> one = request.find(CHOICE).map(Es10::first);
    List<Tag> wanted = request.find(Tag.of(0x5c)).map(each -> tags(each.value())).orElse(List.of());
    List<Tlv> entries = new ArrayList<>();
    for (StoredProfile profile : memory.profiles()) {
      // what serves to fetch others is not for users, unless it is asked for by name
      boolean shown = profile.kind() != ProfileInfo.ProfileClass.PROVISIONING;
      if (one.map(search -> matches(profile, search)).orElse(shown)) {
        entries.add(profile.entry(wanted));
      }
    }
    return list(request.tag(), CHOICE, entries);
  }

  private static boolean matches(StoredProfile profile, Tlv search) {
    return search.tag().equals(Tag.of(0x95))
        ? profile.kind().ordinal() == Asn1.integer(search)
        : profile.is(search);
  }

  private static List<Tag> tags(Octets list) {
    List<Tag> all = new ArrayList<>();
    int at = 0;
    while (at < list.length()) {
      boolean two = (list.at(at) & 0x1f) == 0x1f && at + 1 < list.length();
      all.add(tag(two ? list.at(at) << 8 | list.at(at + 1) : list.at(at)));
      at += two ? 2 : 1;
    }
    return all;
  }

  private static Tag tag(int value) {
    try {
      return Tag.of(value);
    } catch (IllegalArgumentException none) {
      throw new Refusal(Refusal.WRONG_DATA);
    }
  }

  /// GetEuiccData knows the EID alone.
  private Tlv data(Tlv request) {
    if (!tags(request.get(Tag.of(0x5c)).value()).equals(List.of(StoredProfile.ICCID))) {
      throw new Refusal(Refusal.NOT_FOUND);
    }
    return Tlv.of(request.tag(), Tlv.of(StoredProfile.ICCID, memory.eidOctets()));
  }

  private Tlv notifications(Tlv request) {
    Optional<Tlv> choice = request.find(CHOICE);
    Optional<Integer> number = choice.flatMap(each -> each.find(RESULT)).map(Asn1::integer);
    List<Tlv> found = memory.notifications().signed(number, choice.flatMap(Es10::kind));
    return found.isEmpty()
        ? Tlv.of(request.tag(), Tlv.of(FLAG, Asn1.integer(NOTHING)))
        : list(request.tag(), CHOICE, found);
  }

  private Tlv removed(Tlv request) {
    boolean there = memory.notifications().remove(Asn1.integer(request.get(RESULT)));
    return result(request.tag(), there ? DONE : NOTHING);
  }

  private int enable(Tlv request) {
    Optional<StoredProfile> found = named(request);
    Optional<StoredProfile> former = memory.enabled();
    if (found.isEmpty()) {
      return NOT_FOUND;
    }
    StoredProfile profile = found.get();
    if (profile.enabled()) {
      return WRONG_STATE;
    }
    // a test profile may stand in for any (SGP.22 clause 3.2.1)
    if (!isTest(profile) && former.map(each -> each.rules().mayNotDisable()).orElse(false)) {
      return POLICY;
    }
    boolean inTest = former.map(each -> isTest(each)).orElse(false);
    if (inTest
        && !isTest(profile)
        && memory.beforeTest().map(aid -> !aid.equals(profile.aid())).orElse(false)) {
      return NOT_THE_FORMER;
    }
    return change(
        request,
        () -> {
          if (!inTest || !isTest(profile)) {
            memory.beforeTest(isTest(profile) ? former.map(StoredProfile::aid).orElse(null) : null);
          }
          former.ifPresent(each -> switched(each, false));
          switched(profile, true);
        });
  }

  private int disable(Tlv request) {
    Optional<StoredProfile> found = named(request);
    if (found.isEmpty()) {
      return NOT_FOUND;
    }
    StoredProfile profile = found.get();
    if (!profile.enabled()) {
      return WRONG_STATE;
    }
    if (profile.rules().mayNotDisable()) {
      return POLICY;
    }
    return change(
        request,
        () -> {
          switched(profile, false);
          if (isTest(profile)) {
            memory
                .beforeTest()
                .flatMap(aid -> memory.find(Tlv.of(StoredProfile.AID, aid)))
                .ifPresent(each -> switched(each, true));
          }
        });
  }

  private Optional<StoredProfile> named(Tlv request) {
    return memory.find(first(request.get(CHOICE)));
  }

  private static boolean isTest(StoredProfile profile) {
    return profile.kind() == ProfileInfo.ProfileClass.TEST;
  }

  /// With the flag the card asks to be read anew, and the change happens then; without it happens
  /// at once (SGP.22 clause 5.7.16). A toolkit session that is under way stands in the way of both,
  /// as the REFRESH would begin another one (ETSI TS 102 223 clause 4).
  private int change(Tlv request, Runnable what) {
    boolean flagged = Asn1.bool(request.get(FLAG));
    if (waiting || toolkitBusy) {
      return BUSY;
    }
    session.end();
    if (flagged) {
      waiting = true;
      atRefresh = what;
    } else {
      what.run();
    }
    return DONE;
  }

  private void switched(StoredProfile profile, boolean on) {
    profile.enabled(on);
    memory.notifications().tell(profile, on ? Notifications.ENABLE : Notifications.DISABLE);
  }

  private int delete(Tlv id) {
    Optional<StoredProfile> found = memory.find(id);
    if (found.isEmpty()) {
      return NOT_FOUND;
    }
    if (found.get().enabled()) {
      return WRONG_STATE;
    }
    if (found.get().rules().mayNotDelete()) {
      return POLICY;
    }
    deleted(found.get());
    return DONE;
  }

  /// Most of the room comes back; some stays with the card's own bookkeeping.
  private void deleted(StoredProfile profile) {
    memory.profiles().remove(profile);
    memory.give(profile.size() * 95 / 100);
    memory.notifications().tell(profile, Notifications.DELETE);
  }

  private int memoryReset(BitSet what) {
    if (waiting || toolkitBusy) {
      return BUSY;
    }
    List<StoredProfile> gone =
        memory.profiles().stream()
            .filter(each ->
                switch (each.kind()) {
                  case OPERATIONAL -> what.get(0);
                  case TEST -> what.get(1);
                  case PROVISIONING -> false;
                })
            .toList();
    boolean address = what.get(2) && !memory.defaultServer().isEmpty();
    if (gone.isEmpty() && !address) {
      return NOTHING;
    }
    if (address) {
      memory.defaultServer("");
    }
    boolean running = gone.stream().anyMatch(StoredProfile::enabled);
    session.end();
    gone.forEach(each -> {
      each.enabled(false);
      deleted(each);
    });
    if (running) {
      waiting = true;
      atRefresh = () -> {};
    }
    return DONE;
  }

  private int nickname(Tlv request) {
    Optional<StoredProfile> found = memory.find(request.get(Tag.of(0x5a)));
    if (found.isEmpty()) {
      return NOT_FOUND;
    }
    Tlv text = request.get(Tag.of(0x90));
    if (text.value().length() > LONGEST_NICKNAME) {
      return UNDEFINED;
    }
    found.get().nickname(Asn1.text(text));
    return DONE;
  }
}
