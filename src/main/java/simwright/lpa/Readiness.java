package simwright.lpa;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import simwright.device.CardSession;
import simwright.euicc.EuiccInfo2;
import simwright.euicc.GetEid;
import simwright.euicc.GetEuiccInfo2;
import simwright.euicc.ProfileInfo;
import simwright.fault.Fault;
import simwright.identity.Eid;
import simwright.identity.Identifier;

/// What is known of a card before a server is asked: who it is, what it can do, what it holds and
/// has room for.
record Readiness(Eid eid, EuiccInfo2 info, List<ProfileInfo> there) {
  /// No profile with a file system of its own is smaller, in bytes.
  static final long LEAST = 4096;

  private static final int OLDEST = 2;

  static Readiness of(CardSession card) {
    return new Readiness(
        card.ask(new GetEid()), card.ask(new GetEuiccInfo2()), CardReading.profiles(card));
  }

  /// Throws what makes a download hopeless, before an attempt of the order is spent on it.
  void check(String device) {
    if (major(info.svn()) < OLDEST) {
      throw new Fault(
          LpaCodes.CARD_VERSION, "looking at the card", device, "version " + info.svn(), null);
    }
    if (free() < LEAST) {
      throw new Fault(
          LpaCodes.NO_ROOM, "looking at the card", device, free() + " bytes free", null);
    }
  }

  long free() {
    return info.memory().freeNonVolatile();
  }

  boolean numberRight() {
    return eid.check() != Identifier.Check.WRONG;
  }

  /// What the book tells of it.
  Map<String, Object> facts() {
    Map<String, Object> with = new LinkedHashMap<>();
    with.put("card", eid);
    with.put("eidDigits", numberRight() ? "right" : "wrong");
    with.put("version", info.svn());
    with.put("profileVersion", info.profileVersion());
    with.put("profiles", there.size());
    with.put("freeBytes", free());
    return with;
  }

  private static int major(String version) {
    String first = version.substring(0, Math.max(0, version.indexOf('.')));
    return first.matches("[0-9]{1,3}") ? Integer.parseInt(first) : 0;
  }
}
