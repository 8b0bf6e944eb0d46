package simwright.sim.euicc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import simwright.euicc.PolicyRules;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.rsp.trust.Signatures;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// Takes a bound profile package segment by segment (SGP.22 clauses 2.5.5, 5.7.6): holds it to its
/// order, checks its signature and every MAC, and installs the profile. Every failure ends in a
/// signed result; what was taken of the memory is given back.
final class PackageLoader {
  /// The command in which it stopped (BppCommandId).
  private enum Stage {
    INITIALISE,
    CONFIGURE,
    METADATA,
    METADATA_2,
    REPLACE_KEYS,
    ELEMENTS
  }

  /// Why it stopped (ErrorReason).
  private enum Reason {
    INPUT(1),
    SIGNATURE(2),
    TRANSACTION(3),
    CRT(4),
    OPERATION(5),
    STRUCTURE(7),
    SECURITY(8),
    ICCID_EXISTS(9),
    NO_MEMORY(10),
    INTERRUPTED(11),
    ELEMENT(12),
    MISMATCH(13),
    TEST_KEY(14),
    POLICY(15);

    private final int number;

    Reason(int number) {
      this.number = number;
    }
  }

  /// How much more a profile takes in the memory than in its package.
  private static final int INSTALLED_PERCENT = 130;

  private static final Tag PACKAGE = Tag.of(0xbf36);
  private static final Tag SECURE_CHANNEL = Tag.of(0xbf23);
  private static final Tag SIGNATURE = Tag.of(0x5f37);
  private static final Tag POINT = Tag.of(0x5f49);
  private static final Tag OWNER = Tag.of(0xb7);
  private static final Tag CRT = Tag.of(0xa6);
  private static final Tag TRANSACTION = Tag.of(0x80);
  private static final Octets SUCCESS = Octets.hex("3007A0053003800100");

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Reason reason;

