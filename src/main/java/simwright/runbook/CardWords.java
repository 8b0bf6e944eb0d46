package simwright.runbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import simwright.apdu.ClassByte;
import simwright.apdu.Command;
import simwright.apdu.Response;
import simwright.apdu.StatusWord;
import simwright.fault.Fault;
import simwright.tlv.Octets;

/// What goes to and comes from a card, in words: commands, answers, status words, data objects.
final class CardWords {
  private static final List<Integer> SECRET = List.of(0x20, 0x24, 0x26, 0x28, 0x2c, 0x88);

  private final Runbook runbook;
  private final Map<String, List<String>> words = new HashMap<>();

  CardWords(Runbook runbook) {
    this.runbook = runbook;
    for (List<String> row : Resource.rows("card-words.txt")) {
      words.put(row.getFirst(), row);
    }
  }

  /// Whatever these digits are: a status word, a data object, an answer or a command; empty when
  /// they are no bytes.
  Optional<Explained> any(String text) {
    String hex = text.replaceAll("(?i)^(?:sw|0x)[\\s:=]*|[\\s:]", "").toUpperCase(Locale.ROOT);
    boolean bytesOnly = hex.matches("(?:[0-9A-F]{2}){2,}");
    boolean word = hex.length() < 8 && hex.chars().noneMatch(Character::isDigit);
    if (!bytesOnly || word) {
      return Optional.empty();
    }
    Octets bytes = Octets.hex(hex);
    if (bytes.length() == 2) {
      StatusWord status = new StatusWord(bytes.at(0) << 8 | bytes.at(1));
      return status.possible() ? Optional.of(status(status)) : Optional.empty();
    }
    boolean answer = TlvWords.named(bytes.part(0, bytes.length() - 2));
    if (TlvWords.named(bytes) && !(answer && hex.endsWith("9000"))) {
      return Optional.of(objects(bytes));
    }
    return command(bytes).or(() -> answer ? response(hex) : Optional.of(objects(bytes)));
  }

  private static Explained objects(Octets bytes) {
    try {
      List<Explained> read = TlvWords.of(bytes);
      return read.size() == 1
          ? read.getFirst()
          : Explained.of(bytes.hex(), "", "data objects").with(read);
    } catch (Fault noTlv) {
      String where = "bytes, but no data object, answer or command: " + noTlv.where();
      return Explained.of(bytes.hex(), noTlv.code().toString(), where).see(noTlv.code());
    }
  }

  /// An answer with its status word.
  Optional<Explained> response(String hex) {
    try {
      Response response = Response.parse(Octets.hex(hex));
      List<Explained> parts = new ArrayList<>();
      if (!response.data().isEmpty()) {
        parts.add(objects(response.data()));
      }
      parts.add(status(response.status()));
      return Optional.of(Explained.of(hex, "", "answer of the card").with(parts));
    } catch (Fault | IllegalArgumentException noAnswer) {
      return Optional.empty();
    }
  }

  /// A status word.
  Explained status(StatusWord status) {
    String counted =
        switch (status.range()) {
          case DONE_MORE -> status.bytes() + " bytes wait";
          case WRONG_LENGTH -> "the right length is " + status.bytes();
          case DONE_PROACTIVE -> "a proactive command of " + status.bytes() + " bytes waits";
          case TRIES_LEFT -> status.tries() + " tries left";
          default -> "";
        };
    String title = runbook.entry(status.code()).map(Entry::title).orElse(ranged(status.range()));
    String meaning = counted.isEmpty() ? title : title + ": " + counted;
    return Explained.of("status word", status.toString(), meaning)
        .at("ISO/IEC 7816-4 5.6, ETSI TS 102 221 10.2.1")
        .see(status.code());
  }

  private static String ranged(StatusWord.Range range) {
    return switch (range) {
      case DONE, DONE_PROACTIVE, DONE_MORE, DONE_RETRIED -> "done";
      case WARNING -> "done, with a warning";
      case TRIES_LEFT -> "wrong code";
      case EXECUTION_ERROR -> "the card failed while doing it";
      case WRONG_LENGTH, REFUSED -> "refused";
      case BUSY -> "busy";
      case APPLICATION -> "said by one application alone";
      case IMPOSSIBLE -> "no card may say this";
    };
  }

  private Optional<Explained> command(Octets bytes) {
    try {
      Command command = Command.parse(bytes);
      String ins = String.format(Locale.ROOT, "%02X", command.ins());
      String kind = command.cls().proprietary() ? "p" : "i";
      List<String> row = words.getOrDefault("ins " + kind + ins, words.get("ins *" + ins));
      return row == null
          ? Optional.empty()
          : Optional.of(
              Explained.of(bytes.part(0, 4).hex(), "", row.get(1) + ": " + row.get(2))
                  .at(row.get(3))
                  .with(parts(command)));
    } catch (Fault noCommand) {
      return Optional.empty();
    }
  }

  private List<Explained> parts(Command command) {
    List<Explained> parts = new ArrayList<>();
    ClassByte cls = command.cls();
    String owner = cls.proprietary() ? "proprietary class" : "ISO's own class";
    String chain = cls.chained() ? ", more of the chain follows" : "";
    String secure = cls.secured() ? ", secure messaging" : "";
    String channel = owner + ", logical channel " + cls.channel() + chain + secure;
    parts.add(Explained.of("CLA", cls.toString(), channel));
    String p1p2 = String.format(Locale.ROOT, "%02X%02X", command.p1(), command.p2());
    parts.add(Explained.of("P1 P2", p1p2, parameters(command)));
    if (!command.data().isEmpty()) {
      parts.add(data(command));
    }
    if (command.ne() > 0) {
      String most = (command.ne() >= 256 ? "up to " : "") + command.ne() + " bytes";
      parts.add(Explained.of("Le", Integer.toString(command.ne()), "expects " + most));
    }
    return parts;
  }

  private static String parameters(Command command) {
    boolean last = (command.p1() & 0x80) != 0;
    return switch (command.ins()) {
      case 0xe2 -> (last ? "last block, number " : "block number ") + command.p2();
      case 0x70 -> command.p1() == 0x80 ? "closes channel " + command.p2() : "opens a channel";
      case 0xa4 -> command.p1() == 4 ? "by application identifier" : "by file identifier";
      case 0xb2, 0xdc -> "record " + command.p1();
      case 0xb0, 0xd6 ->
          (command.p1() & 0x80) == 0 ? "from byte " + (command.p1() << 8 | command.p2()) : "";
      default -> "";
    };
  }

  private Explained data(Command command) {
    Octets data = command.data();
    if (SECRET.contains(command.ins())) {
      return Explained.of("data", "", data.length() + " bytes, not repeated: they may be a secret");
    }
    if (command.ins() == 0xa4) {
      return Explained.of("data", data.hex(), selected(data.hex()));
    }
    if (TlvWords.named(data)) {
      return Explained.of("data", "", data.length() + " bytes").with(List.of(objects(data)));
    }
    return Explained.of("data", data.hex(), data.length() + " bytes");
  }

  private String selected(String hex) {
    List<String> file = words.get("file " + hex.substring(Math.max(0, hex.length() - 4)));
    if (hex.length() <= 8 && file != null) {
      return file.get(1);
    }
    return words.values().stream()
        .filter(row -> row.getFirst().startsWith("aid "))
        .filter(row -> hex.startsWith(row.getFirst().substring(4)))
        .max((a, b) -> a.getFirst().length() - b.getFirst().length())
        .map(row -> row.get(1))
        .orElse("no known file or application");
  }
}
