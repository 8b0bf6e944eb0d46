package simwright.sim.modem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Phone books (3GPP TS 27.007 clauses 8.11 to 8.14): that of the card in use and that of the
/// device; which is meant is chosen by +CPBS and is the card's again after a start.
final class PhoneBookCommands implements Group {
  private static final int NUMBER = 40;
  private static final int TEXT = 14;

  private final Board board;

  PhoneBookCommands(Board board) {
    this.board = board;
  }

  @Override
  public Optional<Say> answer(Request request) {
    return switch (request.name()) {
      case "+CPBS" -> Optional.of(choose(request));
      case "+CPBR" -> Optional.of(book().map(book -> read(request, book)).orElse(Say.cme(10)));
      case "+CPBW" -> Optional.of(book().map(book -> write(request, book)).orElse(Say.cme(10)));
      default -> Optional.empty();
    };
  }

  private boolean ofTheCard() {
    return board.settings().phoneBook.equals("SM");
  }

  private Optional<PhoneBook> book() {
    return ofTheCard()
        ? board.slots().card().map(Card::phoneBook)
        : Optional.of(board.storage().phoneBook());
  }

  private Say choose(Request request) {
    if (request.isTest()) {
      return Say.ok("+CPBS: (\"SM\",\"ME\")");
    }
    if (request.isRead()) {
      return book()
          .map(book ->
              Say.ok(
                  "+CPBS: \""
                      + board.settings().phoneBook
                      + "\","
                      + book.used()
                      + ","
                      + book.size()))
          .orElse(Say.cme(10));
    }
    if (!request.argument(0).matches("SM|ME")) {
      return Say.cme(3);
    }
    board.settings().phoneBook = request.argument(0);
    return Say.ok();
  }

  private static Say read(Request request, PhoneBook book) {
    if (request.isTest()) {
      return Say.ok("+CPBR: (1-" + book.size() + ")," + NUMBER + "," + TEXT);
    }
    String from = request.argument(0);
    String until = request.argument(1).isEmpty() ? from : request.argument(1);
    if (!from.matches("[0-9]{1,3}") || !until.matches("[0-9]{1,3}")) {
      return Say.cme(50);
    }
    int first = Integer.parseInt(from);
    int last = Integer.parseInt(until);
    if (!book.has(first) || !book.has(last)) {
      return Say.cme(21);
    }
    List<String> lines = new ArrayList<>();
    for (int place = first; place <= last; place++) {
      int at = place;
      book.at(place).ifPresent(entry -> lines.add(line(at, entry)));
    }
    return lines.isEmpty() && first == last ? Say.cme(22) : Say.ok(lines);
  }

  private static String line(int place, PhoneBook.Entry entry) {
    return "+CPBR: "
        + place
        + ",\""
        + entry.number()
        + "\","
        + entry.type()
        + ",\""
        + entry.text()
        + "\"";
  }

  private static Say write(Request request, PhoneBook book) {
    if (request.isTest()) {
      return Say.ok("+CPBW: (1-" + book.size() + ")," + NUMBER + ",(129,145)," + TEXT);
    }
    String index = request.argument(0);
    if (!index.matches("[0-9]{0,3}")) {
      return Say.cme(50);
    }
    OptionalInt place = index.isEmpty() ? book.free() : OptionalInt.of(Integer.parseInt(index));
    if (place.isEmpty()) {
      return Say.cme(20);
    }
    if (!book.has(place.getAsInt())) {
      return Say.cme(21);
    }
    String number = request.argument(1);
    if (number.isEmpty()) {
      book.delete(place.getAsInt());
      return Say.ok();
    }
    if (number.length() > NUMBER) {
      return Say.cme(26);
    }
    if (!number.matches("[+]?[0-9*#]+")) {
      return Say.cme(27);
    }
    if (request.argument(3).length() > TEXT) {
      return Say.cme(24);
    }
    int type = number.startsWith("+") ? 145 : 129;
    book.put(place.getAsInt(), new PhoneBook.Entry(number, type, request.argument(3)));
    return Say.ok();
  }
}