    Stopped(Reason reason) {
      super(reason.name(), null, false, false);
      this.reason = reason;
    }
  }

  private final CardMemory memory;
  private final RspSession session;
  private Stage stage = Stage.INITIALISE;
  private int left;
  private @Nullable ProtectedSegments segments;
  private Octets described = Octets.NONE;
  private @Nullable Tlv metadata;
  private final List<Octets> elements = new ArrayList<>();
  private int taken;
  private RspSession.@Nullable Prepared owner;

  PackageLoader(CardMemory memory, RspSession session) {
    this.memory = memory;
    this.session = session;
  }

  /// Whether a package is under way.
  boolean under() {
    return owner != null;
  }

  /// Whether a package is under way whose session is over.
  boolean orphaned() {
    RspSession.Prepared before = owner;
    return before != null && session.prepared().filter(before::equals).isEmpty();
  }

  /// One segment, which is one chain of STORE DATA; a result where it is the last or wrong.
  Optional<Tlv> take(Octets segment) {
    RspSession.Prepared prepared =
        session.prepared().filter(unused -> !orphaned()).orElseThrow(this::misplaced);
    try {
      return step(segment, prepared);
    } catch (Stopped stopped) {
      return Optional.of(failed(prepared, stopped.reason));
    } catch (Fault unreadable) {
      return Optional.of(failed(prepared, Reason.INPUT));
    }
  }

  /// The supply went away in the middle, or the session did: noted at the next power-up or when
  /// another package begins.
  void interrupted() {
    RspSession.Prepared before = owner;
    if (before != null) {
      Tlv unused = failed(before, Reason.INTERRUPTED);
    }
  }

  private Refusal misplaced() {
    return new Refusal(under() ? Refusal.NOT_FOUND : Refusal.NOT_ALLOWED);
  }

  private Optional<Tlv> step(Octets segment, RspSession.Prepared prepared) {
    Head head = Head.read(segment);
    return switch (stage) {
      case INITIALISE -> {
        expect(head, PACKAGE);
        owner = prepared;
        initialise(Tlv.read(segment.from(head.size())), prepared);
        stage = Stage.CONFIGURE;
        left = -1;
        yield Optional.empty();
      }
      case CONFIGURE -> {
        Octets opened = opened(within(segment, head, 0xa0), 0x87);
        check(Tlv.read(opened).tag().equals(Tag.of(0xbf24)), Reason.INPUT);
        next(Stage.METADATA);
        yield Optional.empty();
      }
      case METADATA, METADATA_2 -> metadataStep(segment, head);
      case REPLACE_KEYS -> keysOrElements(segment, head);
      case ELEMENTS -> elementStep(segment, prepared);
    };
  }

  /// The header of a group, which goes with its first segment or, for 88 and 86, alone.
  private Tlv within(Octets segment, Head head, int group) {
    Octets one = segment;
    if (left < 0) {
      expect(head, Tag.of(group));
      left = head.length();
      one = segment.from(head.size());
    }
    left -= one.length();
    check(left >= 0, Reason.STRUCTURE);
    return Tlv.read(one);
  }

  private void next(Stage following) {
    if (left == 0) {
      stage = following;
      left = -1;
    }
  }

  private Optional<Tlv> metadataStep(Octets segment, Head head) {
    if (left < 0) {
      expect(head, Tag.of(0xa1));
      check(segment.length() == head.size(), Reason.STRUCTURE);
      left = head.length();
      return Optional.empty();
    }
    Tlv one = Tlv.read(segment);
    left -= segment.length();
    check(left >= 0, Reason.STRUCTURE);
    described = described.then(opened(one, 0x88));
    if (left == 0) {
      Tlv whole = Tlv.read(described);
      metadata = whole;
      accept(whole);
    }
    next(Stage.REPLACE_KEYS);
    return Optional.empty();
  }

  private Optional<Tlv> keysOrElements(Octets segment, Head head) {
    if (left < 0 && head.tag().equals(Tag.of(0xa3))) {
      check(segment.length() == head.size(), Reason.STRUCTURE);
      stage = Stage.ELEMENTS;
      left = head.length();
      return Optional.empty();
    }
    Tlv keys = Tlv.read(opened(within(segment, head, 0xa2), 0x87));
    check(keys.tag().equals(Tag.of(0xbf26)), Reason.INPUT);
    channel()
        .replace(
            new SessionKeys(
                keys.get(Tag.of(0x80)).value(),
                keys.get(Tag.of(0x81)).value(),
                keys.get(Tag.of(0x82)).value()));
    left = -1;
    return Optional.empty();
  }

  private Optional<Tlv> elementStep(Octets segment, RspSession.Prepared prepared) {
    left -= segment.length();
    check(left >= 0, Reason.STRUCTURE);
    Octets plain = opened(Tlv.read(segment), 0x86);
    int size = plain.length() * INSTALLED_PERCENT / 100;
    check(memory.take(size), Reason.NO_MEMORY);
    taken += size;
    elements.add(plain);
    return left == 0 ? Optional.of(installed(prepared)) : Optional.empty();
  }

  private void initialise(Tlv init, RspSession.Prepared prepared) {
    check(init.tag().equals(SECURE_CHANNEL), Reason.INPUT);
    check(init.get(TRANSACTION).value().equals(prepared.transaction()), Reason.TRANSACTION);
    check(Asn1.integer(init.get(Tag.of(0x82))) == 1, Reason.OPERATION);
    Tlv crt = init.get(CRT);
    boolean aes128 =
        crt.get(Tag.of(0x80)).value().equals(Octets.of(0x88))
            && crt.get(Tag.of(0x81)).value().equals(Octets.of(0x10));
    check(aes128, Reason.CRT);
    Octets message =
        Octets.join(
            List.of(
                init.get(Tag.of(0x82)).raw(),
                init.get(TRANSACTION).raw(),
                crt.raw(),
                init.get(POINT).raw(),
                Tlv.of(POINT, prepared.oneTime().point()).raw()));
    check(
        Signatures.verify(prepared.binder(), message, init.get(SIGNATURE).value()),
        Reason.SIGNATURE);
    try {
      Octets secret = prepared.oneTime().agree(init.get(POINT).value());
      Octets host = crt.get(Tag.of(0x84)).value();
      segments = new ProtectedSegments(SessionKeys.derive(secret, host, memory.eidOctets()));
    } catch (IllegalArgumentException noPoint) {
      throw new Stopped(Reason.INPUT);
    }
  }

  private void accept(Tlv data) {
    check(data.tag().equals(Tag.of(0xbf25)), Reason.INPUT);
    Octets iccid = data.get(StoredProfile.ICCID).value();
    check(
        memory.profiles().stream().noneMatch(each -> each.iccid().equals(iccid)),
        Reason.ICCID_EXISTS);
    PolicyRules rules = data.find(Tag.of(0x99)).map(PolicyRules::read).orElse(PolicyRules.NONE);
    Optional<Tlv> of = data.find(OWNER);
    boolean allowed =
        (!rules.mayNotDisable() || allows(PolicyRules::mayNotDisable, of))
            && (!rules.mayNotDelete() || allows(PolicyRules::mayNotDelete, of));
    // a profile that may not be disabled must be the first of its kind (SGP.22 clause 2.9.2.1)
    boolean first =
        memory.profiles().stream()
            .noneMatch(each -> each.kind() == ProfileInfo.ProfileClass.OPERATIONAL);
    check(allowed && (first || !rules.mayNotDisable()), Reason.POLICY);
  }

  /// Each rule needs a row for the owner of the profile (SGP.22 clause 2.9.2.1).
  private boolean allows(Predicate<PolicyRules> rule, Optional<Tlv> of) {
    return memory.made().allowed().stream()
        .anyMatch(row ->
            rule.test(row.rules()) && row.owners().stream().anyMatch(each -> each.covers(of)));
  }

  private Tlv installed(RspSession.Prepared prepared) {
    Tlv data = metadata;
    Upp upp = Upp.read(Octets.join(elements)).orElseThrow(() -> new Stopped(Reason.ELEMENT));
    if (data == null) {
      throw new Stopped(Reason.INPUT);
    }
    check(Upp.swapped(upp.iccid()).equals(data.get(StoredProfile.ICCID).value()), Reason.MISMATCH);
    StoredProfile profile = new StoredProfile(memory.nextAid(), data, upp, taken);
    boolean test = profile.kind() == ProfileInfo.ProfileClass.TEST;
    check(!test || upp.aka().algorithm() == Upp.Aka.TEST, Reason.TEST_KEY);
    taken = 0;
    memory.profiles().add(profile);
    Tlv result =
        Tlv.of(
            Tag.of(0xa0), Tlv.of(StoredProfile.AID, profile.aid()), Tlv.of(Tag.of(0x04), SUCCESS));
    return over(prepared, result);
  }

  private Tlv failed(RspSession.Prepared prepared, Reason reason) {
    memory.give(taken);
    taken = 0;
    return over(
        prepared,
        Tlv.of(
            Tag.of(0xa1),
            Tlv.of(Tag.of(0x80), Asn1.integer(stage.ordinal())),
            Tlv.of(Tag.of(0x81), Asn1.integer(reason.number))));
  }

  private Tlv over(RspSession.Prepared prepared, Tlv result) {
    owner = null;
    Tlv data = metadata;
    Octets iccid = data == null ? Octets.NONE : data.get(StoredProfile.ICCID).value();
    Tlv oid = Tlv.of(Tag.of(0x06), Asn1.oid(prepared.binder().serverOid().orElse("2.999")));
    Tlv signed =
        memory
            .notifications()
            .installation(prepared.transaction(), prepared.address(), iccid, oid, result);
    session.end(prepared);
    return signed;
  }

  private Octets opened(Tlv segment, int tag) {
    check(segment.tag().equals(Tag.of(tag)), Reason.STRUCTURE);
    return channel().unwrap(segment).orElseThrow(() -> new Stopped(Reason.SECURITY));
  }

  private ProtectedSegments channel() {
    ProtectedSegments there = segments;
    if (there == null) {
      throw new Stopped(Reason.STRUCTURE);
    }
    return there;
  }

  private static void check(boolean holds, Reason otherwise) {
    if (!holds) {
      throw new Stopped(otherwise);
    }
  }

  private void expect(Head head, Tag tag) {
    if (!head.tag().equals(tag)) {
      throw misplaced();
    }
  }

  /// Tag and length at the beginning of bytes whose value may come later.
  private record Head(Tag tag, int length, int size) {
    static Head read(Octets bytes) {
      int at = bytes.length() > 1 && (bytes.at(0) & 0x1f) == 0x1f ? 2 : 1;
      if (bytes.length() <= at) {
        throw new Refusal(Refusal.NOT_ALLOWED);
      }
      Tag tag = Tag.of(at == 1 ? bytes.at(0) : bytes.at(0) << 8 | bytes.at(1));
      int first = bytes.at(at++);
      int length = first;
      if (first > 0x80) {
        length = 0;
        for (int i = 0; i < (first & 0x7f) && at < bytes.length(); i++) {
          length = length << 8 | bytes.at(at++);
        }
      }
      return new Head(tag, length, at);
    }
  }
}
