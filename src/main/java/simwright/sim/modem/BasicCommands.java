package simwright.sim.modem;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The basic commands of ITU-T V.250: echo, result codes, identification, profiles.
final class BasicCommands {
  private static final Set<String> TAKEN =
      Set.of(
          "X", "X0", "X1", "X2", "X3", "X4", "S0", "S3", "S4", "S5", "S7", "H", "H0", "&C", "&C0",
          "&C1", "&K0", "&K3", "&W", "&W0", "L", "L0", "L1", "L2", "L3", "M", "M0", "M1", "T", "P",
          "&S0", "&S1", "&Q6", "O", "O0");

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
        return TAKEN.contains(command) ? Say.ok() : Say.error();
      }
    }
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
