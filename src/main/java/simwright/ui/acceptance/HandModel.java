package simwright.ui.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.fault.Fault;
import simwright.link.LinkAddress;

/// The devices that no tool can drive: a person puts one on the bench by a name, and takes it away
/// again. They are there again in the next session, as one may have been left unsafe.
public final class HandModel {
  private static final String KEPT = "acceptance.by-hand";

  private final Workbench bench;
  private final AcceptanceSource source;

  /// With those of the last session.
  HandModel(Workbench bench, AcceptanceSource source) {
    this.bench = bench;
    this.source = source;
    kept().forEach(this::again);
  }

  private List<String> kept() {
    return bench.desk().recall(KEPT).lines().filter(name -> !name.isBlank()).toList();
  }

  /// A name that is none any more is forgotten.
  private void again(String name) {
    try {
      String unused = source.addByHand(name);
    } catch (Fault refused) {
      keep(kept().stream().filter(each -> !each.equals(name)).toList());
    }
  }

  private void keep(List<String> names) {
    bench.desk().keep(KEPT, String.join("\n", names));
  }

  /// Whether a scanned or typed text means such a device: `hand:NAME`.
  static boolean meant(String text) {
    return LinkAddress.parse(text).byHand();
  }

  /// Puts a device on the bench by its name, with or without `hand:` before it, and says its id;
  /// empty where that is no name, which is told.
  Optional<String> add(String text) {
    String name = meant(text) ? LinkAddress.parse(text).path() : text;
    try {
      String id = source.addByHand(name);
      List<String> names = new ArrayList<>(kept());
      String plain = LinkAddress.parse(id).path();
      if (!names.contains(plain)) {
        names.add(plain);
        keep(names);
      }
      return Optional.of(id);
    } catch (Fault refused) {
      bench.notices().tell(refused);
      return Optional.empty();
    }
  }

  /// Takes one off the bench; false where a run is under way on it, or it was left unsafe.
  boolean takeAway(Slot slot) {
    if (!offers(slot)) {
      return false;
    }
    source.takeAway(slot.device());
    String name = LinkAddress.parse(slot.device()).path();
    keep(kept().stream().filter(each -> !each.equals(name)).toList());
    return true;
  }

  /// Whether it can be taken away now.
  static boolean offers(Slot slot) {
    return slot.byHand() && slot.ready();
  }
}
