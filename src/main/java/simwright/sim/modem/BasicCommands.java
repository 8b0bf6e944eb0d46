package simwright.sim.modem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The basic commands of ITU-T V.250: echo, result codes, identification, profiles.
final class BasicCommands {
  private static final Set<String> TAKEN =
      Set.of(
          "X", "X0", "X1", "X2", "X3", "X4", "H", "H0", "&C", "&C0", "&C1", "&K0", "&K3", "&W",
          "&W0", "L", "L0", "L1", "L2", "L3", "M", "M0", "M1", "T", "P", "&S0", "&S1", "&Q6", "O",
          "O0");

  private final Board board;

  BasicCommands(Board board) {
    this.board = board;
  }

  Say answer(String command) {
    Settings settings = board.settings();
    switch (command) {
      case "E", "E0" -> settings.echo = false;
      case "E1" -> settings.echo = true;
      case "V0" -> settings.words = false;
      case "V", "V1" -> settings.words = true;
      case "Q", "Q0" -> settings.quiet = false;
      case "Q1" -> settings.quiet = true;
      case "Z", "Z0", "&F", "&F0" -> settings.reset();
      case "&D", "&D0", "&D1", "&D2" ->
          settings.dtr = command.length() == 2 ? 0 : command.charAt(2) - '0';
      case "&V" -> {
        return view(settings);
      }
      case "I", "I0" -> {
        return Say.ok(identity());
      }
      case "I9" -> {
        return board.who().has("firmware", "I9")
            ? Say.ok(board.who().simulator().revision())
            : Say.error();
      }
      case "I1" -> {
        return Say.ok(board.who().simulator().revision());
      }
      default -> {
        if (command.matches("S[0-9]+.*")) {
          return register(command, settings);
        }
        return TAKEN.contains(command) ? Say.ok() : Say.error();
      }
    }
    return Say.ok();
  }

  /// The registers of ITU-T V.250 clause 6: read in three digits, or set.
  private static Say register(String command, Settings settings) {
    String[] parts = command.substring(1).split("[=?]", -1);
    String name = parts[0];
    if (!settings.registers.containsKey(name)) {
      return Say.error();
    }
    if (command.endsWith("?")) {
      return Say.ok(String.format(Locale.ROOT, "%03d", settings.registers.get(name)));
    }
    String value = parts.length > 1 && !parts[1].isEmpty() ? parts[1] : "0";
    if (!value.matches("[0-9]{1,3}") || Integer.parseInt(value) > 255) {
      return Say.error();
    }
    settings.registers.put(name, Integer.parseInt(value));
    return Say.ok();
  }

  private List<String> identity() {
    List<String> lines = new ArrayList<>();
    lines.add(board.who().simulator().manufacturer());
    lines.add(board.who().simulator().model());
    lines.add("Revision: " + board.who().simulator().revision());
    return lines;
  }

  private static Say view(Settings settings) {
    return Say.ok(
        "&D: " + settings.dtr,
        "E: " + (settings.echo ? 1 : 0),
        "Q: " + (settings.quiet ? 1 : 0),
        "V: " + (settings.words ? 1 : 0));
  }
}
