package simwright.sim.modem;

import java.util.Map;
import java.util.Optional;

/// Which card slot is in use, by the maker's own command. A switch drops registration and data, and
/// the modem reads the other card.
final class SlotCommands implements Group {
  /// How each maker counts: the number of its first slot.
  private static final Map<String, Integer> FIRST =
      Map.of(
          "+QUIMSLOT",
          1,
          "+QDSIM",
          0,
          "+SMSIMCFG",
          1,
          "#SIMSELECT",
          1,
          "!UIMS",
          0,
          "+GTDUALSIM",
          0,
          "^SIMSWITCH",
          1,
          "%CSUS",
          1);

  private final Board board;
  private final Runnable switched;

  /// `switched` happens after another slot was chosen.
  SlotCommands(Board board, Runnable switched) {
    this.board = board;
    this.switched = switched;
  }

  @Override
  public Optional<Say> answer(Request request) {
    if (!board.who().has("slot", request.name())) {
      return Optional.empty();
    }
    if (request.name().equals("^SCFG")) {
      return request.argument(0).equalsIgnoreCase("SIM/CS")
          ? Optional.of(cinterion(request))
          : Optional.empty();
    }
    Integer first = FIRST.get(request.name());
    return first == null ? Optional.empty() : Optional.of(slot(request, first));
  }

  private Say slot(Request request, int first) {
    int last = first + board.slots().count() - 1;
    if (request.isTest()) {
      return Say.ok(request.name() + ": (" + first + "-" + last + ")");
    }
    if (request.isRead()) {
      String lead = request.name().equals("+SMSIMCFG") ? "1," : "";
      return Say.ok(request.name() + ": " + lead + (first + board.slots().current()));
    }
    String chosen = request.argument(request.name().equals("+SMSIMCFG") ? 1 : 0);
    return chosen.matches("[0-9]") ? select(Integer.parseInt(chosen) - first) : Say.cme(50);
  }

  private Say cinterion(Request request) {
    String chosen = request.argument(1);
    return chosen.isEmpty()
        ? Say.ok("^SCFG: \"SIM/CS\",\"SIM" + (board.slots().current() + 1) + "\"")
        : chosen.matches("SIM[1-9]") ? select(chosen.charAt(3) - '1') : Say.cme(50);
  }

  private Say select(int slot) {
    if (slot == board.slots().current()) {
      return Say.ok();
    }
    if (!board.slots().select(slot)) {
      return Say.cme(50);
    }
    switched.run();
    return Say.ok();
  }
}
